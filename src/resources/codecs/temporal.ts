/**
 * DATE, DATETIME, TIMESTAMP and TIME, as MySQL writes them: `2014-04-16 01:11:45`, in the session's time zone.
 *
 * A date must be one of the calendar. The zero date is a value A2Billing means "never" by: null on the wire.
 */
import { type Codec, fromScalar, Refusal } from './codec.ts'

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/
const TIME = /^(-?)(\d{1,3}):(\d\d):(\d\d)(?:\.(\d+))?$/
const MAX_HOURS = 838

const ZERO_DATE = '0000-00-00'
const ZERO_MOMENT = '0000-00-00 00:00:00'

/** A TIMESTAMP's range is in UTC and the session's zone is up to 14 hours off: the server judges the last day. */
const TIMESTAMP_FROM = '1969-12-31'
const TIMESTAMP_TO = '2038-01-20'

export function dateCodec(): Codec {
  const refusal = new Refusal('Must be a date of the calendar, as in 2014-04-16.')
  return {
    fromJson: fromScalar((text) => {
      const parts = text === ZERO_DATE ? text : readMoment(text, 6)
      return parts instanceof Refusal || parts.length > ZERO_DATE.length ? refusal : parts
    }),
    // A day may be compared with a moment.
    fromText: (text) => (text === ZERO_DATE || text === ZERO_MOMENT ? ZERO_DATE : readMoment(text, 6)),
    toJson: 'moment',
    filters: ['compare', 'match'],
    zeroDate: ZERO_DATE,
  }
}

export function momentCodec({ kind, fraction }: { kind: 'datetime' | 'timestamp'; fraction: number }): Codec {
  return {
    fromJson: fromScalar((text) => {
      if (text === ZERO_MOMENT || text === ZERO_DATE) return ZERO_MOMENT
      const moment = readMoment(text, fraction)
      if (moment instanceof Refusal || kind === 'datetime') return moment
      const day = moment.slice(0, ZERO_DATE.length)
      return day < TIMESTAMP_FROM || day > TIMESTAMP_TO
        ? new Refusal('Must be from 1970-01-01 00:00:01 to 2038-01-19 03:14:07 UTC: this column is a TIMESTAMP.')
        : moment
    }),
    fromText: (text) => (text === ZERO_DATE || text === ZERO_MOMENT ? ZERO_MOMENT : readMoment(text, 6)),
    toJson: 'moment',
    filters: ['compare', 'match'],
    zeroDate: ZERO_MOMENT,
  }
}

export function timeCodec({ fraction }: { fraction: number }): Codec {
  const parse: Codec['fromText'] = (text) => {
    const [, , hours, minutes, seconds, digits] = text.match(TIME) ?? []
    if (hours === undefined || Number(hours) > MAX_HOURS || Number(minutes) > 59 || Number(seconds) > 59) {
      return new Refusal('Must be a time from -838:59:59 to 838:59:59.')
    }
    return tooFine(digits, fraction) ?? text
  }
  return { fromJson: fromScalar(parse), fromText: parse, toJson: 'quoted', filters: ['compare', 'match'] }
}

/** True for the server's spelling of a zero date, with any number of fraction digits. */
export function isZeroDate(text: string): boolean {
  return text.startsWith(ZERO_DATE) && !/[1-9]/.test(text)
}

function readMoment(text: string, fraction: number): string | Refusal {
  const match = text.match(MOMENT)
  if (!match) return new Refusal('Must be a date and time, as in 2014-04-16 01:11:45.')
  const [, year, month, day, hours, minutes, seconds, digits, zone] = match
  if (zone) {
    return new Refusal("Must not name a time zone: send the time as it is in the database's own zone.")
  }
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return new Refusal('Is no date of the calendar.')
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return new Refusal('Is no time of day.')
  return tooFine(digits, fraction) ?? text.replace('T', ' ')
}

function tooFine(digits: string | undefined, fraction: number): Refusal | undefined {
  if (digits === undefined || /^0*$/.test(digits.slice(fraction))) return undefined
  return new Refusal(
    fraction === 0
      ? 'Must have no fraction of a second: this column keeps whole seconds.'
      : `Must have at most ${fraction} digits after the seconds.`,
  )
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return year >= 1 && days !== undefined && day >= 1 && day <= days
}
