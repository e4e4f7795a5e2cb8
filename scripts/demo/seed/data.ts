/**
 * Loads the demo's lists: countries, currencies, languages, dial prefixes, and what people in a country are called.
 *
 * Phone numbers are masks, X being any digit. Where a regulator keeps a range for films and books (UK, USA, Canada,
 * France, Germany, Ireland, Sweden, Australia), the masks stay inside it.
 */
import { readFileSync } from 'node:fs'

export interface Country {
  /** ISO 3166-1 alpha-3, as in `cc_card.country`. */
  readonly code: string
  readonly name: string
  /** Dial prefix without `+`; `0` for places without a telephone network. */
  readonly prefix: string
}

export interface Currency {
  /** ISO 4217. */
  readonly code: string
  readonly name: string
  /** The price of one unit in USD, with five places. */
  readonly rate: string
}

export interface Language {
  /** ISO 639-1. */
  readonly code: string
  readonly name: string
  /** What its speakers call it, where that fits. */
  readonly own?: string
}

export interface Destination {
  /** Dial prefix, the longest match wins. */
  readonly prefix: string
  readonly name: string
  /** ISO 3166-1 alpha-3; absent for satellites and special numbers. */
  readonly country?: string
  /** What a carrier asks, USD per minute. */
  readonly buyrate: string
  /** Masks of what follows the prefix; empty where nobody of the demo calls. */
  readonly numbers: readonly string[]
}

/** Names, addresses and habits of the customers of one country. */
export interface Locale {
  /** ISO 3166-1 alpha-3. */
  readonly country: string
  /** Customers from here, relative to the other locales. */
  readonly share: number
  readonly currency: string
  readonly language: string
  /** Per cent; `"0"` where the demo company charges none. */
  readonly vat: string
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  /** `#` stands for the house number. */
  readonly streets: readonly string[]
  readonly cities: readonly { readonly city: string; readonly state: string; readonly zip: string }[]
  /** Where they call: country code to weight. */
  readonly calls: Readonly<Record<string, number>>
  readonly companies: readonly string[]
}

export const countries: readonly Country[] = load('countries')
export const currencies: readonly Currency[] = load('currencies')
export const languages: readonly Language[] = load('languages')
export const destinations: readonly Destination[] = load('destinations')
export const locales: readonly Locale[] = load('locales')

function load<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`data/${name}.json`, import.meta.url), 'utf8'))
}
