/** Names near a misspelt one, for “did you mean”. */

/** Optimal string alignment distance: insertions, deletions, substitutions, neighbours swapped. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j - 1] as number) + 1, (last[j] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}

/** The longest name that is compared; a longer one resembles nothing and would only cost time. */
const MAX_COMPARED = 60;

/**
 * The allowed name that was probably meant: one that continues the given name or that it continues (directLoss →
 * directLossYuan), or one within a third of its letters; case, `_` and `-` do not count.
 */
export function nearestName(given: string, allowed: readonly string[]): string | undefined {
  if (given.length > MAX_COMPARED) return undefined;
  const plain = (name: string) => name.toLowerCase().replace(/[_-]/g, '');
  const target = plain(given);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of allowed) {
    const candidate = plain(name);
    const distance = editDistance(target, candidate);
    const continues = target.length >= 3 && (candidate.startsWith(target) || target.startsWith(candidate));
    if (!continues && distance > Math.max(1, Math.floor(target.length / 3))) continue;
    const score = continues ? Math.min(distance, 1) + distance / 100 : distance;
    if (score < least) [best, least] = [name, score];
  }
  return best;
}
