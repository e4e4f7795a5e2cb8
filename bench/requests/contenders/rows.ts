/** Rows of the driver to JSON, as who knows his tables writes it by hand. */
import mysql, { type FieldPacket } from 'mysql2'

export type Cell = string | number | null
export type Cells = readonly Cell[]
type Member = (cell: string | number) => string
type Writer = (row: Cells) => string

const writers = new Map<string, Writer>()

/** Who writes this by hand writes it once for a table; here that is when the first rows come. */
export function writerOf(table: string, fields: readonly FieldPacket[]): Writer {
  const known = writers.get(table)
  if (known) return known
  const members = fields.map(({ columnType }): Member => {
    if (columnType === mysql.Types.TIMESTAMP) {
      return (cell) => (cell === '0000-00-00 00:00:00' ? 'null' : `"${cell}"`)
    }
    const isText = columnType === mysql.Types.VAR_STRING || columnType === mysql.Types.STRING
    return isText ? (cell) => JSON.stringify(cell) : String
  })
  const keys = fields.map(({ name }, index) => `${index === 0 ? '{' : ','}"${name}":`)
  const writer: Writer = (row) => {
    let json = ''
    for (let index = 0; index < keys.length; index++) {
      const cell = row[index] ?? null
      json += keys[index] + (cell === null ? 'null' : (members[index] as Member)(cell))
    }
    return `${json}}`
  }
  writers.set(table, writer)
  return writer
}
