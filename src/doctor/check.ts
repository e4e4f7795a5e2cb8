/** A check: a question to the database whose answer is a list of findings, empty where all is well. */
import { ApiError } from '../errors.ts'
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

/**
 * Scans one table after the other until the time is up.
 *
 * @returns what was found, and the places that there was no time for
 */
export async function scanAll<Place, Found>(
  places: readonly Place[],
  scan: (place: Place) => Promise<Found[]>,
  budget: number = BUDGET_MS,
): Promise<{ found: Found[]; unfinished: Place[] }> {
  const end = performance.now() + budget
  const found: Found[] = []
  const unfinished: Place[] = []
  for (const place of places) {
    if (performance.now() > end) {
      unfinished.push(place)
      continue
    }
    try {
      found.push(...(await scan(place)))
    } catch (error) {
      if (!isTooSlow(error)) throw error
      unfinished.push(place)
    }
  }
  return { found, unfinished }
}

function isTooSlow(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'database_busy'
}

/** Says that a check is only half done; nothing where it is not. */
export function unfinishedScan({ name, asks }: Pick<Check, 'name' | 'asks'>, places: readonly string[]): Finding[] {
  if (places.length === 0) return []
  return [
    {
      code: 'check-unfinished',
      severity: 'warning',
      where: name,
      what: `In ${places.length} ${places.length === 1 ? 'place' : 'places'} it could not be found out ${asks}: the scan took too long.`,
      why: 'What was not looked at may be in order or not.',
      next: 'Run `a2b doctor` again at an hour with little traffic.',
      details: places,
    },
  ]
}

/** Says that a check could not be made at all. */
export function failedCheck({ name, asks }: Pick<Check, 'name' | 'asks'>, error: unknown): Finding {
  const reasons = [error, (error as Error).cause].filter((it) => it instanceof Error).map(({ message }) => message)
  return {
    code: isTooSlow(error) ? 'check-unfinished' : 'check-failed',
    severity: 'warning',
    where: name,
    what: `It could not be found out ${asks}: ${reasons.join(' ')}`,
    why: 'What was not looked at may be in order or not.',
    next: isTooSlow(error)
      ? 'Run `a2b doctor` again at an hour with little traffic.'
      : 'Mend what the message names, then run `a2b doctor` again.',
  }
}
