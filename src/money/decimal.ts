/** Decimal text minus decimal text, on whole numbers: nothing is rounded. */

/** @returns with the decimals of `from`, and more only where they are not zeros */
export function minus(from: string, what: string): string {
  const scale = Math.max(decimalsOf(from), decimalsOf(what))
  const units = toUnits(from, scale) - toUnits(what, scale)
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  const [whole, decimals] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale)]
  const kept = decimals.slice(0, decimalsOf(from)) + decimals.slice(decimalsOf(from)).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${kept === '' ? '' : `.${kept}`}`
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0
}

function toUnits(text: string, scale: number): bigint {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '') throw new TypeError('A decimal must be digits, with a point and a minus at most')
  const units = BigInt(whole + decimals.padEnd(scale, '0'))
  return sign === '-' ? -units : units
}
