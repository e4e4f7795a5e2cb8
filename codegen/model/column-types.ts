/**
 * One row per SQL type: what its values are in the descriptor, in TypeScript, in OpenAPI, and left blank.
 *
 * A type the rows do not know stops the generator by name; nothing is guessed.
 */
import type { SchemaObject } from 'openapi3-ts/oas31'
import { UnknownColumnTypeError } from '../errors.ts'
import { escapeMarkdown, quote } from '../escape.ts'
import { parseColumnType, type ParsedColumnType } from '../introspection/column-type.ts'
import type { SnapshotColumn } from '../introspection/snapshot.ts'

export interface ColumnKind {
  /** A constant or call of `src/resources/column-types.ts`: `bigint`, `decimal(15, 5)`, `flag(int, 1, 0)`. */
  readonly descriptor: string
  /** What a flag's descriptor holds as another: `int`. */
  readonly wraps?: string
  /** What the driver gives and takes: a TypeScript type or an alias of `src/db/column-types.ts`. */
  readonly tsType: string
  /** The alias to import for {@link tsType}; absent for TypeScript's own types. */
  readonly tsAlias?: string
  /** A type of the operator's own in place of {@link tsType}, which has to allow it. */
  readonly narrowedTo?: { readonly name: string; readonly from?: string }
  /** JSON Schema of a value on the wire, null aside. */
  readonly schema: SchemaObject
  /** The same of what bodies and filters take, where that is less. */
  readonly inputSchema?: SchemaObject
  /** What a flag's column holds for true and for false. */
  readonly flag?: { readonly true: string; readonly false: string }
  /** A value of the type, for the document's examples. */
  readonly example: unknown
  /** What A2Billing's lenient mode stores for an omitted value; absent: nothing can stand for nothing. */
  readonly blank?: string
  /** Zero dates exist for it. */
  readonly hasZeroDate?: true
  /** Values can be compared and sorted, so filters and orderings take it. */
  readonly comparable: boolean
  /** Shown as bytes, never written. */
  readonly isOpaque?: true
}

type Rule = (type: ParsedColumnType, column: SnapshotColumn) => ColumnKind

const RULES: Readonly<Record<string, Rule>> = {
  tinyint: integer(8),
  smallint: integer(16),
  mediumint: integer(24),
  int: integer(32),
  bigint: integer(64),
  decimal,
  float: approximate('float'),
  double: approximate('double'),
  char: characters('char'),
  varchar: characters('varchar'),
  tinytext: characters('tinytext'),
  text: characters('text'),
  mediumtext: characters('mediumtext'),
  longtext: characters('longtext'),
  binary: bytes('binary'),
  varbinary: bytes('varbinary'),
  tinyblob: bytes('tinyblob'),
  blob: bytes('blob'),
  mediumblob: bytes('mediumblob'),
  longblob: bytes('longblob'),
  date: () => ({
    descriptor: 'date',
    tsType: 'SqlDate',
    tsAlias: 'SqlDate',
    schema: { type: 'string', pattern: DATE },
    example: '2026-01-31',
    blank: '0000-00-00',
    hasZeroDate: true,
    comparable: true,
  }),
  datetime: moment('datetime'),
  timestamp: moment('timestamp'),
  time: ({ args }) => ({
    descriptor: withFraction('time', args[0]),
    tsType: 'string',
    schema: { type: 'string', pattern: `^-?\\d{2,3}:\\d{2}:\\d{2}${fractionPattern(args[0])}$` },
    example: '10:30:00',
    blank: '00:00:00',
    comparable: true,
  }),
  year: () => ({
    descriptor: 'year',
    tsType: 'number',
    schema: { type: 'integer', minimum: 0, maximum: 2155 },
    example: 2026,
    blank: '0',
    comparable: true,
  }),
  enum: ({ args }, column) => ({
    descriptor: `enumOf(${args.map(quote).join(', ')})`,
    tsType: hasHiddenChoices(column) ? 'string' : args.map(quote).join(' | ') || 'never',
    // The empty text stands for a value that was not in the list when a lenient server stored it.
    schema: hasHiddenChoices(column) ? { type: 'string' } : { type: 'string', enum: [...new Set([...args, ''])] },
    example: args[0] ?? '',
    ...(args[0] !== undefined && { blank: args[0] }),
    comparable: true,
  }),
  set: ({ args }) => ({
    descriptor: `setOf(${args.map(quote).join(', ')})`,
    tsType: 'string',
    schema: { type: 'string', description: `Any of ${escapeMarkdown(args.join(', '))}, joined by commas.` },
    example: args.slice(0, 2).join(','),
    blank: '',
    comparable: true,
  }),
  bit: ({ args }) => ({
    descriptor: `bit(${args[0] ?? '1'})`,
    tsType: 'Buffer',
    schema: {
      type: 'integer',
      minimum: 0,
      ...(Number(args[0] ?? 1) < 54 && { maximum: 2 ** Number(args[0] ?? 1) - 1 }),
    },
    example: 1,
    blank: '0',
    comparable: true,
  }),
  json: () => ({
    descriptor: 'json',
    tsType: 'string',
    schema: {},
    example: { key: 'value' },
    comparable: false,
  }),
  uuid: text('uuid', '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', '123e4567-e89b-12d3-a456-426655440000'),
  inet4: text('inet4', '^\\d{1,3}(\\.\\d{1,3}){3}$', '192.0.2.1'),
  inet6: text('inet6', '^[0-9a-f:.]{2,45}$', '2001:db8::1'),
  geometry: opaque,
  point: opaque,
  linestring: opaque,
  polygon: opaque,
  multipoint: opaque,
  multilinestring: opaque,
  multipolygon: opaque,
  geometrycollection: opaque,
  geomcollection: opaque,
}

const DATE = '^\\d{4}-\\d{2}-\\d{2}$'

/**
 * @param column - of a snapshot
 * @param where - `table.column`, for the message
 * @throws {@link UnknownColumnTypeError} naming the column and what to add
 */
export function columnKind(column: SnapshotColumn, where: string): ColumnKind {
  const parsed = parseColumnType(column.type)
  const rule = RULES[parsed.base]
  if (!rule) {
    throw new UnknownColumnTypeError(
      `${where}: no such column type "${column.type}"; add a row to codegen/model/column-types.ts`,
    )
  }
  return rule(parsed, column)
}

/**
 * Whether some values of an enum or set may be other ones than the database says: it describes itself in three bytes a
 * character, and shows `?` for what needs four. Such a column is read as it is, and takes only what is known for sure.
 */
export function hasHiddenChoices({ type, charset = '' }: SnapshotColumn): boolean {
  return /^(enum|set)\(.*\?/s.test(type) && /^utf(8mb4|16|16le|32)$/.test(charset)
}

function integer(bits: 8 | 16 | 24 | 32 | 64): Rule {
  const name = { 8: 'tinyint', 16: 'smallint', 24: 'mediumint', 32: 'int', 64: 'bigint' }[bits]
  return ({ isUnsigned, isZerofill }) => {
    const unsigned = isUnsigned || isZerofill
    const [min, max] = unsigned ? [0, 2 ** bits - 1] : [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1]
    return {
      descriptor: unsigned ? `unsigned.${name}` : name,
      ...(bits === 64 ? { tsType: 'Bigint', tsAlias: 'Bigint' } : { tsType: 'number' }),
      // JSON Schema counts in doubles, which cannot hold the limits of 64 bits.
      schema: bits === 64 ? { type: 'integer', format: 'int64' } : { type: 'integer', minimum: min, maximum: max },
      example: 1,
      blank: '0',
      comparable: true,
    }
  }
}

function decimal({ args, isUnsigned, isZerofill }: ParsedColumnType): ColumnKind {
  const precision = Number(args[0] ?? 10)
  const scale = Number(args[1] ?? 0)
  const unsigned = isUnsigned || isZerofill
  return {
    descriptor: `${unsigned ? 'unsigned.' : ''}decimal(${precision}, ${scale})`,
    tsType: 'Decimal',
    tsAlias: 'Decimal',
    schema: {
      type: 'number',
      description: `Exact: up to ${precision - scale} digits before the point, ${scale} after it.`,
      ...(unsigned && { minimum: 0 }),
    },
    example: scale > 0 && precision > scale ? 1.5 : 0,
    blank: '0',
    comparable: true,
  }
}

function approximate(kind: 'float' | 'double'): Rule {
  return ({ args: [precision, scale], isUnsigned, isZerofill }) => ({
    descriptor: scale
      ? `scaled.${kind}(${precision}, ${scale}${isUnsigned || isZerofill ? ", 'unsigned'" : ''})`
      : isUnsigned || isZerofill
        ? `unsigned.${kind}`
        : kind,
    tsType: 'number',
    schema: {
      type: 'number',
      description: kind === 'float' ? 'Approximate: 6 significant digits.' : 'Approximate: 15 significant digits.',
      ...((isUnsigned || isZerofill) && { minimum: 0 }),
    },
    example: 1.5,
    blank: '0',
    comparable: true,
  })
}

function characters(base: string): Rule {
  return ({ args }, column) => {
    const charset = quote(column.charset ?? 'utf8mb4')
    const length = Number(args[0] ?? 1)
    const hasLength = base === 'char' || base === 'varchar'
    return {
      descriptor: hasLength ? `${base}(${length}, ${charset})` : `${base}(${charset})`,
      tsType: 'string',
      schema: { type: 'string', ...(hasLength && { maxLength: length }) },
      example: 'text'.slice(0, hasLength ? length : 4),
      blank: '',
      comparable: true,
    }
  }
}

function bytes(base: string): Rule {
  return ({ args }) => ({
    descriptor: base.endsWith('binary') ? `${base}(${args[0] ?? '1'})` : base,
    tsType: 'Buffer',
    schema: { type: 'string', contentEncoding: 'base64' },
    example: 'AAEC',
    ...(base !== 'binary' && { blank: '' }),
    comparable: false,
  })
}

function moment(base: 'datetime' | 'timestamp'): Rule {
  return ({ args }) => ({
    descriptor: withFraction(base, args[0]),
    tsType: 'SqlDateTime',
    tsAlias: 'SqlDateTime',
    schema: { type: 'string', pattern: `^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}${fractionPattern(args[0])}$` },
    example: '2026-01-31 10:30:00',
    blank: '0000-00-00 00:00:00',
    hasZeroDate: true,
    comparable: true,
  })
}

function text(kind: string, pattern: string, example: string): Rule {
  return () => ({ descriptor: kind, tsType: 'string', schema: { type: 'string', pattern }, example, comparable: true })
}

function opaque({ base }: ParsedColumnType): ColumnKind {
  return {
    descriptor: `opaque(${quote(base)})`,
    tsType: 'unknown',
    schema: { type: 'string', contentEncoding: 'base64', readOnly: true },
    example: 'AAEC',
    comparable: false,
    isOpaque: true,
  }
}

function withFraction(kind: string, digits: string | undefined): string {
  return digits && digits !== '0' ? `${kind}(${digits})` : `${kind}()`
}

function fractionPattern(digits: string | undefined): string {
  return digits && digits !== '0' ? `(\\.\\d{1,${digits}})?` : ''
}
