/** What a route's declaration means for a caller, told apart from the code that enforces it. */
import type { Role } from '../../src/access/identity.ts';
import type { Access } from '../../src/http/access.ts';

/** `undefined`: nobody says who they are; `invalid`: a credential that is not accepted. */
export type Caller = readonly Role[] | 'invalid' | undefined;

/** The status that stops a caller before the handler; `undefined` where it is let through. */
export function refusal(access: Access, caller: Caller, anonymous: boolean): 401 | 403 | undefined {
  if (access === 'public') return undefined;
  if (caller === undefined) return access === 'stateless' && anonymous ? undefined : 401;
  if (caller === 'invalid') return 401;
  const may = access === 'stateless' ? caller.length > 0 : access.some((role) => caller.includes(role));
  return may ? undefined : 403;
}

/** A path of the route: its parameters are of no record. */
export function pathOf(url: string): string {
  return url.replace(/:\w+/g, 'x').replace('*', 'x');
}
