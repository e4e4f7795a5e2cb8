/** Writes rows that come with values in front, and notes those, and where each row ends. */
import type { Row, RowWriter } from '../db/db.ts'
import { cellAt } from './packet-values.ts'

export interface Note {
  /** Of the values in front, their text. */
  readonly values: readonly (string | null)[]
  /** Of the row's JSON. */
  readonly start: number
  readonly end: number
}

export class NotingWriter implements RowWriter {
  /** In the order of the rows. */
  readonly notes: Note[] = []
  readonly #writer: RowWriter
  readonly #count: number

  /**
   * @param writer - of the cells behind
   * @param count - of the values in front
   */
  constructor(writer: RowWriter, count: number) {
    this.#writer = writer
    this.#count = count
  }

  room(bytes: number): number {
    return this.#writer.room(bytes)
  }

  write(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
    const values: (string | null)[] = []
    let position = start
    for (let index = 0; index < this.#count; index++) {
      const cell = cellAt(from, position)
      values.push(cell.isNull ? null : from.toString('utf8', cell.start, cell.end))
      position = cell.end
    }
    const written = this.#writer.write(from, position, end, to, at)
    this.notes.push({ values, start: at, end: written })
    return written
  }

  fromCells(row: Row): string {
    const text = this.#writer.fromCells(row.slice(this.#count))
    const start = (this.notes.at(-1)?.end ?? -1) + 1
    const values = row.slice(0, this.#count).map((cell) => (cell === null ? null : String(cell)))
    this.notes.push({ values, start, end: start + Buffer.byteLength(text) })
    return text
  }
}
