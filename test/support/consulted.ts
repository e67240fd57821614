/** The readings that an answer rests on, wherever in it they are named. */
export function readingsOf(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string' && value.startsWith('/options/')) found.add(value.slice('/options/'.length));
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) readingsOf(inner, found);
  return found;
}
