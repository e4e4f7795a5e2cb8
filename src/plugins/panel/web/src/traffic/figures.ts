/** What the API adds up of calls, and what follows from it. */
import { send } from '../api/client.ts'

/** Money as the database's decimal text. */
export interface Figures {
  readonly label: string
  readonly attempts: number
  readonly answered: number
  /** Of conversation. */
  readonly seconds: number
  readonly sell: string
  readonly buy: string
}

export interface Period {
  /** `YYYY-MM-DD`. */
  readonly from: string
  /** The last day of it. */
  readonly to: string
}

export type Group = 'hour' | 'day' | 'destination' | 'id_trunk' | 'card_id' | 'terminatecauseid'

interface Answer {
  readonly objects: readonly Readonly<Record<string, unknown>>[]
}

const SUMS = 'count,sum(sessiontime),sum(sessionbill),sum(buycost)'

/**
 * Two questions: of all calls, and of those that were answered.
 *
 * @param limit - groups, those with the most conversation first; moments come all, in their order
 */
export async function readFigures({ from, to }: Period, group: Group, limit: number): Promise<readonly Figures[]> {
  const isMoment = group === 'hour' || group === 'day'
  const field = isMoment ? `starttime_${group}` : group
  const query = (more: Readonly<Record<string, string>>): URLSearchParams =>
    new URLSearchParams({
      starttime__gte: `${from} 00:00:00`,
      starttime__lte: `${to} 23:59:59`,
      group: isMoment ? `starttime:${group}` : group,
      decimals: 'string',
      limit: String(isMoment ? 1000 : limit),
      ...more,
    })
  const ordering = isMoment ? field : '-sum_sessiontime'
  const labels: Readonly<Record<string, string>> = group === 'terminatecauseid' ? { labels: '1' } : {}
  const all = await send<Answer>(`api/call/?${query({ agg: SUMS, ordering, ...labels })}`)
  const keys = all.objects.map((row) => text(row[field]))
  const only = isMoment || keys.length === 0 ? {} : { [`${group}__in`]: keys.filter(Boolean).join(',') }
  const answered = await send<Answer>(`api/call/?${query({ agg: 'count', terminatecauseid: '1', ...only })}`)
  const counts = new Map(answered.objects.map((row) => [text(row[field]), Number(row['count'])]))
  return all.objects.map((row) => ({
    label: text((row['labels'] as Record<string, unknown> | undefined)?.[field]) || text(row[field]) || '–',
    attempts: Number(row['count']),
    answered: counts.get(text(row[field])) ?? 0,
    seconds: Number(row['sum_sessiontime'] ?? 0),
    sell: text(row['sum_sessionbill']) || '0',
    buy: text(row['sum_buycost']) || '0',
  }))
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

/** Answer-seizure ratio: answered of attempted, per cent with one digit. */
export function asr({ attempts, answered }: Figures): string {
  return attempts === 0 ? '–' : `${((answered / attempts) * 100).toFixed(1)} %`
}

/** Average call duration: conversation of an answered call, in minutes and seconds. */
export function acd({ answered, seconds }: Figures): string {
  if (answered === 0) return '–'
  const average = Math.round(seconds / answered)
  return `${Math.floor(average / 60)}:${String(average % 60).padStart(2, '0')}`
}

export function minutes({ seconds }: Figures): string {
  return (seconds / 60).toFixed(1)
}

/** A2Billing keeps both as FLOAT, whose sums mean nothing behind the fourth digit. */
const DIGITS = 4

/** Rounded to four digits, half away from zero, on integers: a double would round some of them otherwise. */
export function money(value: string): string {
  return written(units(value))
}

export function margin({ sell, buy }: Figures): string {
  const [plus, minus] = [units(sell), units(buy)]
  return plus === undefined || minus === undefined ? '–' : written(plus - minus)
}

/** Decimal text -> ten-thousandths; undefined for what is no plain decimal. */
function units(value: string): bigint | undefined {
  const [, sign, whole, digits = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? []
  if (whole === undefined) return undefined
  const kept = BigInt(whole + digits.slice(0, DIGITS).padEnd(DIGITS, '0'))
  const rounded = kept + (Number(digits[DIGITS] ?? '0') >= 5 ? 1n : 0n)
  return sign === '-' ? -rounded : rounded
}

function written(value: bigint | undefined): string {
  if (value === undefined) return '–'
  const digits = String(value < 0n ? -value : value).padStart(DIGITS + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -DIGITS)}.${digits.slice(-DIGITS)}`
}

export function total(label: string, all: readonly Figures[]): Figures {
  const sum = (values: readonly string[]): string =>
    written(values.reduce((whole, value) => whole + (units(value) ?? 0n), 0n))
  return {
    label,
    attempts: all.reduce((whole, { attempts }) => whole + attempts, 0),
    answered: all.reduce((whole, { answered }) => whole + answered, 0),
    seconds: all.reduce((whole, { seconds }) => whole + seconds, 0),
    sell: sum(all.map(({ sell }) => sell)),
    buy: sum(all.map(({ buy }) => buy)),
  }
}
