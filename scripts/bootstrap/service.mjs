/** How the service is started; `deploy/tongze` does the same without Node. */
import { availableParallelism } from 'node:os';

/** Helpers that V8 has unless it is told otherwise. */
const MOST_HELPERS = 4;

/**
 * What comes after `node`. V8's helpers collect and compile beside the threads that answer and write; where there are
 * more of them than cores, those wait for their turn, and who asks waits with them.
 */
export function serviceArguments() {
  const helpers = Math.min(MOST_HELPERS, Math.max(1, availableParallelism() - 1));
  return [`--v8-pool-size=${helpers}`, 'src/main.ts'];
}
