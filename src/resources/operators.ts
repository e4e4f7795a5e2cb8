/**
 * The operators of a filter, `field__op=value`: flask-peewee's words, and what each is in SQL.
 *
 * `like`, `contains` and their kind follow the column's collation, which is case-sensitive on A2Billing's `utf8_bin`;
 * `ilike` and `icontains` lower both sides, so accents still count; `iregexp` compares under `utf8mb4_general_ci`,
 * because lowering a pattern would turn `\D` into `\d`.
 *
 * `ne` and `not_in` are SQL's own: null is neither equal nor unequal, so rows without a value are in neither answer. A
 * negated filter, `-field=value`, is the rest of the list: every row that `field=value` leaves out, those without a
 * value and those whose reference leads nowhere included.
 */
import { type RawBuilder, sql } from 'kysely'
import type { NextSlot } from '../db/statements.ts'
import type { Bindable } from '../db/numeric-literal.ts'
import { type Codec, Refusal } from './codecs/codec.ts'
import type { Operand } from './operand.ts'

/** One value of a filter, read: what varies in the SQL is in `shape`, the rest is bound. */
export interface Test {
  readonly shape: string
  readonly values: readonly Bindable[]
  /** It is true of a reference that leads nowhere, whose row has no values. */
  readonly holdsForNothing?: true
  /** It is true of no zero date. */
  readonly leavesZeroOut?: true
  /** @param isZeroOut - another condition of the same rows leaves zero dates out */
  sql(operand: Operand, slot: NextSlot, isZeroOut?: boolean): RawBuilder<unknown>
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
  ['like', match(pattern)],
  ['ilike', caseBlind(pattern)],
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
      return testOf(codec, [value], (compared, slot) => sql`${compared} ${sign} ${slot()}`)
    },
  }
}

function oneOf(word: RawBuilder<unknown>): Operator {
  return {
    family: 'compare',
    parse(text, codec) {
      const values = parseList(text, codec)
      if (values instanceof Refusal) return values
      return testOf(codec, values, (compared, slot) => sql`${compared} ${word} (${sql.join(values.map(slot))})`)
    },
  }
}

function between(text: string, codec: Codec): Test | Refusal {
  const values = parseList(text, codec)
  if (values instanceof Refusal) return values
  if (values.length !== 2) return new Refusal('Must be two values with a comma between, lowest first.')
  return testOf(codec, values, (compared, slot) => sql`${compared} between ${slot()} and ${slot()}`)
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
        : (stored: RawBuilder<unknown>) =>
            codec.zeroDate ? sql`(${stored} is not null and ${stored} <> 0)` : sql`${stored} is not null`
      return {
        shape: String(wanted),
        values: [],
        ...(wanted && { holdsForNothing: true as const }),
        sql: ({ stored }) => test(stored),
      }
    },
  }
}

/** `!` escapes, because the backslash is another character in sjis and none at all in swe7. */
function match(toPattern: (text: string) => string): Operator {
  return matching(toPattern, (compared, slot) => sql`${compared} like ${slot()} escape '!'`)
}

function caseBlind(toPattern: (text: string) => string): Operator {
  return matching(toPattern, (compared, slot) => sql`lower(${compared}) like lower(${slot()}) escape '!'`)
}

function regexp(under: (compared: RawBuilder<unknown>) => RawBuilder<unknown>): Operator {
  return matching(
    (text) => text,
    (compared, slot) => sql`${under(compared)} regexp ${slot()}`,
  )
}

function matching(toPattern: (text: string) => string, toSql: Comparison): Operator {
  return {
    family: 'match',
    parse: (text, codec) =>
      text.isWellFormed()
        ? testOf(codec, [toPattern(text)], toSql)
        : new Refusal('Must be valid Unicode: half of a surrogate pair stands alone.'),
  }
}

type Comparison = (compared: RawBuilder<unknown>, slot: NextSlot) => RawBuilder<unknown>

/**
 * A comparison with values, under what holds for all of them: a zero date, being null to the client, is like nothing
 * unless a value names it, and a text that the column's character set cannot hold equals nothing, where the server
 * would refuse to compare. The zero date is left out beside the comparison, not within it, so that an index serves both.
 */
function testOf(codec: Codec, values: readonly Bindable[], toSql: Comparison): Test {
  const leavesZeroOut = codec.zeroDate !== undefined && !values.includes(codec.zeroDate)
  const isForeign = values.some((value) => typeof value === 'string' && codec.isForeign?.(value))
  return {
    shape: `${values.length}${leavesZeroOut ? ' no zero' : ''}${isForeign ? ' foreign' : ''}`,
    values,
    ...(leavesZeroOut && { leavesZeroOut }),
    sql({ compared, stored }, slot, isZeroOut = false) {
      const part = toSql(isForeign ? sql`convert(${stored} using utf8mb4) collate utf8mb4_bin` : compared, slot)
      return leavesZeroOut && !isZeroOut ? sql`(${part} and ${stored} <> 0)` : part
    },
  }
}

/** Characters with a meaning in LIKE, as themselves. */
export function literal(text: string): string {
  return text.replace(/[!%_]/g, '!$&')
}

/** A client's pattern, where a backslash escapes; the last one of all, with nothing behind it, is itself. */
function pattern(text: string): string {
  return text.replace(/\\(.)|!/gsu, (_part, escaped = '!') => `!${escaped}`)
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
