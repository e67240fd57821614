/**
 * What is asked in one turn of the loop, asked together: a question to a database costs as much as its answer.
 *
 * @param ask answers many keys at once; a key that it does not name has no value
 */
export function gathered<V>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (key: string) => Promise<V | undefined> {
  let keys: string[] = [];
  let answer: Promise<ReadonlyMap<string, V>> | undefined;

  const turn = (): Promise<ReadonlyMap<string, V>> =>
    new Promise((resolve) => {
      setImmediate(() => {
        const asked = keys;
        keys = [];
        answer = undefined;
        resolve(ask(asked));
      });
    });

  return async (key) => {
    keys.push(key);
    answer ??= turn();
    return (await answer).get(key);
  };
}
