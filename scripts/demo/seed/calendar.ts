/**
 * Turns moments relative to the demo's "today" into MySQL times.
 *
 * A moment is a whole number of seconds since 1970 in UTC, the session's time zone, so that moments can be compared
 * and added; text is only made when a row is written.
 */

export const MINUTE = 60
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** How A2Billing stores "never". */
export const NEVER = '0000-00-00 00:00:00'

/**
 * The moment `today` begins.
 *
 * @param today - e.g. `2026-11-23`
 * @throws Error when it is not a date of the calendar
 */
export function startOfDay(today: string): number {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(today) ? Date.parse(`${today}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== today) {
    throw new Error(`today: "${today}" is not a date; write it as 2026-11-23`)
  }
  return milliseconds / 1000
}

/** `1700000000` -> `2023-11-14 22:13:20`. */
export function dateTime(moment: number): string {
  const text = new Date(moment * 1000).toISOString()
  return `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

/** `1700000000` -> `2023-11-14`. */
export function date(moment: number): string {
  return dateTime(moment).slice(0, 10)
}

/** 0 is Sunday. 1970 began on a Thursday. */
export function weekday(moment: number): number {
  return (Math.floor(moment / DAY) + 4) % 7
}
