import { expect, it } from 'vitest'
import { distance, offsetAt, type Zone, zoneNamed } from '../../../../src/resources/buckets.ts'
import { bucketsIn, readPeriod } from '../../../../src/plugins/reports/period.ts'

/** Minute by minute: the hours that the clocks of a zone show from one moment to another. */
function hoursShown(zone: Zone, from: string, to: string): string[] {
  const shown = new Set<string>()
  const day = (moment: string): number => Date.parse(`${moment}T00:00:00Z`) / 1000
  for (let at = day(from) - 86_400; at < day(to) + 86_400; at += 60) {
    const offset = offsetAt(zone, at)
    const text = new Date((at + offset) * 1000).toISOString()
    if (text >= from && text < to) shown.add(`${text.slice(0, 10)} ${text.slice(11, 13)}:00:00${distance(offset)}`)
  }
  return [...shown]
}

it.each([
  ['Europe/Berlin', '2026-03-28', '2026-03-30'],
  ['Europe/Berlin', '2026-10-24', '2026-10-26'],
  // Its clocks are changed by half an hour.
  ['Australia/Lord_Howe', '2026-04-04', '2026-04-06'],
  ['Australia/Lord_Howe', '2026-10-03', '2026-10-05'],
  ['Asia/Kathmandu', '2026-01-01', '2026-01-03'],
  ['America/St_Johns', '2026-11-01', '2026-11-02'],
])('has the hours that the clocks of %s show from %s to %s', (tz, from, to) => {
  const zone = zoneNamed(tz)
  if (!zone) throw new Error(`There is no ${tz}`)
  expect(bucketsIn(readPeriod({ from, to, tz }), 'hour')).toEqual(hoursShown(zone, from, to))
})
