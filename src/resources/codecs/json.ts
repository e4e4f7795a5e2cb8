/** JSON: any value of a body, stored with the digits it came with (MariaDB keeps the text, MySQL rewrites it). */
import type { Cell } from '../../db/db.ts'
import type { Codec } from './codec.ts'

export function jsonCodec(): Codec {
  return {
    fromJson: (value) => JSON.stringify(value),
    fromText: (text) => text,
    toJson: storedJson,
    filters: ['match'],
    compareAs: 'char',
  }
}

/** MariaDB checks less than JSON demands, and one bad value must not spoil the whole answer: it is shown as a text. */
function storedJson(cell: Exclude<Cell, null>): string {
  const text = String(cell)
  try {
    JSON.parse(text)
    return text
  } catch {
    return JSON.stringify(text)
  }
}
