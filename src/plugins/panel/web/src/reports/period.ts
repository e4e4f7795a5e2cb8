/** Days as an operator means them: those of the clock on the wall where the browser is. */

export const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** @param days - before today */
export function dayBefore(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() - days)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** @param day - `YYYY-MM-DD` */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T12:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/** `HH:MM:SS` */
export function timeNow(): string {
  return new Date().toTimeString().slice(0, 8)
}

/** @param first - and `last`, days that both belong to it */
export function periodQuery(first: string, last: string): Record<'from' | 'to' | 'tz', string> {
  return { from: first, to: dayAfter(last), tz: ZONE }
}
