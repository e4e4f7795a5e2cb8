/**
 * What a column type means for values on their way in and out: one {@link Codec} per kind of type.
 *
 * Nothing is cut, clipped, rounded or guessed on the way in: what the column would not give back is refused.
 */
import type { Bindable } from '../../db/numeric-literal.ts'
import type { Cell } from '../../db/db.ts'
import { JsonNumber } from '../../json-number.ts'

/** Why a value cannot be used, as a sentence for the client. */
export class Refusal {
  readonly detail: string

  constructor(detail: string) {
    this.detail = detail
  }
}

/**
 * How a cell becomes JSON: `bare` as its digits, `zerofilled` the same without leading zeros (unsigned columns may be
 * ZEROFILL), `approximate` as JavaScript writes the number, `quoted` in quotes because it never holds what needs escaping, `moment` quoted or null for a zero date,
 * `text` escaped, or by a function.
 */
export type JsonForm =
  | 'bare'
  | 'zerofilled'
  | 'approximate'
  | 'quoted'
  | 'moment'
  | 'text'
  | ((cell: Exclude<Cell, null>) => string)

export interface Codec {
  /** A value of a body, null aside. */
  fromJson(value: unknown): Bindable | Refusal
  /** The text of a filter or of a key in the URL. */
  fromText(text: string): Bindable | Refusal
  readonly toJson: JsonForm
  /** Cells are bytes, not text. */
  readonly isBinary?: true
  /** Filters: `compare` is eq, lt, in, between and so on; `match` is like, contains, regexp and so on. */
  readonly filters: readonly ('compare' | 'match')[]
  /** Selected through this cast where the driver would not give the server's own text or bytes. */
  readonly selectAs?: 'char' | 'binary'
  /** Compared as what the server shows, because what it stores differs from it. */
  readonly compareAs?: 'shownNumber' | 'char'
  /** Zero dates exist: null on the wire, found by `is_null`. */
  readonly zeroDate?: string
  /** Whether a text has characters that the column's character set lacks, so that the server would not compare them. */
  isForeign?(text: string): boolean
}

/** A JSON string or number as its text: the original API took numbers for text columns and numeric text for numbers. */
function scalarText(value: unknown): string | Refusal {
  if (typeof value === 'string') return value
  if (value instanceof JsonNumber) return value.text
  return new Refusal('Must be a text or a number, not an object, an array or a truth value.')
}

/** For kinds whose body values are what their texts are. */
export function fromScalar(fromText: Codec['fromText']): Codec['fromJson'] {
  return (value) => {
    const text = scalarText(value)
    return text instanceof Refusal ? text : fromText(text)
  }
}
