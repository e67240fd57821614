/** autocannon has no types of its own; these are the parts that the benchmarks use. */
declare module 'autocannon' {
  export default function autocannon(options: Record<string, unknown>): Promise<{
    readonly requests: { readonly average: number; readonly total: number };
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
    readonly non2xx: number;
    readonly errors: number;
    readonly statusCodeStats: Readonly<Record<string, object>>;
  }>;
}
