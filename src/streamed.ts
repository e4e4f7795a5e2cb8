/** An answer that is made while it is sent: what a handler leaves for HTTP instead of a body. */
export interface Streamed {
  /** As `Content-Type` has it. */
  readonly type: string
  /** Under which a browser keeps it: `card.csv`. */
  readonly fileName: string
  /**
   * @returns how many rows were written
   * @throws whatever went wrong; what has been written until then is not whole
   */
  write(sink: ByteSink): Promise<number>
}

/** Where bytes go as long as somebody takes them. */
export interface ByteSink {
  /**
   * @param bytes - not changed afterwards
   * @returns where it has enough for now, a promise that resolves when it takes more
   */
  write(bytes: Buffer): Promise<void> | undefined
  /** Aborted when nobody takes anything any more; its reason says why. */
  readonly signal: AbortSignal
}
