/** How soon a thread gets a core where others want it too. */
import { constants, getPriority, setPriority } from 'node:os';

/** Who answers and who writes go before the calling thread. Of this thread alone, which only Linux has. */
export function yieldToOthers(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
  } catch {
    // A sandbox may refuse it; the work is done all the same.
  }
}
