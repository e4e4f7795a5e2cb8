/**
 * The tag of a row, its `ETag`: the same for as long as nothing in the row changes, whoever asks and whatever is shown.
 *
 * Two parts, `edit.kept`. The first is of the columns that an edit may change, the second of those that it may not, such
 * as a balance: calls change that all the time, and need not come between two people who change a name. Where a table has
 * no such columns there is one part.
 *
 * Secrets and masked columns count, too. So each part is a digest with a key: of a bare one a PIN could be found out by
 * trying all of them. The table and the key of the row are within it, so no other row can be made to try with.
 */
import { hash } from 'node:crypto'
import type { Row, RowWriter } from '../db/db.ts'
import type { Api } from './api.ts'
import { picking } from './picking-writer.ts'
import { projectionOf } from './projection.ts'
import { type Column, type Resource, wholeOf } from './resource.ts'
import { makeRowWriter } from './row-writer.ts'

export interface Tagger {
  /** @param from - holds the values of every column, as the text protocol has them */
  ofPacket(from: Buffer, start: number, end: number): string
  /** @param row - with every column, read the ordinary way */
  ofCells(row: Row): string
}

/** Whether an edit can change the column at all. */
export function isEditable({ primaryKey }: Resource, { name, writable }: Column): boolean {
  return writable === undefined || primaryKey.includes(name)
}

/** The part that says whether what an edit may change has changed. */
export function editPart(tag = ''): string {
  return tag.split('.', 1)[0] ?? ''
}

/** By the whole columns; the key is one for all requests. */
const made = new WeakMap<Resource['columns'], { readonly tagKey: string; readonly tagger: Tagger }>()

export function taggerOf({ tagKey }: Api, resource: Resource): Tagger {
  const whole = wholeOf(resource)
  const known = made.get(whole.columns)
  if (known?.tagKey === tagKey) return known.tagger
  const tagger = makeTagger(tagKey, whole)
  made.set(whole.columns, { tagKey, tagger })
  return tagger
}

function makeTagger(tagKey: string, resource: Resource): Tagger {
  const { columns } = projectionOf(resource, 'all')
  const edited = columns.map((column) => isEditable(resource, column))
  const writers = [edited, edited.map((it) => !it)]
    .filter((picked) => picked.includes(true))
    .map((picked) => picking(makeRowWriter(columns.filter((_, index) => picked[index])), picked))
  const secret = Buffer.from(`${tagKey}${resource.table}\0`)
  // What is digested is JSON: it is the same however the row was read.
  return {
    ofPacket(from, start, end) {
      const parts = writers.map((writer) => {
        const to = spaceFor(secret.length + writer.room(end - start))
        secret.copy(to)
        return digestOf(to.subarray(0, writer.write(from, start, end, to, secret.length)))
      })
      return parts.join('.')
    },
    ofCells: (row) => writers.map((writer) => digestOf(`${String(secret)}${writer.fromCells(row)}`)).join('.'),
  }
}

/** 128 bits: SHA-256 cut by half is a digest with a key to which nobody can append, and takes a tenth of what an HMAC does. */
const LENGTH = 22

function digestOf(secretAndJson: string | Buffer): string {
  return hash('sha256', secretAndJson, 'base64url').slice(0, LENGTH)
}

/** Bytes that are kept for the next row. */
const KEPT = 1024 * 1024
let space = Buffer.allocUnsafeSlow(16 * 1024)

function spaceFor(bytes: number): Buffer {
  if (bytes <= space.length) return space
  const larger = Buffer.allocUnsafeSlow(bytes)
  if (bytes <= KEPT) space = larger
  return larger
}

/** Writes what of a row is shown, and notes the tag of each. */
export class TaggingWriter implements RowWriter {
  /** In the order of the rows. */
  readonly tags: string[] = []
  readonly #tagger: Tagger
  readonly #writer: RowWriter

  /** @param writer - of rows with every column */
  constructor(tagger: Tagger, writer: RowWriter) {
    this.#tagger = tagger
    this.#writer = writer
  }

  room(bytes: number): number {
    return this.#writer.room(bytes)
  }

  write(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
    this.tags.push(this.#tagger.ofPacket(from, start, end))
    return this.#writer.write(from, start, end, to, at)
  }

  fromCells(row: Row): string {
    this.tags.push(this.#tagger.ofCells(row))
    return this.#writer.fromCells(row)
  }
}
