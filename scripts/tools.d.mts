export const TOOLS: Readonly<Record<'opa' | 'regal', { readonly version: string }>>;
/** The path of the pinned tool, or null where it must be built first. */
export function findTool(name: 'opa' | 'regal'): string | null;
