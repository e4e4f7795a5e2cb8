/** What comes from the API in Spanish, by its English words. */
import { codes } from './spanish/codes.ts'
import { columns } from './spanish/columns.ts'
import { tables } from './spanish/tables.ts'

export const spanishWords: Readonly<Record<string, string>> = { ...tables, ...columns, ...codes }
