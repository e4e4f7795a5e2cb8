/** An answer of NDJSON to its lines, as they come. */

/** Whole ones: what has no end of line was cut off. */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const reader = stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } finally {
    // Who stops in the middle wants no more of it; of a stream that broke, nothing is left to cancel.
    await reader.cancel().catch(() => undefined)
  }
}
