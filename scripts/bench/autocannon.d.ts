/** autocannon has no types of its own; these are the parts that the benchmark uses. */
declare module 'autocannon' {
  export default function autocannon(options: Record<string, unknown>): Promise<{
    readonly requests: { readonly average: number };
    readonly latency: { readonly p99: number };
    readonly non2xx: number;
    readonly errors: number;
  }>;
}
