/** A check: a question to the database whose answer is a list of findings, empty where all is well. */
import { ApiError } from '../errors.ts'
import { errorNumber } from '../db/errors.ts'
import type { Finding } from './finding.ts'
import type { Patient } from './patient.ts'

export interface Check {
  readonly name: string
  /** Completes "it could not be found out …": `whether references lead nowhere`. */
  readonly asks: string
  /** Reads only. A statement that takes too long is ended by its connection's limit. */
  run(patient: Patient): Promise<Finding[]>
}

/** The scans of one check together may take this long; each is a statement with a limit of its own besides. */
const BUDGET_MS = 30_000

/** Places that a scan has not looked at. */
export interface Unseen<Place> {
  /** Places that there was no time for. */
  readonly unfinished: Place[]
  /** Places that the server refused to look at, and why; the others are looked at all the same. */
  readonly failed: { readonly place: Place; readonly reason: string }[]
}

export interface Scan<Place, Found> extends Unseen<Place> {
  readonly found: Found[]
}

/** Scans one table after the other until the time is up. */
export async function scanAll<Place, Found>(
  places: readonly Place[],
  scan: (place: Place) => Promise<Found[]>,
  budget: number = BUDGET_MS,
): Promise<Scan<Place, Found>> {
  const end = performance.now() + budget
  const found: Found[] = []
  const unfinished: Place[] = []
  const failed: { place: Place; reason: string }[] = []
  for (const place of places) {
    if (performance.now() > end) {
      unfinished.push(place)
      continue
    }
    try {
      found.push(...(await scan(place)))
    } catch (error) {
      if (isTooSlow(error)) unfinished.push(place)
      else if (errorNumber(error) > 0) failed.push({ place, reason: reasonOf(error) })
      else throw error
    }
  }
  return { found, unfinished, failed }
}

function isTooSlow(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'database_busy'
}

/**
 * Says that a check is only half done; nothing where it is not.
 *
 * @param show - a place as the operator knows it
 */
export function unfinishedScan<Place>(
  { name, asks }: Pick<Check, 'name' | 'asks'>,
  { unfinished, failed }: Unseen<Place>,
  show: (place: Place) => string = String,
): Finding[] {
  const about = (places: readonly unknown[]): string =>
    `In ${places.length} ${places.length === 1 ? 'place' : 'places'} it could not be found out ${asks}`
  return [
    ...(unfinished.length > 0
      ? [
          {
            code: 'check-unfinished',
            severity: 'warning' as const,
            where: name,
            what: `${about(unfinished)}: the scan took too long.`,
            why: UNKNOWN,
            next: LATER,
            details: unfinished.map(show),
          },
        ]
      : []),
    ...(failed.length > 0
      ? [
          {
            code: 'check-failed',
            severity: 'warning' as const,
            where: name,
            what: `${about(failed)}: the server refused.`,
            why: UNKNOWN,
            next: MEND,
            details: failed.map(({ place, reason }) => `${show(place)}: ${reason}`),
          },
        ]
      : []),
  ]
}

const UNKNOWN = 'What was not looked at may be in order or not.'
const LATER = 'Run `a2b doctor` again at an hour with little traffic.'
const MEND = 'Mend what the message names, then run `a2b doctor` again.'

/** Says that a check could not be made at all. */
export function failedCheck({ name, asks }: Pick<Check, 'name' | 'asks'>, error: unknown): Finding {
  return {
    code: isTooSlow(error) ? 'check-unfinished' : 'check-failed',
    severity: 'warning',
    where: name,
    what: `It could not be found out ${asks}: ${reasonOf(error)}`,
    why: UNKNOWN,
    next: isTooSlow(error) ? LATER : MEND,
  }
}

function reasonOf(error: unknown): string {
  const reasons = [error, (error as Error).cause].filter((it) => it instanceof Error).map(({ message }) => message)
  return reasons.join(' ')
}
