/** What comes from the API in French, by its English words. */
import { codes } from './french/codes.ts'
import { columns } from './french/columns.ts'
import { tables } from './french/tables.ts'

export const frenchWords: Readonly<Record<string, string>> = { ...tables, ...columns, ...codes }
