/** What `t.match` leaves out: it passes a list that has more than the pattern, and so every list for an empty one. */
import type { Test } from 'tap';

/** As `t.match`; a list has no more entries than the pattern's. */
export function matchLists(t: Test, found: unknown, pattern: object, message = 'matches, lists whole'): void {
  const more = longerThan(pattern, found);
  if (more === undefined) t.match(found, pattern, message);
  else t.fail(`${message}: ${more}`, { found, pattern });
}

/** The first list of `found` that is longer than that of the pattern. */
function longerThan(pattern: unknown, found: unknown, at = ''): string | undefined {
  if (typeof pattern !== 'object' || pattern === null || pattern instanceof RegExp) return undefined;
  if (typeof found !== 'object' || found === null) return undefined;
  if (Array.isArray(pattern) && Array.isArray(found) && found.length > pattern.length)
    return `${at || 'the list'} has ${found.length} entries, not ${pattern.length}`;
  for (const [key, inner] of Object.entries(pattern)) {
    const more = longerThan(inner, (found as Readonly<Record<string, unknown>>)[key], `${at}/${key}`);
    if (more !== undefined) return more;
  }
  return undefined;
}
