/** The body of an import -> a file without a name: it is read more than once, and may be larger than memory. */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { ApiError } from '../errors.ts'
import { bodyError } from '../http/body.ts'
import { waitOnForBody } from '../http/body-patience.ts'
import { openNameless } from '../nameless-file.ts'

export interface Upload {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly digest: string
  /** From the first, as often as it is asked for. */
  bytes(): AsyncIterable<Buffer>
  close(): Promise<void>
}

/** @param limit - bytes, after inflating */
export async function receive(request: IncomingMessage, limit: number): Promise<Upload> {
  const file = await openNameless()
  try {
    const { digest, size } = await write(request, file, limit)
    return {
      digest,
      bytes: () => bytesOf(file, size),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw bodyError(error, limit)
  }
}

async function write(
  request: IncomingMessage,
  file: FileHandle,
  limit: number,
): Promise<{ readonly digest: string; readonly size: number }> {
  const hash = createHash('sha256')
  const inflate = inflaterFor(request)
  let size = 0
  const keep = async (pieces: AsyncIterable<Buffer>): Promise<void> => {
    for await (const bytes of pieces) {
      waitOnForBody(request)
      size += bytes.length
      if (size > limit) throw Object.assign(new Error('The body is too large'), { status: 413 })
      hash.update(bytes)
      await file.appendFile(bytes)
    }
  }
  await (inflate ? pipeline(request, inflate, keep) : pipeline(request, keep))
  return { digest: hash.digest('hex'), size }
}

function inflaterFor({ headers }: IncomingMessage): Transform | undefined {
  switch (headers['content-encoding']?.toLowerCase() ?? 'identity') {
    case 'identity':
      return undefined
    case 'gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw Object.assign(new Error('The encoding is not known'), { status: 415 })
  }
}

/** Bytes that are read at once. */
const PIECE = 64 * 1024

async function* bytesOf(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size;) {
    const bytes = Buffer.allocUnsafe(Math.min(PIECE, size - at))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, at)
    if (bytesRead === 0) throw new Error('The file of an import has become shorter')
    at += bytesRead
    yield bytes.subarray(0, bytesRead)
  }
}

/** @throws ApiError `unsupported_media_type` */
export function assertCsv({ headers }: IncomingMessage): void {
  const given = headers['content-type']
  const [type = '', ...parameters] = (given ?? '').split(';').map((part) => part.trim().toLowerCase())
  const found = given === undefined ? 'no Content-Type' : `Content-Type ${JSON.stringify(given)}`
  if (type !== 'text/csv') {
    throw new ApiError('unsupported_media_type', `The body has ${found}; send the file as "text/csv".`)
  }
  const charset = parameters.map((it) => /^charset\s*=\s*"?([^"]*)"?$/.exec(it)?.[1]).find((it) => it !== undefined)
  if (charset !== undefined && !/^utf-?8$/.test(charset)) {
    const detail = `The body has charset ${JSON.stringify(charset)}; save the file as UTF-8 and send it as that.`
    throw new ApiError('unsupported_media_type', detail)
  }
}
