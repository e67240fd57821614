/** How the service is started: by `npm start`, and by `deploy/tongze`, which runs this file and takes what it prints. */
import { availableParallelism } from 'node:os';

/** Helpers that V8 has unless it is told otherwise. */
const MOST_HELPERS = 4;

/**
 * What Node is told before the program. V8's helpers collect and compile beside the threads that answer and write;
 * where there are more of them than cores, those wait for their turn, and who asks waits with them.
 */
function flagsOfNode() {
  const helpers = Math.min(MOST_HELPERS, Math.max(1, availableParallelism() - 1));
  return [`--v8-pool-size=${helpers}`];
}

/** What comes after `node`, in the folder of the program. */
export function serviceArguments() {
  return [...flagsOfNode(), 'src/main.ts'];
}

if (import.meta.main) console.log(flagsOfNode().join(' '));
