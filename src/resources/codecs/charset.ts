/** Which characters a MySQL character set holds; whatever else is left to the server's strict mode. */

export interface Charset {
  /** The first character of the text that it cannot hold. */
  misfit(text: string): string | undefined
  bytes(text: string): number
}

/** MySQL's latin1 is Windows-1252, with the five gaps of that table as control characters. */
const CP1252 = /[^\0-\x7f\xa0-\xff\x81\x8d\x8f\x90\x9d€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u

const NOT_ASCII = /[^\0-\x7f]/u

const utf8Bytes = (text: string): number => Buffer.byteLength(text)
const oneByte = (text: string): number => text.length

const CHARSETS: Readonly<Record<string, Charset>> = {
  utf8mb4: { misfit: () => undefined, bytes: utf8Bytes },
  utf8mb3: { misfit: first(/[\u{10000}-\u{10ffff}]/u), bytes: utf8Bytes },
  utf8: { misfit: first(/[\u{10000}-\u{10ffff}]/u), bytes: utf8Bytes },
  latin1: { misfit: first(CP1252), bytes: oneByte },
  ascii: { misfit: first(NOT_ASCII), bytes: oneByte },
  ucs2: { misfit: first(/[\u{10000}-\u{10ffff}]/u), bytes: (text) => 2 * text.length },
  utf16: { misfit: () => undefined, bytes: (text) => 2 * text.length },
  utf16le: { misfit: () => undefined, bytes: (text) => 2 * text.length },
  utf32: { misfit: () => undefined, bytes: (text) => 4 * [...text].length },
}

/** @returns undefined for a character set that only the server knows */
export function charsetNamed(name: string): Charset | undefined {
  return CHARSETS[name]
}

/** True for a text that some character set of the server may not have. */
export function isBeyondAscii(text: string): boolean {
  return NOT_ASCII.test(text)
}

function first(outside: RegExp): Charset['misfit'] {
  return (text) => text.match(outside)?.[0]
}
