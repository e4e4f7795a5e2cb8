/** Cells as JSON, by the form their codec names. Rows are written by code made for their columns, which calls these. */
import type { Cell } from '../../db/db.ts'
import type { JsonForm } from './codec.ts'
import { isZeroDate } from './temporal.ts'

/** One cell by itself, where it is no matter of speed. */
export function jsonOf(form: JsonForm, cell: Exclude<Cell, null>): string {
  if (typeof form === 'function') return form(cell)
  const text = String(cell)
  switch (form) {
    case 'bare':
      return text
    case 'zerofilled':
      return String(zerofilled(text))
    case 'approximate':
      return String(Number(text))
    case 'quoted':
      return `"${text}"`
    case 'moment':
      return moment(text)
    case 'text':
      return JSON.stringify(text)
  }
}

/** A ZEROFILL column pads its text with zeros, which JSON does not allow. */
export function zerofilled(cell: string | number): string | number {
  return typeof cell === 'string' && cell.charCodeAt(0) === 48 ? cell.replace(/^0+(?=\d)/, '') : cell
}

export function moment(cell: string): string {
  return cell.charCodeAt(0) === 48 && isZeroDate(cell) ? 'null' : `"${cell}"`
}
