/**
 * What a profile may make of a column's type: a flag that is true or false on the wire, JSON in a text column, another
 * TypeScript type.
 *
 * A choice that does not fit the column is {@link Misfit}: the check of `a2b.config.ts` refuses it, and a schema built
 * from an older snapshot goes without it.
 */
import type { SchemaObject, SchemaObjectType } from 'openapi3-ts/oas31'
import { quote } from '../escape.ts'
import { parseColumnType } from '../introspection/column-type.ts'
import type { SnapshotColumn } from '../introspection/snapshot.ts'
import type { Profile, ProfileFlag } from '../profile/profile.ts'
import { columnKind, type ColumnKind } from './column-types.ts'

/** Why a choice cannot be made for a column, as the end of a sentence. */
export class Misfit {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

const TEXTS = new Set(['char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext'])
const NUMBERS = new Set(['tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'bit'])

/**
 * The kind of a column with everything the profile says about it.
 *
 * @param path - `table.column`
 * @param isKey - part of a primary key, whose values are addresses: those stay what the database has
 */
export function chosenKind(column: SnapshotColumn, path: string, profile: Profile, isKey: boolean): ColumnKind {
  const { sql, typescript, from } = profile.columnTypes[path] ?? {}
  const flag = profile.flags[path]
  const stored = columnKind(column, path)
  const wanted = isKey ? stored : sql ? jsonKind(column, path) : flag ? flagKind(column, path, flag) : stored
  const kind = wanted instanceof Misfit ? stored : wanted
  return typescript ? { ...kind, narrowedTo: { name: typescript, ...(from && { from }) } } : kind
}

/** A column that means yes or no. Filters and bodies take true and false; what is stored otherwise is shown as it is. */
export function flagKind(column: SnapshotColumn, path: string, flag: ProfileFlag): ColumnKind | Misfit {
  const { blank, ...stored } = columnKind(column, path)
  const { schema } = stored
  const { base, args } = parseColumnType(column.type)
  const isNumber = NUMBERS.has(base)
  if (!isNumber && !TEXTS.has(base) && base !== 'enum') {
    return new Misfit(`${column.type} holds no flag: it has to be a text, an enum or a whole number`)
  }
  const given = flag === true ? (isNumber ? { true: 1, false: 0 } : { true: 't', false: 'f' }) : flag
  const values = [String(given.true), String(given.false)] as const
  const strange = values.find((value) => !(isNumber ? isInRange(value, schema) : holdsText(base, args, value)))
  if (strange !== undefined) {
    return new Misfit(`${column.type} cannot hold ${quote(strange)}; say what it holds: { true: …, false: … }`)
  }
  if (values[0] === values[1]) return new Misfit(`true and false are both ${quote(values[0])}`)
  const usual = column.default && 'value' in column.default && base !== 'bit' ? column.default.value : undefined
  if (usual !== undefined && !values.includes(usual)) {
    return new Misfit(`its default is ${quote(usual)}, which is neither ${values.map(quote).join(' nor ')}`)
  }
  const literals = values.map((value) => (isNumber ? value : quote(value)))
  return {
    ...stored,
    descriptor: `flag(${stored.descriptor}, ${literals.join(', ')})`,
    wraps: stored.descriptor,
    flag: { true: values[0], false: values[1] },
    schema: {
      ...schema,
      type: ['boolean', schema.type as SchemaObjectType],
      ...(schema.enum && { enum: [true, false, ...schema.enum.filter((value) => !values.includes(value))] }),
      description: `True is \`${values[0]}\` and false \`${values[1]}\` in the database; any other value is shown as it is stored.`,
    },
    inputSchema: { type: 'boolean' },
    example: true,
    // Where what A2Billing leaves blank means neither, the column has to be given.
    ...(blank !== undefined && values.includes(blank) && { blank }),
  }
}

/** A text column that holds JSON. The codec of JSON shows a stored text that is none as a JSON string. */
export function jsonKind(column: SnapshotColumn, path: string): ColumnKind | Misfit {
  const { base } = parseColumnType(column.type)
  if (base === 'json') return columnKind(column, path)
  if (!TEXTS.has(base)) {
    return new Misfit(`${column.type} cannot be read as JSON: it has to be a text column`)
  }
  const kind = columnKind({ ...column, type: 'json' }, path)
  return { ...kind, schema: { ...kind.schema, description: 'JSON. A stored text that is none is shown as a string.' } }
}

function isInRange(value: string, { minimum = -Infinity, maximum = Infinity }: SchemaObject): boolean {
  return /^-?\d{1,9}$/.test(value) && Number(value) >= minimum && Number(value) <= maximum
}

/** Only of characters that every character set has, and none that a CHAR would drop. */
function holdsText(base: string, args: readonly string[], value: string): boolean {
  if (base === 'enum') return args.includes(value)
  const length = Number(args[0] ?? (base === 'char' ? 1 : 255))
  return value.length <= length && /^[ -~]*$/.test(value) && !value.endsWith(' ')
}

/** What a body or a filter takes for a value of the kind. */
export function inputSchemaOf({ inputSchema, schema }: ColumnKind): SchemaObject {
  return inputSchema ?? schema
}
