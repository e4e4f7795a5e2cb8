/**
 * Which values a column type can hold, so that two types can be compared: a change is narrowing where a value that
 * fitted no longer does.
 */
import { parseColumnType } from '../introspection/column-type.ts'
import type { SnapshotColumn } from '../introspection/snapshot.ts'

type Domain =
  | {
      readonly kind: 'number'
      readonly min: bigint
      readonly max: bigint
      readonly scale: number
      readonly digits: number
    }
  | TextDomain
  | { readonly kind: 'binary'; readonly bytes: number; readonly exact: boolean }
  | { readonly kind: 'choice'; readonly values: ReadonlySet<string>; readonly several: boolean }
  | { readonly kind: 'moment'; readonly range: number; readonly fraction: number }
  | { readonly kind: 'other'; readonly type: string }

/** Whether every value of the type `inner` is one of the type `outer`, too. */
export function holdsAll(outer: SnapshotColumn, inner: SnapshotColumn): boolean {
  const [a, b] = [domainOf(outer), domainOf(inner)]
  if (a.kind === 'number' && b.kind === 'number') {
    return a.min <= b.min && a.max >= b.max && a.scale >= b.scale && a.digits >= significantDigits(b)
  }
  if (a.kind === 'text' && b.kind === 'text') {
    return holdsLength(a, b) && repertoire(a) >= repertoire(b) && (!a.padded || b.padded)
  }
  if (a.kind === 'text' && b.kind === 'choice') {
    const longest = b.several
      ? [...b.values].join(',').length
      : Math.max(0, ...[...b.values].map((value) => value.length))
    return a.unit === 'bytes' || a.length >= longest
  }
  if (a.kind === 'binary' && b.kind === 'binary')
    return a.bytes >= b.bytes && (!a.exact || (b.exact && a.bytes === b.bytes))
  if (a.kind === 'choice' && b.kind === 'choice') return a.several === b.several && b.values.isSubsetOf(a.values)
  if (a.kind === 'moment' && b.kind === 'moment') return a.range >= b.range && a.fraction >= b.fraction
  return a.kind === 'other' && b.kind === 'other' && a.type === b.type
}

/** The members of an enum or set; undefined for every other type. */
export function choicesOf(column: SnapshotColumn): readonly string[] | undefined {
  const { base, args } = parseColumnType(column.type)
  return base === 'enum' || base === 'set' ? args : undefined
}

const INTEGER_BITS: Readonly<Record<string, number>> = { tinyint: 8, smallint: 16, mediumint: 24, int: 32, bigint: 64 }
const BYTES: Readonly<Record<string, number>> = {
  tiny: 2 ** 8 - 1,
  '': 2 ** 16 - 1,
  medium: 2 ** 24 - 1,
  long: 2 ** 32 - 1,
}
/** Dates, as ranges that include one another: TIMESTAMP ends in 2038. */
const MOMENTS: Readonly<Record<string, number>> = { timestamp: 1, datetime: 2 }

function domainOf(column: SnapshotColumn): Domain {
  const { base, args, isUnsigned, isZerofill } = parseColumnType(column.type)
  const unsigned = isUnsigned || isZerofill
  const bits = INTEGER_BITS[base]
  if (bits !== undefined) return integers(bits, unsigned)
  if (base === 'bit') return integers(Number(args[0] ?? 1), true)
  if (base === 'year') return { kind: 'number', min: 0n, max: 2155n, scale: 0, digits: Infinity }
  if (base === 'decimal') return decimals(Number(args[0] ?? 10), Number(args[1] ?? 0), unsigned)
  if (base === 'float' || base === 'double') return approximate(base, args, unsigned)
  if (base === 'char' || base === 'varchar') {
    return text(column, Number(args[0] ?? 1), 'characters', base === 'char')
  }
  const long = /^(tiny|medium|long|)(text|blob)$/.exec(base)
  if (long?.[2] === 'text') return text(column, BYTES[long[1] ?? ''] ?? 0, 'bytes', false)
  if (long) return { kind: 'binary', bytes: BYTES[long[1] ?? ''] ?? 0, exact: false }
  if (base === 'binary' || base === 'varbinary') {
    return { kind: 'binary', bytes: Number(args[0] ?? 1), exact: base === 'binary' }
  }
  if (base === 'enum' || base === 'set') return { kind: 'choice', values: new Set(args), several: base === 'set' }
  const range = MOMENTS[base]
  if (range !== undefined) return { kind: 'moment', range, fraction: Number(args[0] ?? 0) }
  return { kind: 'other', type: column.type }
}

function integers(bits: number, unsigned: boolean): Domain & { kind: 'number' } {
  const size = 2n ** BigInt(bits)
  const [min, max] = unsigned ? [0n, size - 1n] : [-size / 2n, size / 2n - 1n]
  return { kind: 'number', min, max, scale: 0, digits: Infinity }
}

function decimals(precision: number, scale: number, unsigned: boolean): Domain {
  const max = 10n ** BigInt(precision - scale) - 1n
  return { kind: 'number', min: unsigned ? 0n : -max, max, scale, digits: Infinity }
}

/** FLOAT keeps six digits of whatever it is given, DOUBLE fifteen. */
function approximate(base: 'float' | 'double', [precision, scale]: readonly string[], unsigned: boolean): Domain {
  const digits = base === 'float' ? 6 : 15
  const whole = scale === undefined ? (base === 'float' ? 38 : 308) : Number(precision) - Number(scale)
  const max = 10n ** BigInt(whole)
  return {
    kind: 'number',
    min: unsigned ? 0n : -max,
    max,
    scale: scale === undefined ? Infinity : Number(scale),
    digits,
  }
}

function significantDigits({ min, max, scale, digits }: Domain & { kind: 'number' }): number {
  if (digits !== Infinity) return digits
  return Math.max(`${max}`.length, `${-min}`.length) + scale
}

interface TextDomain {
  readonly kind: 'text'
  readonly length: number
  /** CHAR and VARCHAR count characters, the TEXT types bytes. */
  readonly unit: 'characters' | 'bytes'
  readonly charset: string
  /** CHAR: a text that ends in a space does not fit. */
  readonly padded: boolean
}

function text(
  { charset = 'utf8mb4' }: SnapshotColumn,
  length: number,
  unit: TextDomain['unit'],
  padded: boolean,
): Domain {
  return { kind: 'text', length, unit, charset, padded }
}

/** Character sets whose texts fit into those with a higher number. */
const REPERTOIRES: Readonly<Record<string, number>> = {
  ascii: 1,
  latin1: 2,
  utf8mb3: 3,
  ucs2: 3,
  utf8mb4: 4,
  utf16: 4,
  utf32: 4,
}

function repertoire({ charset }: TextDomain): number {
  return REPERTOIRES[charset] ?? 2
}

/** Bytes that a character takes at most. */
const WIDTHS: Readonly<Record<string, number>> = { utf8mb3: 3, utf8mb4: 4, ucs2: 2, utf16: 4, utf32: 4 }

function holdsLength(outer: TextDomain, inner: TextDomain): boolean {
  // As many characters as there are bytes, where each takes one.
  if (outer.unit === 'characters') return outer.length >= inner.length
  const isSameBytes = outer.charset === inner.charset || (isUtf8(outer) && isUtf8(inner))
  if (inner.unit === 'bytes' && isSameBytes) return outer.length >= inner.length
  return outer.length >= inner.length * (WIDTHS[outer.charset] ?? 1)
}

function isUtf8({ charset }: TextDomain): boolean {
  return charset.startsWith('utf8')
}
