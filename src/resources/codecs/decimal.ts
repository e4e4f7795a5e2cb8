/**
 * DECIMAL, exact, and FLOAT and DOUBLE, which are not: a FLOAT shows 6 significant digits whatever was stored, so it
 * takes no more, and a DOUBLE takes what it gives back unchanged.
 */
import { NumericLiteral } from '../../db/numeric-literal.ts'
import { type Codec, fromScalar, Refusal } from './codec.ts'

const DECIMAL = /^(-?)0*(\d*?)(?:\.(\d*?)0*)?$/
const PLAIN = /^-?\d+(\.\d+)?$/
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i
/** The server's own limit for an exact number. */
const MAX_DIGITS = 65

/** Of a spelling, leading and trailing zeros included. */
const MAX_LENGTH = 400

const FLOAT_DIGITS = 6
/** Between these every number of 6 digits comes back as it was. */
const FLOAT_MIN = 1.1755e-38
const FLOAT_MAX = 3.40282e38

interface Sign {
  readonly unsigned?: true
}

interface Digits {
  readonly precision: number
  readonly scale: number
}

export function decimalCodec({ precision, scale, unsigned }: Sign & Digits): Codec {
  const whole = precision - scale
  const refusal = new Refusal(
    `Must be a decimal number with at most ${whole} digits before the point and ${scale} after it, without exponent${unsigned ? ', not below 0' : ''}.`,
  )
  return {
    fromJson: fromScalar((text) => {
      const parts = decimalParts(text)
      if (!parts || parts.whole.length > whole || parts.fraction.length > scale) return refusal
      if (unsigned && parts.sign) return refusal
      return literalOf(parts)
    }),
    fromText(text) {
      const parts = decimalParts(text)
      if (!parts || parts.whole.length + parts.fraction.length > MAX_DIGITS) {
        return new Refusal('Must be a decimal number without exponent.')
      }
      return literalOf(parts)
    },
    toJson: unsigned ? 'zerofilled' : 'bare',
    filters: ['compare', 'match'],
  }
}

export function floatCodec({ unsigned, digits }: Sign & { digits?: Digits }): Codec {
  return approximate({ unsigned, digits }, (text, value) => {
    if (significantDigits(text).length > FLOAT_DIGITS) {
      return `Must have at most ${FLOAT_DIGITS} significant digits: this column is a FLOAT and would change the others.`
    }
    const size = Math.abs(value)
    if (size === 0 && significantDigits(text) === '') return undefined
    return size < FLOAT_MIN || size > FLOAT_MAX ? 'Is out of the range of a FLOAT.' : undefined
  })
}

export function doubleCodec({ unsigned, digits }: Sign & { digits?: Digits }): Codec {
  return {
    ...approximate({ unsigned, digits }, (text, value) =>
      isSameNumber(text, String(value)) ? undefined : 'Has more digits than a DOUBLE keeps.',
    ),
    toJson: unsigned ? 'zerofilled' : 'bare',
    // The driver's own reading of long numbers can be off by the last digit.
    selectAs: 'char',
  }
}

function approximate(
  { unsigned, digits }: { unsigned: true | undefined; digits: Digits | undefined },
  check: (text: string, value: number) => string | undefined,
): Codec {
  // Written as the double it is: the server cuts longer spellings, and takes none beyond the range of a double.
  const parse: Codec['fromText'] = (text) => {
    if (!NUMBER.test(text) || text.length > MAX_LENGTH) return new Refusal('Must be a number.')
    const value = Number(text)
    return Number.isFinite(value) ? new NumericLiteral(String(value)) : new Refusal('Is out of the range of a DOUBLE.')
  }
  return {
    fromJson: fromScalar((text) => {
      const literal = parse(text)
      if (literal instanceof Refusal) return literal
      const value = Number(text)
      const detail = unsigned && value < 0 ? 'Must not be below 0.' : (beyond(digits, text) ?? check(text, value))
      return detail === undefined ? literal : new Refusal(detail)
    }),
    fromText: parse,
    // As the double that the driver reads it as: 3.40282e38 is 3.40282e+38.
    toJson: 'approximate',
    filters: ['compare'],
    compareAs: 'shownNumber',
  }
}

/** FLOAT(M,D) rounds what has more decimals. */
function beyond(digits: Digits | undefined, text: string): string | undefined {
  if (!digits) return undefined
  const { precision, scale } = digits
  const parts = decimalParts(text)
  return parts && parts.whole.length <= precision - scale && parts.fraction.length <= scale
    ? undefined
    : `Must be a number with at most ${precision - scale} digits before the point and ${scale} after it, without exponent.`
}

interface DecimalParts {
  readonly sign: string
  /** Without leading zeros; empty for 0. */
  readonly whole: string
  /** Without trailing zeros. */
  readonly fraction: string
}

function decimalParts(text: string): DecimalParts | undefined {
  const match = text.length <= MAX_LENGTH && PLAIN.test(text) ? text.match(DECIMAL) : null
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  return { sign: whole || fraction ? sign : '', whole, fraction }
}

function literalOf({ sign, whole, fraction }: DecimalParts): NumericLiteral {
  return new NumericLiteral(`${sign}${whole || '0'}${fraction && `.${fraction}`}`)
}

function significantDigits(text: string): string {
  return (text.split(/e/i)[0] ?? '').replace(/[-.]/g, '').replace(/^0+|0+$/g, '')
}

/** Compares two spellings of a number digit by digit: `5.0e1` and `50`. */
function isSameNumber(left: string, right: string): boolean {
  return significantDigits(left) === significantDigits(right) && exponentOf(left) === exponentOf(right)
}

/** Power of ten of the last significant digit; 0 for zero. */
function exponentOf(text: string): number {
  const [mantissa = '', exponent = '0'] = text.split(/e/i)
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = whole + fraction
  const trailingZeros = digits.length - digits.replace(/0+$/, '').length
  return trailingZeros === digits.length ? 0 : Number(exponent) - fraction.length + trailingZeros
}
