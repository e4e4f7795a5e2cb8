/**
 * Writes rows as JSON with one function per list of columns, made for exactly those.
 *
 * Building an object per row and walking it again costs more than the query: here every key is a constant and every
 * value is taken by its position, most of them as the very text the server sent (a decimal keeps its digits).
 */
import type { Row } from '../db/db.ts'
import type { JsonForm } from './codecs/codec.ts'
import { moment, zerofilled } from './codecs/json-form.ts'
import { codecOf } from './column-codec.ts'
import { type Column, fieldOf } from './resource.ts'

/** Values in the order of the columns, to a JSON object. */
export type Serializer = (row: Row) => string

/** JavaScript for the cell `c`, which is not null; the column's own function is `own[index]`. */
const EXPRESSIONS: Readonly<Record<Exclude<JsonForm, Function>, string>> = {
  bare: 'c',
  zerofilled: 'zerofilled(c)',
  approximate: 'String(Number(c))',
  quoted: `'"' + c + '"'`,
  moment: 'moment(c)',
  text: 'JSON.stringify(c)',
}

/**
 * @param columns - in the order of the select list
 * @param forms - of their values
 */
export function compileSerializer(
  columns: readonly Column[],
  forms: readonly JsonForm[] = columns.map(({ type }) => codecOf(type).toJson),
): Serializer {
  if (columns.length === 0) return () => '{}'
  const members = columns.map((column, index) => {
    const form = forms[index] ?? 'text'
    const prefix = JSON.stringify(`${index === 0 ? '{' : ','}${JSON.stringify(fieldOf(column))}:`)
    const expression = typeof form === 'function' ? `own[${index}](c)` : EXPRESSIONS[form]
    return `${prefix} + ((c = row[${index}]) === null ? 'null' : ${expression})`
  })
  const body = `return (row) => { let c; return ${members.join(' + ')} + '}' }`
  // The only parts that are not constants above are column names, and those stand in it as JSON strings.
  const make = new Function('own', 'zerofilled', 'moment', body) as (
    own: readonly JsonForm[],
    zerofilledNumber: typeof zerofilled,
    momentOrNull: typeof moment,
  ) => Serializer
  return make(forms, zerofilled, moment)
}
