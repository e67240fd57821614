import { hash } from 'node:crypto';

/** The digest by which files, contents and answers are named: 64 hex digits. */
export function sha256(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex');
}
