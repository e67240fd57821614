/**
 * Survivors that change nothing that could be told: `file:change` → the proof that no input gets another answer. A proof
 * for a mutant that is killed, or is not made any more, is refused.
 */
export const EQUIVALENT: Readonly<Record<string, string>> = {};
