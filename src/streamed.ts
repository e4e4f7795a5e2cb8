/** An answer that is made while it is sent: what a handler leaves for HTTP instead of a body. */
export interface Streamed {
  /** As `Content-Type` has it. */
  readonly type: string
  /** Under which a browser keeps it: `card.csv`. */
  readonly fileName?: string
  /** Further ones. */
  readonly headers?: Readonly<Record<string, string>>
  /** Further ones behind the rows, for who takes trailers; of what has been written. */
  trailers?(): Readonly<Record<string, string>>
  /**
   * @returns how many rows were written
   * @throws whatever went wrong; what has been written until then is not whole
   */
  write(sink: ByteSink): Promise<number>
}

/** Where bytes go as long as somebody takes them. */
export interface ByteSink {
  /**
   * @param bytes - left alone until `giveBack` is called
   * @param giveBack - called when the bytes are needed no more, or never: they are then used for others
   * @returns where it has enough for now, a promise that resolves when it takes more
   */
  write(bytes: Buffer, giveBack?: () => void): Promise<void> | undefined
  /** Aborted when nobody takes anything any more; its reason says why. */
  readonly signal: AbortSignal
}
