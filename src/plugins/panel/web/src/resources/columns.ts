/** Which columns a list shows at first, and which filters: the rest is a click away. */
import type { FieldMetadata, ResourceMetadata } from '../api/metadata.ts'

const LONG: ReadonlySet<FieldMetadata['type']> = new Set(['longtext', 'json', 'binary', 'set'])

/** What is looked for in the lists that are open all day, where the table has it. */
const PREFERRED: Readonly<Record<string, readonly string[]>> = {
  card: ['lastname', 'firstname', 'credit', 'currency', 'status', 'id_group', 'tariff', 'lastuse'],
  call: ['starttime', 'card_id', 'src', 'sessiontime', 'sessionbill', 'terminatecauseid', 'destination', 'id_trunk'],
  logpayment: ['date', 'card', 'payment', 'payment_type', 'description'],
  logrefill: ['date', 'card', 'credit', 'refill_type', 'description'],
  charge: ['creationdate', 'id_cc_card', 'amount', 'chargetype', 'charged_status'],
  audit: ['at', 'user_name', 'operation', 'resource', 'row_key', 'reason'],
}

/** The same, of tables that nobody has thought about. */
const TELLING = /date|time|name|status|credit|amount|payment|cost|bill|rate|type|active|label|title|prefix|destination/i

/** The one that names rows first, then what is looked for, then what is short and telling. */
export function columnsOf({ name, fields, display, key }: ResourceMetadata): FieldMetadata[] {
  const wanted = PREFERRED[name] ?? []
  const rank = (field: FieldMetadata): number => {
    if (field.name === display) return -100
    if (wanted.includes(field.name)) return wanted.indexOf(field.name) - 50
    if (key.includes(field.name)) return wanted.length > 0 ? 0 : -60
    return field.reference || field.choices ? 1 : TELLING.test(field.name) ? 2 : 3
  }
  return fields
    .filter((field) => !LONG.has(field.type) && !isHidden(field))
    .map((field, index) => ({ field, index }))
    .toSorted((a, b) => rank(a.field) - rank(b.field) || a.index - b.index)
    .map(({ field }) => field)
}

/** Columns beyond so many begin hidden. */
const SHOWN = 8

export function hiddenAtFirst(columns: readonly FieldMetadata[]): string[] {
  return columns.slice(SHOWN).map(({ name }) => name)
}

export function filterable(field: FieldMetadata): boolean {
  return !isHidden(field) && field.type !== 'binary' && field.type !== 'json'
}

function isHidden({ writeOnly, secret }: FieldMetadata): boolean {
  return writeOnly === true || secret === true
}
