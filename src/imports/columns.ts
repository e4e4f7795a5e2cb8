/**
 * The first line of a file, and what the request says of it -> how each further line becomes the body of a write.
 *
 * A file that was exported can be imported: a text loses the `'` that the export put before it.
 */
import { ApiError, type FieldError } from '../errors.ts'
import { parseExactJson } from '../json-number.ts'
import { didYouMean } from '../nearest-name.ts'
import { Refusal } from '../resources/codecs/codec.ts'
import { type Column, fieldOf, type Resource } from '../resources/resource.ts'
import { incrementIn } from '../resources/increment.ts'
import { columnsByName } from '../resources/write-body.ts'
import { type CsvCell, type CsvLine, malformed } from './csv-lines.ts'

export interface ColumnOptions {
  /** Fields that every line is given beside its own, as in a body. */
  readonly set: Readonly<Record<string, unknown>>
  /** Columns of the file that are left out. */
  readonly omit: readonly string[]
}

/** @returns a body, as JSON would have it. @throws ApiError `invalid_value` for what can be no value of its column */
export type ToBody = (line: CsvLine) => Readonly<Record<string, unknown>>

/**
 * @param first - the line with the names
 * @throws ApiError `malformed_csv`, `unknown_field`, `invalid_parameter`
 */
export function readHeader(resource: Resource, first: CsvLine, { set, omit }: ColumnOptions): ToBody {
  const names = first.cells.map((cell) => cell?.trim() ?? '')
  checkNames(first, names)
  const known = new Set(names)
  for (const name of omit) {
    if (!known.has(name)) throw unusable('omit', `The file has no column "${name}".${didYouMean(name, names)}`)
  }
  const byName = columnsByName(resource)
  const left = new Set(omit)
  const columns = names.map((name) => (left.has(name) ? undefined : byName.get(name)))
  checkColumns(resource, first, names, columns, omit)
  const given = new Set(columns)
  for (const name of Object.keys(set)) {
    const column = byName.get(name)
    if (!column) throw unusable('set', `${resource.name} has no field "${name}".${suggest(name, resource)}`)
    if (given.has(column)) throw unusable('set', `The file has a column "${name}"; leave it out with omit, or here.`)
    if (incrementIn(column, set[name]))
      throw unusable('set', `"${name}" cannot be added to by an import, which may be gone on with.`)
    given.add(column)
  }
  return ({ cells }) => {
    if (cells.length !== names.length) {
      const detail = `The line has ${cells.length} cells, and the first line ${names.length}.`
      throw new ApiError('invalid_value', detail, { errors: [{ detail }] })
    }
    const members: [string, unknown][] = Object.entries(set)
    const errors: FieldError[] = []
    for (const [index, column] of columns.entries()) {
      const value = column && valueOf(column, cells[index])
      if (!column || value === undefined) continue
      if (!(value instanceof Refusal)) members.push([fieldOf(column), value])
      else errors.push({ pointer: `/${fieldOf(column)}`, detail: value.detail })
    }
    const [error] = errors
    if (error) throw new ApiError('invalid_value', `${error.pointer?.slice(1)}: ${error.detail}`, { errors })
    // A column may be called `__proto__`, which is no member like others where it is assigned to.
    return Object.fromEntries(members)
  }
}

/** As many columns as a table can have, with some to leave out. */
const MOST_COLUMNS = 4096

function checkNames({ line }: CsvLine, names: readonly string[]): void {
  if (names.length > MOST_COLUMNS) throw malformed(line, `It has more than ${MOST_COLUMNS} cells.`)
  const empty = names.indexOf('')
  if (empty !== -1)
    throw malformed(line, `It must have the names of the columns, and that of column ${empty + 1} is missing.`)
  const seen = new Set<string>()
  const twice = names.find((name) => seen.size === seen.add(name).size)
  if (twice !== undefined) throw malformed(line, `It has the column "${twice}" twice.`)
}

/** Columns that are told at most. */
const MOST_TOLD = 20

function shortened(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name
}

function checkColumns(
  resource: Resource,
  { line }: CsvLine,
  names: readonly string[],
  columns: readonly (Column | undefined)[],
  omit: readonly string[],
): void {
  const left = new Set(omit)
  const unknown = names.filter((name, index) => !columns[index] && !left.has(name)).slice(0, MOST_TOLD)
  const errors = unknown.map((name) => ({
    line,
    detail: `${resource.name} has no field "${shortened(name)}".${suggest(name, resource)}`,
  }))
  if (errors[0]) {
    const list = unknown.map(shortened).join()
    const detail = `Line ${line}: ${errors[0].detail} Leave a column out with omit=${list}. Nothing was stored.`
    throw new ApiError('unknown_field', detail, { errors })
  }
  const seen = new Set<Column>()
  const twice = columns.find((column) => column && seen.size === seen.add(column).size)
  if (twice) throw malformed(line, `"${twice.name}" and "${fieldOf(twice)}" are two names of one field.`)
  const fixed = columns.filter((column) => column?.writable === 'never')
  if (fixed.length > 0) {
    const list = fixed.map((column) => column && fieldOf(column)).join()
    throw malformed(line, `What is in ${list} cannot be written. Leave it out with omit=${list}.`)
  }
}

function suggest(name: string, { columns }: Resource): string {
  return didYouMean(name, columns.filter(({ writable, secret }) => writable !== 'never' && !secret).map(fieldOf))
}

function unusable(parameter: 'set' | 'omit', detail: string): ApiError {
  return new ApiError('invalid_parameter', `${parameter}: ${detail} Nothing was stored.`, {
    errors: [{ parameter, detail }],
  })
}

/** What an export puts a `'` before, or another one. */
const DEFUSED = /^'+[=+\-@\t\r\n＝＋－＠]/

/** @returns undefined where the line says nothing of the column */
function valueOf({ type, nullable }: Column, cell: CsvCell): unknown {
  if (cell === undefined) return nullable ? null : undefined
  switch (type.kind) {
    case 'text':
      return DEFUSED.test(cell) ? cell.slice(1) : cell
    case 'flag':
      return flagOf(cell)
    case 'json':
      return jsonOf(cell)
    default:
      return cell
  }
}

/** Spreadsheets write it in capitals. */
function flagOf(cell: string): unknown {
  const word = cell.toLowerCase()
  return word === 'true' || word === 'false' ? word === 'true' : cell
}

function jsonOf(cell: string): unknown {
  try {
    return parseExactJson(cell)
  } catch (error) {
    if (error instanceof ApiError) return new Refusal(error.message.replace(/^The body is/, 'Is'))
    throw error
  }
}
