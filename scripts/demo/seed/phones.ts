/**
 * Picks phone numbers by country, in full international form without `+`.
 */
import { destinations } from './data.ts'
import type { Random } from './random.ts'

/** A number and the dial prefix that prices it. */
export interface PhoneNumber {
  readonly number: string
  readonly prefix: string
}

const callable = destinations.filter((destination) => destination.numbers.length > 0)
const byCountry = Map.groupBy(callable, (destination) => destination.country)

/** A number of a country, or of any country when none is given. */
export function pickNumber(random: Random, country?: string): PhoneNumber {
  const choices = country === undefined ? callable : byCountry.get(country)
  if (!choices) throw new Error(`destinations.json has no number for the country ${country}`)
  const { prefix, numbers } = random.pick(choices)
  return { prefix, number: prefix + random.digits(random.pick(numbers)) }
}
