/** ENUM and SET: only what the column lists, because the server would take `1` for the first of the list. */
import { isBeyondAscii } from './charset.ts'
import { type Codec, fromScalar, Refusal } from './codec.ts'

interface Choice {
  readonly values: readonly string[]
}

export function enumCodec({ values }: Choice): Codec {
  const listed = new Set(values)
  const refusal = new Refusal(`Must be one of ${quoted(values)}.`)
  const parse: Codec['fromText'] = (text) => (listed.has(text) ? text : refusal)
  return {
    fromJson: fromScalar(parse),
    // The server shows '' where a lenient session stored something unlisted.
    fromText: (text) => (text === '' ? text : parse(text)),
    toJson: 'text',
    filters: ['compare', 'match'],
    isForeign: isBeyondAscii,
  }
}

export function setCodec({ values }: Choice): Codec {
  const refusal = new Refusal(`Must be any of ${quoted(values)}, joined by commas.`)
  // Stored, and so found, in the order of the list and once each.
  const parse: Codec['fromText'] = (text) => {
    if (text === '') return text
    const members = new Set(text.split(','))
    const known = values.filter((value) => members.has(value))
    return known.length === members.size ? known.join(',') : refusal
  }
  return {
    fromJson: fromScalar(parse),
    fromText: parse,
    toJson: 'text',
    filters: ['compare', 'match'],
    isForeign: isBeyondAscii,
  }
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(', ')
}
