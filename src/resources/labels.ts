/** `labels=1`: what the values of coded columns mean, beside them: `"labels":{"status":"active"}`. */
import type { Row, RowWriter } from '../db/db.ts'
import { zerofilled } from './codecs/json-form.ts'
import { cellAt } from './packet-values.ts'
import { type Column, fieldOf } from './resource.ts'

/** Of a row's members, its own; no column of A2Billing is called so. */
export const LABELS = 'labels'

interface Labelled {
  /** Of the cell in the row. */
  readonly index: number
  /** As the member begins: `"status":`. */
  readonly key: string
  /** What a value means, as JSON. */
  readonly meaning: (text: string) => string
  /** Bytes that this takes at most. */
  readonly room: number
}

/**
 * @param writer - of rows with these columns
 * @returns one that ends each row in the meanings, null for values that have none
 */
export function withLabels(writer: RowWriter, columns: readonly Column[]): RowWriter {
  const labelled = columns.flatMap((column, index) => (column.codes ? [labelledBy(column, column.codes, index)] : []))
  const room = labelled.reduce((sum, { key, room: own }) => sum + Buffer.byteLength(key) + own, LABELS.length + 8)
  const textOf = (cells: (index: number) => string | undefined): string => {
    const members = labelled.map(({ index, key, meaning }) => {
      const text = cells(index)
      return key + (text === undefined ? 'null' : meaning(text))
    })
    return `,"${LABELS}":{${members.join()}}}`
  }
  return {
    room: (bytes) => writer.room(bytes) + room,
    write(from, start, end, to, at) {
      const cells: (string | undefined)[] = []
      let position = start
      while (position < end) {
        const cell = cellAt(from, position)
        cells.push(cell.isNull ? undefined : from.toString('utf8', cell.start, cell.end))
        position = cell.end
      }
      const last = writer.write(from, start, end, to, at) - 1
      return (
        last +
        to.write(
          textOf((index) => cells[index]),
          last,
        )
      )
    },
    fromCells(row: Row) {
      const cells = (index: number): string | undefined => {
        const cell = row[index] ?? null
        return cell === null ? undefined : String(cell)
      }
      return writer.fromCells(row).slice(0, -1) + textOf(cells)
    },
  }
}

function labelledBy(column: Column, codes: NonNullable<Column['codes']>, index: number): Labelled {
  const { type } = column
  const meanings = new Map(Object.entries(codes).map(([code, label]) => [code, JSON.stringify(label)]))
  const onTheWire = (text: string): string =>
    type.kind !== 'flag' ? String(zerofilled(text)) : text === type.true ? 'true' : text === type.false ? 'false' : text
  const one = (text: string): string => meanings.get(onTheWire(text)) ?? 'null'
  const sizes = Array.from(meanings.values(), (label) => Buffer.byteLength(label) + 1)
  return {
    index,
    key: `${JSON.stringify(fieldOf(column))}:`,
    meaning: column.sums ? (text) => partsOf(text, meanings) : one,
    room: 8 + (column.sums ? sizes.reduce((sum, size) => sum + size, 0) : Math.max(...sizes, 0)),
  }
}

/** Of a value that is a sum of codes, each of them. */
function partsOf(text: string, meanings: ReadonlyMap<string, string>): string {
  if (!/^\d+$/.test(text)) return 'null'
  const bits = BigInt(text)
  const set = [...meanings].filter(
    ([code]) => /^\d+$/.test(code) && code !== '0' && (bits & BigInt(code)) === BigInt(code),
  )
  return `[${set.map(([, label]) => label).join()}]`
}
