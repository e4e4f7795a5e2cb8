/** CHAR, VARCHAR and the TEXT types: length in characters or bytes, and the repertoire of the character set. */
import { charsetNamed, isBeyondAscii } from './charset.ts'
import { type Codec, fromScalar, Refusal } from './codec.ts'

interface TextType {
  readonly charset: string
  readonly maxLength?: number
  readonly maxBytes?: number
  readonly padded?: true
}

export function textCodec({ charset: name, maxLength, maxBytes, padded }: TextType): Codec {
  const charset = charsetNamed(name)
  const misfit = (text: string): Refusal | undefined => {
    const char = charset?.misfit(text)
    return char === undefined
      ? undefined
      : new Refusal(`Must hold only characters of the character set ${name}, which has no "${char}".`)
  }
  return {
    fromJson: fromScalar((text) => {
      const refusal = illFormed(text) ?? misfit(text)
      if (refusal) return refusal
      // Characters are code points; there are never more of them than of UTF-16 units.
      if (maxLength !== undefined && text.length > maxLength && [...text].length > maxLength) {
        return new Refusal(`Must have at most ${maxLength} characters.`)
      }
      if (maxBytes !== undefined && (charset?.bytes(text) ?? 0) > maxBytes) {
        return new Refusal(`Must have at most ${maxBytes} bytes.`)
      }
      if (padded && text.endsWith(' ')) {
        return new Refusal('Must not end with a space: this column is a CHAR and would drop it.')
      }
      return text
    }),
    // A filter may ask for what no row can hold: it finds nothing.
    fromText: (text) => illFormed(text) ?? text,
    toJson: 'text',
    filters: ['compare', 'match'],
    // Which other characters a set has that only the server knows, only the server knows.
    isForeign: (text) => (charset ? charset.misfit(text) !== undefined : isBeyondAscii(text)),
  }
}

function illFormed(text: string): Refusal | undefined {
  return text.isWellFormed() ? undefined : new Refusal('Must be valid Unicode: half of a surrogate pair stands alone.')
}
