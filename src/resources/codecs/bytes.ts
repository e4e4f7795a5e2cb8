/** BINARY, VARBINARY and the BLOB types as base64, and types that are only ever shown as their bytes. */
import type { Cell } from '../../db/db.ts'
import { type Codec, fromScalar, Refusal } from './codec.ts'

export function binaryCodec({ maxBytes, exact }: { maxBytes: number; exact?: true }): Codec {
  return {
    fromJson: fromScalar((text) => {
      const bytes = fromBase64(text)
      if (bytes instanceof Refusal) return bytes
      if (exact && bytes.length !== maxBytes) {
        return new Refusal(`Must have exactly ${maxBytes} bytes: this column would fill up the rest with zeros.`)
      }
      return bytes.length > maxBytes ? new Refusal(`Must have at most ${maxBytes} bytes.`) : bytes
    }),
    fromText: fromBase64,
    toJson: toBase64,
    isBinary: true,
    filters: ['compare'],
  }
}

export function opaqueCodec({ sqlType }: { sqlType: string }): Codec {
  const refuse = (): Refusal => new Refusal(`Cannot be written: values of type ${sqlType} are only shown.`)
  return { fromJson: refuse, fromText: refuse, toJson: toBase64, isBinary: true, filters: [], selectAs: 'binary' }
}

function fromBase64(text: string): Buffer | Refusal {
  const bytes = Buffer.from(text, 'base64')
  // Buffer skips what it does not know; base64 has one spelling only.
  return bytes.toString('base64') === text ? bytes : new Refusal('Must be base64, padded with "=".')
}

function toBase64(cell: Exclude<Cell, null>): string {
  return `"${Buffer.isBuffer(cell) ? cell.toString('base64') : Buffer.from(String(cell)).toString('base64')}"`
}
