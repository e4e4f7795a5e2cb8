/** Writes rows that come with the values of their order in front, and notes those of the last one that is written. */
import type { Cell, Row, RowWriter } from '../db/db.ts'
import { type OrderValue, orderValue } from './behind.ts'
import { cellAt } from './packet-values.ts'
import type { Column } from './resource.ts'

export class OrderWriter implements RowWriter {
  readonly #writer: RowWriter
  readonly #columns: readonly Column[]
  readonly #limit: number
  #rows = 0
  #last: readonly OrderValue[] = []

  /**
   * @param writer - of the cells behind
   * @param columns - of the order
   * @param limit - rows that are written at most, of which the last one is noted
   */
  constructor(writer: RowWriter, columns: readonly Column[], limit: number) {
    this.#writer = writer
    this.#columns = columns
    this.#limit = limit
  }

  /** Of the row that fills the page; empty before it has come. */
  get last(): readonly OrderValue[] {
    return this.#last
  }

  room(bytes: number): number {
    return this.#writer.room(bytes)
  }

  write(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
    const isLast = ++this.#rows === this.#limit
    let position = start
    const last = this.#columns.map((column) => {
      const cell = cellAt(from, position)
      position = cell.end
      if (cell.isNull) return null
      return isLast ? orderValue(column, from.subarray(cell.start, cell.end)) : ''
    })
    if (isLast) this.#last = last
    return this.#writer.write(from, position, end, to, at)
  }

  fromCells(row: Row): string {
    const count = this.#columns.length
    if (++this.#rows === this.#limit) this.#last = this.#columns.map((column, index) => fromCell(column, row[index]))
    return this.#writer.fromCells(row.slice(count))
  }
}

function fromCell(column: Column, cell: Cell | undefined): OrderValue {
  if (cell === null || cell === undefined) return null
  return orderValue(column, Buffer.isBuffer(cell) ? cell : Buffer.from(String(cell)))
}
