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

/** By arithmetic: to write each moment as text takes twice as long. */
const BEGINNINGS: Readonly<Record<Bucket, (moment: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  hour: (moment) => sql`timestampadd(hour, hour(${moment}), date(${moment}))`,
  day: (moment) => sql`date(${moment})`,
  week: (moment) => sql`date_sub(date(${moment}), interval weekday(${moment}) day)`,
  month: (moment) => sql`date_sub(date(${moment}), interval dayofmonth(${moment}) - 1 day)`,
  year: (moment) => sql`makedate(year(${moment}), 1)`,
}

/** What clocks show: seconds before UTC, and since when. */
interface Offset {
  readonly since: number
  readonly seconds: number
}

export interface Zone {
  readonly name: string
  /** The latest first. */
  readonly offsets: readonly Offset[]
}

/** Whether it can be said which of these a value is in. */
export function hasBucket({ kind }: ColumnType, bucket: Bucket): boolean {
  return kind === 'timestamp' || kind === 'datetime' || (kind === 'date' && bucket !== 'hour')
}

/** What {@link bucketSql} is. */
export function bucketType(bucket: Bucket, zone: Zone | undefined): ColumnType {
  if (bucket !== 'hour') return { kind: 'date' }
  return zone ? { kind: 'text', charset: 'utf8mb4' } : { kind: 'datetime', fraction: 0 }
}

/**
 * @param zone - without, as the database shows the moment; an hour of a zone is shown with its distance from UTC
 * @param isNullable - it may be null beside a zero date, and both are one group
 * @returns the first day or hour of it; null or zero of a zero date
 */
export function bucketSql(
  value: RawBuilder<unknown>,
  bucket: Bucket,
  zone: Zone | undefined,
  isNullable: boolean,
): RawBuilder<unknown> {
  const moment = zone ? localSql(value, zone) : isNullable ? sql`nullif(${value}, 0)` : value
  const beginning = BEGINNINGS[bucket](moment)
  if (!zone || bucket !== 'hour') return beginning
  return sql`concat(${beginning}, ${chosen(value, zone, ({ seconds }) => sql.lit(distance(seconds)))})`
}

/** @returns seconds before UTC that the zone's clocks are at this second */
export function offsetAt({ offsets }: Zone, second: number): number {
  const offset = offsets.find(({ since }) => since <= second) ?? offsets.at(-1)
  return offset?.seconds ?? 0
}

/**
 * @param shown - what the clocks show, as seconds as if it were UTC
 * @returns the first second at which they show it; of a time that they skip, the second at which they skip it
 */
export function secondOf({ offsets }: Zone, shown: number): number {
  for (const [index, { since, seconds }] of offsets.toReversed().entries()) {
    const second = Math.max(shown - seconds, index === 0 ? -Infinity : since)
    const next = offsets.at(-index - 2)
    if (!next || second < next.since) return second
  }
  throw new Error('A zone has clocks')
}

function localSql(value: RawBuilder<unknown>, zone: Zone): RawBuilder<unknown> {
  const seconds = chosen(value, zone, (offset) => sql.lit(offset.seconds))
  return sql`if(${value} = 0, null, timestampadd(second, floor(unix_timestamp(${value})) + ${seconds}, '1970-01-01 00:00:00'))`
}

/** Most rows are of the last years, so these are asked for first, and what lies ahead at the end. */
function chosen(
  value: RawBuilder<unknown>,
  { offsets }: Zone,
  what: (offset: Offset) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const now = Date.now() / 1000
  const past = offsets.filter(({ since }) => since <= now)
  const future = offsets.filter(({ since }) => since > now)
  const next = future.at(-1)
  const known = latestBefore(value, past, what)
  return next
    ? sql`if(unix_timestamp(${value}) < ${sql.lit(next.since)}, ${known}, ${latestBefore(value, future, what)})`
    : known
}

/** @param offsets - the latest first */
function latestBefore(
  value: RawBuilder<unknown>,
  offsets: readonly Offset[],
  what: (offset: Offset) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const first = offsets.at(-1)
  if (!first) throw new Error('A zone has clocks')
  if (offsets.length === 1) return what(first)
  const cases = offsets
    .slice(0, -1)
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

/** Of clocks before UTC: `+02:00`. */
export function distance(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60)
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0')
  return `${seconds < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}
