/** `from=`, `to=` and `tz=`: of which time a report is, and the hours, days, weeks, months or years that it has. */
import { type RawBuilder, sql } from 'kysely'
import type { NextSlot } from '../../db/statements.ts'
import { ApiError } from '../../errors.ts'
import { didYouMean } from '../../nearest-name.ts'
import { type Bucket, distance, offsetAt, secondOf, type Zone, zoneNamed, zoneNames } from '../../resources/buckets.ts'
import type { ParameterSchema, PluginRequest } from '../plugin.ts'
import type { Reader } from './figures.ts'

export interface Period {
  /** `YYYY-MM-DD HH:MM:SS`, as the clocks of the zone show it, or as the database does without one. */
  readonly from: string
  /** The first moment that is no part of it. */
  readonly to: string
  readonly zone: Zone | undefined
}

const MOMENT = '^\\d{4}-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d:\\d\\d)?$'

export const PERIOD: Readonly<Record<'from' | 'to' | 'tz', ParameterSchema>> = {
  from: {
    type: 'string',
    required: true,
    pattern: MOMENT,
    description: 'the day or moment at which the report begins, as in 2026-01-31 or 2026-01-31 08:00:00',
    example: '2026-01-01',
  },
  to: {
    type: 'string',
    required: true,
    pattern: MOMENT,
    description: 'the day or moment before which it ends, no part of it itself',
    example: '2026-02-01',
  },
  tz: {
    type: 'string',
    description: 'a time zone such as Europe/Paris, or +02:00: its days are meant; without it those of the database',
    example: 'Europe/Berlin',
  },
}

/** More rows than a person reads, or a chart can show. */
const MOST_BUCKETS = 1000

/** @throws ApiError `invalid_parameter` */
export function readPeriod({ from = '', to = '', tz }: PluginRequest['query']): Period {
  const period = {
    from: momentOf('from', from),
    to: momentOf('to', to),
    zone: tz === undefined ? undefined : zoneOf(tz),
  }
  if (period.from >= period.to) refuse('to', `The parameter "to" must be later than "from", which is ${period.from}.`)
  return period
}

function momentOf(parameter: string, text: string): string {
  const moment = text.length === 10 ? `${text} 00:00:00` : text.replace('T', ' ')
  const isReal = Number.isFinite(seconds(moment)) && textOf(seconds(moment)) === moment
  if (!isReal) refuse(parameter, `The parameter "${parameter}" must be a moment that there is, not ${text}.`)
  // What the database can reckon with in seconds; of others it would say that nothing was.
  if (moment < '1971' || moment >= '2038')
    refuse(parameter, `The parameter "${parameter}" must be in a year from 1971 to 2037.`)
  return moment
}

function zoneOf(tz: string): Zone {
  return zoneNamed(tz) ?? refuse('tz', `There is no time zone "${tz}".${didYouMean(tz, zoneNames())}`)
}

function refuse(parameter: string, detail: string): never {
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter, detail }] })
}

/**
 * That a moment is in the period; an index on the column finds it.
 *
 * The database compares with the text of a moment in its session's zone, and where clocks are put back there are two of
 * that text: so the column is looked at two hours more widely, and the moment itself exactly.
 */
export function withinPeriod({ from, to, zone }: Period): {
  readonly values: readonly unknown[]
  readonly sql: (column: RawBuilder<unknown>, slot: NextSlot) => RawBuilder<unknown>
} {
  if (!zone) return { values: [from, to], sql: (column, slot) => sql`${column} >= ${slot()} and ${column} < ${slot()}` }
  const [first, end] = [secondOf(zone, seconds(from)), secondOf(zone, seconds(to))]
  return {
    values: [first - WIDER, end + WIDER, first, end],
    sql(column, slot) {
      const wide = sql`${column} >= from_unixtime(${slot()}) and ${column} < from_unixtime(${slot()})`
      return sql`${wide} and unix_timestamp(${column}) >= ${slot()} and unix_timestamp(${column}) < ${slot()}`
    },
  }
}

/** As the clocks of the database show them: filters of lists are written in those. */
export interface Bounds {
  /** `YYYY-MM-DD HH:MM:SS` */
  readonly from: string
  readonly to: string
}

export async function boundsInDatabase({ from, to, zone }: Period, read: Reader): Promise<Bounds> {
  if (!zone) return { from, to }
  const moments = [from, to].map((moment) => secondOf(zone, seconds(moment)))
  const [row = []] = await read(['bounds'], moments, (slot) => {
    const moment = () => sql`cast(from_unixtime(${slot()}) as datetime)`
    return sql`select ${moment()} as ${sql.id('begin')}, ${moment()} as ${sql.id('end')}`
  })
  return { from: String(row[0]), to: String(row[1]) }
}

/** @returns all that the period has, as `bucketSql` names them, in their order: a day without calls is one, too */
export function bucketsIn({ from, to, zone }: Period, bucket: Bucket): string[] {
  const buckets: string[] = []
  const add = (name: string): void => {
    if (buckets.length === MOST_BUCKETS) {
      refuse('by', `The period has more than ${MOST_BUCKETS} of "${bucket}": ask for a shorter one, or a longer "by".`)
    }
    buckets.push(name)
  }
  if (zone && bucket === 'hour') {
    const end = secondOf(zone, seconds(to))
    for (let at = secondOf(zone, seconds(beginningOf(from, 'hour'))); at < end; at += SHORTEST) {
      const offset = offsetAt(zone, at)
      const name = `${beginningOf(textOf(at + offset), 'hour')}${distance(offset)}`
      if (name !== buckets.at(-1)) add(name)
    }
    return buckets
  }
  for (let begin = beginningOf(from, bucket); begin < to; begin = nextOf(begin, bucket)) {
    add(bucket === 'hour' ? begin : begin.slice(0, 10))
  }
  return buckets
}

const HOUR = 3600
/** Where clocks are put forward or back by half an hour, an hour that they show is as short. */
const SHORTEST = HOUR / 2
/** Clocks are never put back by more. */
const WIDER = 2 * HOUR
const DAY = 24 * HOUR

function beginningOf(moment: string, bucket: Bucket): string {
  const day = moment.slice(0, 10)
  if (bucket === 'hour') return `${moment.slice(0, 13)}:00:00`
  if (bucket === 'day') return `${day} 00:00:00`
  if (bucket === 'month') return `${day.slice(0, 7)}-01 00:00:00`
  if (bucket === 'year') return `${day.slice(0, 4)}-01-01 00:00:00`
  const midnight = seconds(`${day} 00:00:00`)
  const sinceMonday = (new Date(midnight * 1000).getUTCDay() + 6) % 7
  return textOf(midnight - sinceMonday * DAY)
}

/** @param begin - of one; the longest month has fewer than 32 days, the longest year fewer than 367 */
function nextOf(begin: string, bucket: Bucket): string {
  const length = { hour: HOUR, day: DAY, week: 7 * DAY, month: 32 * DAY, year: 367 * DAY }[bucket]
  return beginningOf(textOf(seconds(begin) + length), bucket)
}

/** As if the clocks showed UTC. */
function seconds(moment: string): number {
  return Date.parse(`${moment.replace(' ', 'T')}Z`) / 1000
}

function textOf(second: number): string {
  return new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ')
}
