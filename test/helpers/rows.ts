/** The functions behind the handlers, with their answers as text. */
import type { JsonBytes } from '../../src/db/db.ts'
import * as lists from '../../src/resources/list-rows.ts'
import * as single from '../../src/resources/read-row.ts'
import * as writes from '../../src/resources/rows.ts'

export const listRows = async (...request: Parameters<typeof lists.listRows>): Promise<string> =>
  textOf(await lists.listRows(...request))

export const readRow = async (...request: Parameters<typeof single.readRow>): Promise<string> =>
  textOf((await single.readRow(...request)).json)

export const updateRowByKey = async (...request: Parameters<typeof writes.updateRowByKey>): Promise<string> =>
  textOf((await writes.updateRowByKey(...request)).json)

export const createRow = async (...request: Parameters<typeof writes.createRow>): Promise<string> =>
  textOf((await writes.createRow(...request)).json)

export const removeRow = async (...request: Parameters<typeof writes.removeRow>): Promise<string> =>
  textOf((await writes.removeRow(...request)).json)

export function textOf(json: string | JsonBytes): string {
  return typeof json === 'string' ? json : Buffer.from(json.latin1, 'latin1').toString()
}
