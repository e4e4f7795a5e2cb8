/** What the reports answer. Whole numbers are numbers; others come as the text of their digits. */
import { metadata } from '../api/metadata.ts'
import { useAnswer, type Asked } from '../api/use-answer.ts'

type Digits = string | number

export interface Figures {
  readonly calls: number
  readonly answered: number
  readonly seconds: number
  readonly minutes: Digits
  readonly asr: Digits | null
  readonly acd: Digits | null
  readonly sell: Digits
  readonly buy: Digits
  readonly margin: Digits
  readonly margin_percent: Digits | null
}

export interface TrafficRow extends Figures {
  readonly key: string | number | null
  readonly label: string | null
}

export interface TrafficReport {
  /** Its bounds by the clocks of the database. */
  readonly database: { readonly from: string; readonly to: string }
  readonly is_complete: boolean
  readonly total: Figures
  readonly rows: readonly TrafficRow[]
}

export interface Sums {
  readonly count: number
  readonly amount: Digits
}

export type Log = 'refills' | 'payments' | 'charges'

export interface MoneyReport {
  readonly total: Readonly<Record<Log, Sums | null>>
  readonly rows: readonly (Readonly<Record<Log, Sums | null>> & { readonly key: string })[]
}

export interface RunningOutReport {
  readonly customers: readonly {
    readonly card_id: number
    readonly label: string | null
    readonly available: Digits
    readonly spent_a_day: Digits
    readonly days_left: Digits
  }[]
}

const REPORTS = ['reportTraffic', 'reportMoney', 'reportRunningOut'] as const
export type ReportName = (typeof REPORTS)[number]

function pathOf(name: ReportName): string | undefined {
  return metadata().routes.find(({ operationId }) => operationId === name)?.path
}

/** Whether there is such a report, and the caller may see it. */
export function hasReport(name: ReportName): boolean {
  return pathOf(name) !== undefined
}

export function hasAnyReport(): boolean {
  return REPORTS.some(hasReport)
}

export function useReport<Report>(name: ReportName, query: Readonly<Record<string, string>>): Asked<Report> {
  const path = pathOf(name)
  return useAnswer<Report>(path && `${path}/?${new URLSearchParams(query)}`)
}

/** For charts alone, which have no digits. */
export function height(value: Digits | null): number | null {
  return value === null ? null : Number(value)
}

/** `3:21`: minutes and seconds. */
export function duration(seconds: Digits | null): string {
  if (seconds === null) return '–'
  const whole = Math.round(Number(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

export function percent(value: Digits | null): string {
  return value === null ? '–' : `${value} %`
}
