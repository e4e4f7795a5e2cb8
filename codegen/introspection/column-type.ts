/**
 * Reads MySQL's `COLUMN_TYPE` text, e.g. `decimal(15,5)` or `int unsigned`.
 *
 * Source: information_schema.COLUMNS. MariaDB prints the display width of integers (`int(11)`) and newer MySQL
 * leaves it out, so {@link normalizeType} drops it: one schema, one snapshot.
 */
import { UnknownColumnTypeError } from '../errors.ts'
import { unescapeLiteral } from './sql-literal.ts'

export interface ParsedColumnType {
  /** Lower case, without arguments: `decimal`, `enum`, `varchar`. */
  readonly base: string
  /** Numbers as text, or the unescaped values of an enum or set. */
  readonly args: readonly string[]
  readonly isUnsigned: boolean
  readonly isZerofill: boolean
}

const SHAPE = /^([a-z][a-z0-9 ]*?)(?:\((.*)\))?((?: unsigned| zerofill)*)$/s

/**
 * Splits a column type into its parts.
 *
 * @param text - as the database reports it, e.g. `enum('a','it''s')`
 * @returns e.g. `{ base: 'decimal', args: ['15', '5'], isUnsigned: false, isZerofill: false }`
 * @throws {@link UnknownColumnTypeError} when the text has another shape
 */
export function parseColumnType(text: string): ParsedColumnType {
  const match = SHAPE.exec(withoutComment(text))
  const base = match?.[1]
  if (!match || !base) throw new UnknownColumnTypeError(`no such column type "${text}"`)
  const args = match[2]
  const flags = match[3] ?? ''
  return {
    base,
    args:
      args === undefined ? [] : args.startsWith("'") ? parseQuotedList(args) : args.split(',').map((arg) => arg.trim()),
    isUnsigned: flags.includes('unsigned'),
    isZerofill: flags.includes('zerofill'),
  }
}

/**
 * `int(11) unsigned` -> `int unsigned`; `tinyint(1)` and zerofill keep their width, as on MySQL 8, whose short name
 * `geomcollection` is written out.
 */
export function normalizeType(text: string): string {
  const type = withoutComment(text).replace(/^geomcollection$/, 'geometrycollection')
  if (type === 'tinyint(1)' || /^[^']* zerofill$/.test(type)) return type
  return type.replace(/^(tinyint|smallint|mediumint|int|bigint|year)\(\d+\)/, '$1')
}

/**
 * A comment behind a type, such as `/* mariadb-5.3 *\/` or `/*M!100301 COMPRESSED*\/`, tells how values are stored and
 * nothing about them. One inside a value of an enum is part of the value.
 */
function withoutComment(text: string): string {
  return text.replace(/\s*\/\*[^']*\*\/\s*$/, '').trim()
}

/** `'a','it''s','back\\slash'` -> the values: commas and quotes may stand inside them. */
function parseQuotedList(text: string): string[] {
  const items = [...text.matchAll(/'((?:[^'\\]|''|\\.)*)'(,|$)/gs)]
  const length = items.reduce((sum, [item]) => sum + item.length, 0)
  if (length !== text.length) throw new UnknownColumnTypeError(`unreadable value list (${text})`)
  return items.map(([, value = '']) => unescapeLiteral(value))
}
