/**
 * Between rows that must not wait and a client that may: what the client has not taken yet lies in a file.
 *
 * The file has no name, so nothing is left of it however the process ends. It is begun anew whenever the client has
 * caught up.
 */
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { openNameless } from '../nameless-file.ts'
import type { ByteSink } from '../streamed.ts'

/** Bytes that are read back at once. */
const PIECE = 64 * 1024

/** Never has enough for longer than a file takes to be written. */
export class Spool implements ByteSink {
  readonly #sink: ByteSink
  readonly #broken = new AbortController()
  readonly signal: AbortSignal
  #file: Promise<FileHandle> | undefined
  /** Bytes of the file that were given to it, are in it, and have left it. */
  #given = 0
  #kept = 0
  #taken = 0
  #keeping: Promise<void> = Promise.resolve()
  /** Undefined while everything goes past the file. */
  #catchingUp: Promise<void> | undefined

  constructor(sink: ByteSink) {
    this.#sink = sink
    this.signal = AbortSignal.any([sink.signal, this.#broken.signal])
  }

  write(bytes: Buffer, giveBack?: () => void): Promise<void> | undefined {
    if (this.#catchingUp) {
      const at = this.#given
      this.#given += bytes.length
      this.#keeping = this.#keeping.then(() => this.#keep(bytes, at)).then(giveBack)
      return this.#keeping
    }
    const taken = this.#sink.write(bytes, giveBack)
    if (taken) this.#catchingUp = this.#catchUp(taken)
    return undefined
  }

  /** After the last bytes: resolves when all have been taken. @throws why they never will be */
  async end(): Promise<void> {
    const broken = new Promise<never>((_, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason))
    })
    this.signal.throwIfAborted()
    await Promise.race([this.#catchingUp, broken])
  }

  /** Whatever happened. */
  async close(): Promise<void> {
    await this.#keeping
    const file = await this.#file?.catch(() => undefined)
    await file?.close()
  }

  async #keep(bytes: Buffer, at: number): Promise<void> {
    if (this.signal.aborted) return
    try {
      const file = await (this.#file ??= openNameless())
      for (let written = 0; written < bytes.length;) {
        written += (await file.write(bytes, written, bytes.length - written, at + written)).bytesWritten
      }
      this.#kept = at + bytes.length
    } catch (error) {
      this.#broken.abort(new Error(`What a client has not taken yet cannot be kept in ${tmpdir()}`, { cause: error }))
    }
  }

  /** The client is given what lies in the file until there is nothing in it. */
  async #catchUp(taken: Promise<void>): Promise<void> {
    await taken
    while (this.#taken < this.#given) {
      if (this.#taken === this.#kept) await this.#keeping
      if (this.signal.aborted) return
      const bytes = await this.#readBack()
      this.#taken += bytes.length
      await this.#sink.write(bytes)
    }
    this.#given = this.#kept = this.#taken = 0
    this.#catchingUp = undefined
  }

  async #readBack(): Promise<Buffer> {
    const file = await this.#file
    const bytes = Buffer.allocUnsafe(Math.min(PIECE, this.#kept - this.#taken))
    const { bytesRead } = (await file?.read(bytes, 0, bytes.length, this.#taken)) ?? { bytesRead: 0 }
    if (bytesRead === 0)
      this.#broken.abort(new Error(`What was kept in ${tmpdir()} for a client is not there any more`))
    return bytes.subarray(0, bytesRead)
  }
}
