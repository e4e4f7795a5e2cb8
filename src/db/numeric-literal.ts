/**
 * Binds a number as SQL digits instead of as a double or a quoted text.
 *
 * A double would round, and a quoted text would make the server compare as floating point (`id = '9007199254740993'`).
 */

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i

/** A statement parameter that reaches the server as the digits it was made of. */
export class NumericLiteral {
  readonly text: string

  /**
   * @param text - e.g. `-3.50000`, `1e-7`
   * @throws TypeError when the text is anything but a number: it will stand in SQL without quotes
   */
  constructor(text: string) {
    if (!NUMBER.test(text)) throw new TypeError('A numeric literal must be a number')
    this.text = text
  }

  /** The name by which mysql2's escaper asks an object for its SQL. */
  toSqlString(): string {
    return this.text
  }
}

/** What a value from a request may become before it is bound. */
export type Bindable = string | NumericLiteral | Buffer | null
