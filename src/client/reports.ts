/** The reports of docs/reports.md. Amounts are texts with all their digits; shares, minutes and days are numbers. */
import type { Requests } from './transport.ts'

export interface Period {
  /** A day or a moment: `2026-01-31`, `2026-01-31 08:00:00`. */
  readonly from: string
  /** No part of it itself. */
  readonly to: string
  /** Whose days are meant: `Europe/Berlin`; without it, the database's. */
  readonly tz?: string
}

type Numbers = number | string | readonly (number | string)[]
type Measure = keyof TrafficFigures

export interface TrafficQuery extends Period {
  /** `day` unless given. */
  readonly by?:
    | ('hour' | 'day' | 'week' | 'month' | 'year')
    | ('destination' | 'trunk' | 'customer' | 'agent' | 'cause' | 'none')
  /** Of what is not time; `-seconds` unless given. */
  readonly order?: Measure | `-${Measure}`
  /** Of what is not time; 20 unless given. */
  readonly limit?: number
  readonly destination?: Numbers
  readonly trunk?: Numbers
  readonly customer?: Numbers
  readonly agent?: Numbers
  readonly cause?: Numbers
}

export interface TrafficFigures {
  calls: number
  answered: number
  seconds: number
  minutes: number
  /** Per cent. */
  asr: number | null
  /** Seconds. */
  acd: number | null
  /** In the base currency, as `buy` and `margin`. */
  sell: string
  buy: string
  margin: string
  /** Of `sell`, per cent. */
  margin_percent: number | null
}

interface OfPeriod {
  by: string
  from: string
  to: string
  tz: string | null
}

export interface TrafficReport extends OfPeriod {
  /** The period by the clocks of the database, in which filters of lists are written. */
  database: { from: string; to: string }
  /** False: `limit` has left some out, which `total` has all the same. */
  is_complete: boolean
  total: TrafficFigures
  rows: ({ key: string | number | null; label: string | null } & TrafficFigures)[]
}

export interface MoneyQuery extends Period {
  /** `day` unless given. */
  readonly by?: 'day' | 'week' | 'month' | 'year'
}

/** Null where this A2Billing has no such table. */
export interface MoneyFigures {
  refills: { count: number; amount: string } | null
  payments: { count: number; amount: string } | null
  charges: { count: number; amount: string } | null
}

export interface MoneyReport extends OfPeriod {
  total: MoneyFigures
  rows: ({ key: string } & MoneyFigures)[]
}

export interface RunningOutQuery {
  /** What was spent in so many days is taken to go on; 7 unless given. */
  readonly days?: number
  /** Who lasts longer is left out; 3 days unless given. */
  readonly within?: number
  readonly limit?: number
}

export interface RunningOutCustomer {
  card_id: number
  label: string | null
  balance: string
  /** With the credit limit of who pays afterwards. */
  available: string
  spent: string
  spent_a_day: string
  days_left: number
}

export interface RunningOutReport {
  is_complete: boolean
  customers: RunningOutCustomer[]
}

export interface Reports {
  /** Calls, minutes, ASR, ACD, sell, buy and margin. */
  traffic(query: TrafficQuery): Promise<TrafficReport>
  /** Refills, payments and charges. */
  money(query: MoneyQuery): Promise<MoneyReport>
  /** Customers whose balance will not last. */
  runningOut(query?: RunningOutQuery): Promise<RunningOutReport>
}

export function makeReports({ get }: Requests): Reports {
  const report = async (name: string, query: object): Promise<never> => {
    // Lists of numbers have commas here, where filters come several times.
    const written = Object.entries(query).map(([word, value]) => [word, Array.isArray(value) ? value.join(',') : value])
    return (await get(`/custom_api/report/${name}`, { params: { query: Object.fromEntries(written) } })) as never
  }
  return {
    traffic: (query) => report('traffic', query),
    money: (query) => report('money', query),
    runningOut: (query = {}) => report('running_out', query),
  }
}
