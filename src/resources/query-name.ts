/**
 * Names of columns as a query writes them: a minus in front turns the meaning round, and a name in double quotes is
 * taken as it is, for the few that begin with a minus or a quote, or hold a comma: `"-id"`, `"concat(a, b)"`.
 */

export interface SignedName {
  readonly hasMinus: boolean
  readonly name: string
}

export interface FilterName extends SignedName {
  /** Behind a name in quotes, which is a column's and nothing more: `__lt`, or empty. */
  readonly rest?: string
}

/** The name of a filter, with what follows it: `-"-id"__lt` has a minus, the name `-id` and the rest `__lt`. */
export function readFilterName(text: string): FilterName {
  const [, minus, quoted, rest = ''] = text.match(/^(-?)"((?:[^"]|"")*)"(.*)$/s) ?? []
  return quoted === undefined ? readPlain(text) : { hasMinus: minus === '-', name: unquote(quoted), rest }
}

/** The terms of an ordering, which commas part, and the character from 1 at which each begins. */
export function readOrderingNames(text: string): (SignedName & { readonly at: number })[] {
  const terms = text.matchAll(/(?:^|,)(?:(-?)"((?:[^"]|"")*)"(?=,|$)|([^,]*))/g)
  return Array.from(terms, ({ 0: whole, 1: minus, 2: quoted, 3: plain = '', index }) => ({
    ...(quoted === undefined ? readPlain(plain) : { hasMinus: minus === '-', name: unquote(quoted) }),
    at: index + (whole.startsWith(',') ? 2 : 1),
  }))
}

/** Names that commas part, and the character from 1 at which each begins; a minus is part of a name. */
export function readNames(text: string): { readonly name: string; readonly at: number }[] {
  const names = text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"(?=,|$)|([^,]*))/g)
  return Array.from(names, ({ 0: whole, 1: quoted, 2: plain = '', index }) => ({
    name: quoted === undefined ? plain : unquote(quoted),
    at: index + (whole.startsWith(',') ? 2 : 1),
  }))
}

/** As a query has to write the name of a column. */
export function writeName(name: string): string {
  return /^[-"]/.test(name) || name.includes(',') ? `"${name.replaceAll('"', '""')}"` : name
}

function readPlain(text: string): SignedName {
  const hasMinus = text.startsWith('-')
  return { hasMinus, name: hasMinus ? text.slice(1) : text }
}

function unquote(quoted: string): string {
  return quoted.replaceAll('""', '"')
}
