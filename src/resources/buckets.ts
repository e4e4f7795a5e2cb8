/**
 * `group=starttime:day&tz=Europe/Paris`: which hour, day, week, month or year a moment is in, and where.
 *
 * What a zone's clocks showed is worked out here, from the zones that Node knows: few databases have tables of them. The
 * moment itself is compared, not its text, which in the hour that comes twice when clocks go back is that of two.
 */
import { type RawBuilder, sql } from 'kysely'
import { RecentCache } from '../recent-cache.ts'
import type { ColumnType } from './resource.ts'

export const BUCKETS = ['hour', 'day', 'week', 'month', 'year'] as const
export type Bucket = (typeof BUCKETS)[number]

const FORMATS: Readonly<Record<Bucket, string>> = {
  hour: '%Y-%m-%d %H:00:00',
  day: '%Y-%m-%d',
  week: '%Y-%m-%d',
  month: '%Y-%m-01',
  year: '%Y-01-01',
}

/** A zone's clocks: seconds that they are before UTC, and since when, the latest first. */
export interface Zone {
  readonly name: string
  readonly offsets: readonly { readonly since: number; readonly seconds: number }[]
}

/** Whether it can be said which of these a value is in. */
export function hasBucket({ kind }: ColumnType, bucket: Bucket): boolean {
  return kind === 'timestamp' || kind === 'datetime' || (kind === 'date' && bucket !== 'hour')
}

/**
 * @param zone - without, as the database shows the moment; an hour of a zone is shown with its distance from UTC
 * @returns the first day or hour of it, as text; null of a zero date
 */
export function bucketSql(value: RawBuilder<unknown>, bucket: Bucket, zone: Zone | undefined): RawBuilder<unknown> {
  const moment = zone ? localSql(value, zone) : sql`nullif(${value}, 0)`
  const day = bucket === 'week' ? sql`date_sub(${moment}, interval weekday(${moment}) day)` : moment
  const text = sql`date_format(${day}, ${sql.lit(FORMATS[bucket])})`
  if (!zone || bucket !== 'hour') return text
  return sql`concat(${text}, ${chosen(value, zone, ({ seconds }) => sql.lit(distance(seconds)))})`
}

function localSql(value: RawBuilder<unknown>, zone: Zone): RawBuilder<unknown> {
  const seconds = chosen(value, zone, (offset) => sql.lit(offset.seconds))
  return sql`if(${value} = 0, null, timestampadd(second, floor(unix_timestamp(${value})) + ${seconds}, '1970-01-01 00:00:00'))`
}

/** Most rows are recent, and met by the first of these. */
function chosen(
  value: RawBuilder<unknown>,
  { offsets }: Zone,
  what: (offset: Zone['offsets'][number]) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const [first, ...others] = offsets.toReversed()
  if (!first) throw new Error('A zone has clocks')
  if (others.length === 0) return what(first)
  const cases = others
    .toReversed()
    .map((offset) => sql`when unix_timestamp(${value}) >= ${sql.lit(offset.since)} then ${what(offset)}`)
  return sql`case ${sql.join(cases, sql` `)} else ${what(first)} end`
}

/** Names may be written in any case, so there is no end of them. */
const zones = new RecentCache<Zone | undefined>(100)

/** @returns undefined where there is no such zone */
export function zoneNamed(name: string): Zone | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(name) ?? []
  if (hours === undefined) return isZone(name) ? zones.get(name, () => ({ name, offsets: offsetsOf(name) })) : undefined
  const seconds = (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * 60)
  const isReal = Number(hours) <= 14 && Number(minutes) < 60
  return isReal ? { name, offsets: [{ since: 0, seconds }] } : undefined
}

function isZone(name: string): boolean {
  if (!/^[a-z][\w+-]*(\/[\w+-]+)*$/i.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    // It throws at a name that it does not know, and has no other way to say so.
    return false
  }
}

/** Most of those that there are. */
export function zoneNames(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
}

const HOUR = 3600
const FIRST = Date.UTC(1995, 0, 1) / 1000
const LAST = Date.UTC(2038, 0, 19) / 1000
/** Clocks are changed no more often. */
const STEP = 14 * 24 * HOUR

function offsetsOf(name: string): Zone['offsets'] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  const at = (second: number): number =>
    secondsIn(format.formatToParts(second * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? '')
  const found = [{ since: 0, seconds: at(FIRST) }]
  for (let from = FIRST; from < LAST; from += STEP) {
    const before = at(from)
    if (at(from + STEP) === before) continue
    let [low, high] = [from, from + STEP]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (at(middle) === before) low = middle
      else high = middle
    }
    found.push({ since: high, seconds: at(high) })
  }
  return found.toReversed()
}

/** `GMT+02:00`, and `GMT` at none. */
function secondsIn(text: string): number {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * 60 + Number(seconds))
}

function distance(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60)
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0')
  return `${seconds < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}
