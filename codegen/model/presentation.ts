/** How people are shown a table: what the profile says, and for tables that it does not know what their names tell. */
import type { Profile } from '../profile/profile.ts'
import type { Column, Presentation } from './schema.ts'

/** Columns that name rows, where there is one of them. */
const NAMES = ['name', 'label', 'title', 'username', 'login', 'code', 'description']

/**
 * @param table - its name in the database
 * @param columns - those that are served
 */
export function presentationOf(
  table: string,
  { columns, primaryKey }: { readonly columns: readonly Column[]; readonly primaryKey: readonly string[] },
  { presentation, tablePrefix }: Pick<Profile, 'presentation' | 'tablePrefix'>,
): Presentation {
  const given = Object.hasOwn(presentation, table) ? presentation[table] : undefined
  const canShow = (name: string | undefined): boolean => columns.some((it) => it.name === name && !it.secret)
  const display = [given?.display, ...NAMES, primaryKey[0]].find(canShow) ?? columns[0]?.name ?? ''
  const words = table.startsWith(tablePrefix) ? table.slice(tablePrefix.length) : table
  return { label: given?.label ?? sentence(words), section: given?.section ?? 'other', display }
}

/** `crm_customers`, `lastName` -> `Crm customers`, `Last name`. */
export function sentence(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}
