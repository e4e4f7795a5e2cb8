/** A column's rules for values: the {@link Codec} of its type, and what null means for it. */
import type { Bindable } from '../db/numeric-literal.ts'
import { binaryCodec, opaqueCodec } from './codecs/bytes.ts'
import { enumCodec, setCodec } from './codecs/choice.ts'
import { type Codec, Refusal } from './codecs/codec.ts'
import { decimalCodec, doubleCodec, floatCodec } from './codecs/decimal.ts'
import { fixedFormCodec } from './codecs/fixed-form.ts'
import { flagCodec } from './codecs/flag.ts'
import { bitCodec, integerCodec, yearCodec } from './codecs/integer.ts'
import { jsonCodec } from './codecs/json.ts'
import { dateCodec, momentCodec, timeCodec } from './codecs/temporal.ts'
import { textCodec } from './codecs/text.ts'
import type { Column, ColumnType } from './resource.ts'

type Kind = ColumnType['kind']

const CODECS: { readonly [K in Kind]: (type: ColumnType & { kind: K }) => Codec } = {
  integer: integerCodec,
  decimal: decimalCodec,
  float: floatCodec,
  double: doubleCodec,
  text: textCodec,
  binary: binaryCodec,
  date: dateCodec,
  datetime: (type) => momentCodec({ ...type, kind: 'datetime' }),
  timestamp: (type) => momentCodec({ ...type, kind: 'timestamp' }),
  time: timeCodec,
  year: yearCodec,
  enum: enumCodec,
  set: setCodec,
  bit: bitCodec,
  json: jsonCodec,
  flag: (type) => flagCodec(type, codecOf(type.stored)),
  uuid: (type) => fixedFormCodec({ ...type, kind: 'uuid' }),
  inet4: (type) => fixedFormCodec({ ...type, kind: 'inet4' }),
  inet6: (type) => fixedFormCodec({ ...type, kind: 'inet6' }),
  opaque: opaqueCodec,
}

const made = new WeakMap<ColumnType, Codec>()

/** The codec of a column type; made once per descriptor. */
export function codecOf(type: ColumnType): Codec {
  const known = made.get(type)
  if (known) return known
  const make = CODECS[type.kind] as (type: ColumnType) => Codec
  const codec = make(type)
  made.set(type, codec)
  return codec
}

/**
 * @param value - of a body, with numbers as JsonNumber
 * @returns what to bind, or why the column cannot hold the value
 */
export function parseBodyValue(column: Column, value: unknown): Bindable | Refusal {
  const codec = codecOf(column.type)
  if (value !== null) return codec.fromJson(value)
  if (column.nullable) return null
  const defaultsToZero = column.zeroDate ?? column.blank?.startsWith('0000-00-00')
  if (defaultsToZero && codec.zeroDate) return codec.zeroDate
  return new Refusal('Must not be null.')
}

/** What create stores when the client leaves out a column that A2Billing leaves blank. */
export function blankValue({ type }: Column, blank: string): Bindable {
  const value = codecOf(type.kind === 'flag' ? type.stored : type).fromText(blank)
  return value instanceof Refusal ? blank : value
}
