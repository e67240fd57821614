/** What strace saw of the store and of the answers, and faults that it makes system calls give. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const NO_STRACE = '没有 strace，或者不许跟踪：apt-get install strace (strace is missing or may not trace)';

export function hasStrace(): boolean {
  return spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
}

/**
 * Follows all threads and writes calls with the files they concern. With `-D` the program is the child that is
 * started and the tracer its grandchild, so that signals reach the program.
 */
export function tracing(log: string): readonly string[] {
  const calls = 'trace=pwrite64,write,writev,sendto,sendmsg,fdatasync,fsync';
  return ['strace', '-D', '-f', '-qq', '-y', '-s', '40', '-e', calls, '-o', log];
}

/** From the n-th sync of each thread on, syncing gives EIO. @param path of the only file of which it does */
export function failingSyncs(from: number, log: string, path?: string): readonly string[] {
  const calls = ['trace=fdatasync,fsync', `inject=fdatasync,fsync:error=EIO:when=${from}+`];
  const only = path === undefined ? [] : ['-P', path];
  return ['strace', '-D', '-f', '-qq', '-y', ...only, ...calls.flatMap((call) => ['-e', call]), '-o', log];
}

export type Event = 'write' | 'sync' | 'failed-sync' | 'answer';

/**
 * Writes to the journal of SQLite, syncs of it, and answers `201` to a socket, in the order in which they ended.
 *
 * A call that another thread interrupts is logged in two lines; it counts where it ended.
 */
export function eventsIn(log: string): readonly Event[] {
  const begun = new Map<string, string>();
  const events: Event[] = [];
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (rest.endsWith('<unfinished ...>')) {
      begun.set(thread, rest.replace(/<unfinished \.\.\.>$/, ''));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const event = eventOf(resumed === null ? rest : `${begun.get(thread) ?? ''}${resumed[1]}`);
    if (event !== undefined) events.push(event);
  }
  return events;
}

function eventOf(call: string): Event | undefined {
  const [, name = '', file = ''] = /^(\w+)\(\d+<([^>]*)>/.exec(call) ?? [];
  if (name === 'fdatasync' || name === 'fsync') {
    if (!file.endsWith('tongze.db-wal')) return undefined;
    return / = 0$/.test(call) ? 'sync' : 'failed-sync';
  }
  if (name === 'pwrite64') return file.endsWith('tongze.db-wal') ? 'write' : undefined;
  return /"HTTP\/1\.1 201/.test(call) ? 'answer' : undefined;
}
