/**
 * Money as whole numbers of 1/100,000 of the base currency, the scale of A2Billing's `decimal(15,5)`.
 *
 * Sums stay exact, and a balance can be compared with its ledger to the last place.
 */

/** One unit of the base currency. */
export const UNIT = 100_000

/** `525000` -> `"5.25000"`. */
export function amountText(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(6, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -5)}.${digits.slice(-5)}`
}

/**
 * `"5.25"` -> `525000`.
 *
 * @throws Error when the text is not a decimal number with at most five places
 */
export function parseAmount(text: string): number {
  const parts = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d{1,5}))?$/.exec(text)?.groups
  if (!parts) throw new Error(`"${text}" is not an amount with at most five places`)
  const amount = Number(parts['whole']) * UNIT + Number((parts['fraction'] ?? '').padEnd(5, '0'))
  return parts['sign'] ? -amount : amount
}

/** What a payment is worth without VAT: gross / (1 + vat/100), rounded to five places. */
export function withoutVat(gross: number, vatPercent: string): number {
  const percent = parseAmount(vatPercent)
  return Math.round((gross * 100 * UNIT) / (100 * UNIT + percent))
}

/** A share of an amount, rounded to five places; `"7.5"` means 7.5 %. */
export function percentOf(amount: number, percent: string): number {
  return Math.round((amount * parseAmount(percent)) / (100 * UNIT))
}
