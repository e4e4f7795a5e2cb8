/** Amounts as whole numbers of the smallest unit that A2Billing keeps, 0.00001: what the tests reckon with. */

const SCALE = 5

/**
 * @param text - decimal text as MySQL or JSON prints it, e.g. `-5.25`
 * @throws Error when it is no decimal number, or has more than five decimals that are not zero
 */
export function toUnits(text: string): bigint {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '' || /[1-9]/.test(decimals.slice(SCALE))) throw new Error(`"${text}" is no amount in units of 0.00001`)
  const units = BigInt(whole + decimals.slice(0, SCALE).padEnd(SCALE, '0'))
  return sign === '-' ? -units : units
}

/** @returns with five decimals, e.g. `-5.25000` */
export function toDecimal(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(SCALE + 1, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`
}
