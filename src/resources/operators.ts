/**
 * The operators of a filter, `field__op=value`: flask-peewee's words, and what each is in SQL.
 *
 * `like`, `contains` and their kind follow the column's collation, which is case-sensitive on A2Billing's `utf8_bin`;
 * `ilike` and `icontains` lower both sides, so accents still count; `iregexp` compares under `utf8mb4_general_ci`,
 * because lowering a pattern would turn `\D` into `\d`.
 */
import { type RawBuilder, sql } from 'kysely'
import type { NextSlot } from '../db/statements.ts'
import type { Bindable } from '../db/numeric-literal.ts'
import { type Codec, Refusal } from './codecs/codec.ts'

/** A column as a filter sees it. */
export interface Operand {
  /** As it is compared: the 6 digits of a FLOAT, the text of a JSON. */
  readonly compared: RawBuilder<unknown>
  readonly stored: RawBuilder<unknown>
  readonly codec: Codec
}

/** One value of a filter, read: what varies in the SQL is in `shape`, the rest is bound. */
export interface Test {
  readonly shape: string
  readonly values: readonly Bindable[]
  sql(operand: Operand, slot: NextSlot): RawBuilder<unknown>
}

export interface Operator {
  /** The part of {@link Codec.filters} it needs; null tests work on every column. */
  readonly family: 'compare' | 'match' | 'null'
  /** What it excludes stays excluded: repeated, all must hold, where other operators need one. */
  readonly excludes?: true
  parse(text: string, codec: Codec): Test | Refusal
}

/** By name, as after the two underscores. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['eq', compare(sql`=`)],
  ['ne', { ...compare(sql`<>`), excludes: true }],
  ['lt', compare(sql`<`)],
  ['lte', compare(sql`<=`)],
  ['gt', compare(sql`>`)],
  ['gte', compare(sql`>=`)],
  ['in', oneOf(sql`in`)],
  ['not_in', { ...oneOf(sql`not in`), excludes: true }],
  ['between', { family: 'compare', parse: between }],
  ['is', isNull({ none: true, null: true })],
  ['is_not', { ...isNull({ none: false, null: false }), excludes: true }],
  ['is_null', isNull({ true: true, false: false })],
  ['like', match((text) => text)],
  ['ilike', caseBlind((text) => text)],
  ['contains', match((text) => `%${literal(text)}%`)],
  ['icontains', caseBlind((text) => `%${literal(text)}%`)],
  ['startswith', match((text) => `${literal(text)}%`)],
  ['endswith', match((text) => `%${literal(text)}`)],
  ['regexp', regexp((compared) => compared)],
  ['iregexp', regexp((compared) => sql`convert(${compared} using utf8mb4) collate utf8mb4_general_ci`)],
])

function compare(sign: RawBuilder<unknown>): Operator {
  return {
    family: 'compare',
    parse(text, codec) {
      const value = codec.fromText(text)
      if (value instanceof Refusal) return value
      return { shape: '', values: [value], sql: ({ compared }, slot) => sql`${compared} ${sign} ${slot()}` }
    },
  }
}

function oneOf(word: RawBuilder<unknown>): Operator {
  return {
    family: 'compare',
    parse(text, codec) {
      const values = parseList(text, codec)
      if (values instanceof Refusal) return values
      return {
        shape: String(values.length),
        values,
        sql: ({ compared }, slot) => sql`${compared} ${word} (${sql.join(values.map(slot))})`,
      }
    },
  }
}

function between(text: string, codec: Codec): Test | Refusal {
  const values = parseList(text, codec)
  if (values instanceof Refusal) return values
  if (values.length !== 2) return new Refusal('Must be two values with a comma between, lowest first.')
  return { shape: '', values, sql: ({ compared }, slot) => sql`${compared} between ${slot()} and ${slot()}` }
}

/** A zero date is null on the wire, so it is null here; `IS NULL` alone finds it on DATETIME but not on TIMESTAMP. */
function isNull(words: Readonly<Record<string, boolean>>): Operator {
  const known = new Map(Object.entries(words))
  return {
    family: 'null',
    parse(text, codec) {
      const wanted = known.get(text.toLowerCase())
      if (wanted === undefined) return new Refusal(`Must be ${[...known.keys()].join(' or ')}.`)
      const test = wanted
        ? (stored: RawBuilder<unknown>) =>
            codec.zeroDate ? sql`(${stored} is null or ${stored} = 0)` : sql`${stored} is null`
        : (stored: RawBuilder<unknown>) => (codec.zeroDate ? sql`${stored} <> 0` : sql`${stored} is not null`)
      return { shape: String(wanted), values: [], sql: ({ stored }) => test(stored) }
    },
  }
}

function match(pattern: (text: string) => string): Operator {
  return matching(pattern, ({ compared }, slot) => sql`${compared} like ${slot()}`)
}

function caseBlind(pattern: (text: string) => string): Operator {
  return matching(pattern, ({ compared }, slot) => sql`lower(${compared}) like lower(${slot()})`)
}

function regexp(under: (compared: RawBuilder<unknown>) => RawBuilder<unknown>): Operator {
  return matching(
    (text) => text,
    ({ compared }, slot) => sql`${under(compared)} regexp ${slot()}`,
  )
}

function matching(pattern: (text: string) => string, toSql: Test['sql']): Operator {
  return {
    family: 'match',
    parse: (text) =>
      text.isWellFormed()
        ? { shape: '', values: [pattern(text)], sql: toSql }
        : new Refusal('Must be valid Unicode: half of a surrogate pair stands alone.'),
  }
}

/** Characters with a meaning in LIKE, as themselves. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

function parseList(text: string, codec: Codec): Bindable[] | Refusal {
  const values: Bindable[] = []
  for (const part of splitList(text)) {
    const value = codec.fromText(part)
    if (value instanceof Refusal) return value
    values.push(value)
  }
  return values
}

/** Splits at commas; a part in double quotes keeps its commas, and `""` inside it is a quote. */
function splitList(text: string): string[] {
  const parts = text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"(?=,|$)|([^,]*))/g)
  return Array.from(parts, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}
