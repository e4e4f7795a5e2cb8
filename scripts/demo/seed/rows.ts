/**
 * Collects the rows of the demo, table by table, and numbers them.
 */
import type { SqlValue } from '../sql-text.ts'

/** Column name to value; a column left out takes its default. */
export type Row = Readonly<Record<string, SqlValue>>

/** The rows of one table, in the order they are to be inserted. */
export interface TableRows {
  readonly table: string
  readonly rows: readonly Row[]
}

/** The rows collected so far. */
export class RowBook {
  readonly #tables = new Map<string, Row[]>()

  /** Appends a row as it is. */
  add(table: string, row: Row): void {
    const rows = this.#tables.get(table)
    if (rows) rows.push(row)
    else this.#tables.set(table, [row])
  }

  /** Appends a row with the table's next number as `id`, and returns that number. */
  number(table: string, row: Row, key = 'id'): number {
    const id = (this.#tables.get(table)?.length ?? 0) + 1
    this.add(table, { [key]: id, ...row })
    return id
  }

  /** Everything collected, in order of first use. */
  tables(): TableRows[] {
    return [...this.#tables].map(([table, rows]) => ({ table, rows }))
  }
}
