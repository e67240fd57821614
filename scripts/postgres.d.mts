export interface Postgres {
  readonly address: string;
  readonly folder: string;
  /** Ends it well and removes its folder. */
  stop(): Promise<void>;
  /** Kills every process of it with -9, as a power cut would, and starts it again on what is on disk. */
  crash(): Promise<void>;
  /** Ends it well. */
  end(): Promise<void>;
  /** Starts it again after it ended. */
  restart(wrapper?: readonly string[]): Promise<void>;
}

export function startPostgres(settings?: readonly string[], wrapper?: readonly string[]): Promise<Postgres>;
