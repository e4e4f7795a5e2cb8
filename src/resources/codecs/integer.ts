/** INT and its sizes, YEAR, and BIT as the unsigned number it holds: exact at any size, never through a double. */
import type { Cell } from '../../db/db.ts'
import { NumericLiteral } from '../../db/numeric-literal.ts'
import { type Codec, fromScalar, Refusal } from './codec.ts'

const INTEGER = /^-?\d+$/
const ZERO_FRACTION = /^(-?\d+)\.0+$/
/** The server's own limit for an exact number. */
const MAX_DIGITS = 65

export function integerCodec({ min, max }: { min: string; max: string }): Codec {
  const inRange = boundedInteger(BigInt(min), BigInt(max))
  return {
    fromJson: fromWhole(inRange),
    // A filter may ask for what no row can hold: it finds nothing.
    fromText: anyInteger,
    toJson: min === '0' ? 'zerofilled' : 'bare',
    filters: ['compare', 'match'],
  }
}

export function yearCodec(): Codec {
  const inRange = boundedInteger(1901n, 2155n)
  // Two digits would be taken for a year of this century or the last.
  const parse: Codec['fromText'] = (text) => (text === '0' || text === '0000' ? new NumericLiteral('0') : inRange(text))
  return { fromJson: fromWhole(parse), fromText: anyInteger, toJson: 'zerofilled', filters: ['compare', 'match'] }
}

export function bitCodec({ length }: { length: number }): Codec {
  return {
    fromJson: fromWhole(boundedInteger(0n, 2n ** BigInt(length) - 1n)),
    fromText: anyInteger,
    toJson: bitsToDigits,
    isBinary: true,
    filters: ['compare'],
  }
}

/** For bodies: some clients write every number with a point, and `5.0` is 5 exactly. */
function fromWhole(fromText: Codec['fromText']): Codec['fromJson'] {
  return fromScalar((text) => fromText(text.replace(ZERO_FRACTION, '$1')))
}

function boundedInteger(min: bigint, max: bigint): Codec['fromText'] {
  const refusal = new Refusal(`Must be a whole number from ${min} to ${max}, written without fraction or exponent.`)
  return (text) => {
    const literal = anyInteger(text)
    if (!(literal instanceof NumericLiteral)) return refusal
    const value = BigInt(literal.text)
    return value < min || value > max ? refusal : literal
  }
}

function anyInteger(text: string): NumericLiteral | Refusal {
  if (!INTEGER.test(text) || text.length > MAX_DIGITS) return new Refusal('Must be a whole number.')
  return new NumericLiteral(String(BigInt(text)))
}

function bitsToDigits(cell: Exclude<Cell, null>): string {
  return Buffer.isBuffer(cell) ? String(BigInt(`0x${cell.toString('hex') || '0'}`)) : String(cell)
}
