/** In which columns `search=` looks: what the profile names, of what this database has. */
import type { Profile } from '../profile/profile.ts'
import type { Column, Searched, Table } from './schema.ts'

/** Of descriptors: texts, and numbers that are shown as they are stored. */
const SEARCHABLE = /^(unsigned\.)?(char|varchar|\w*text|\w*int|decimal|enumOf|uuid|inet\d)\b/

/** Whether a text can be looked for in its values. */
export function isSearchable({ descriptor }: Column['kind']): boolean {
  return SEARCHABLE.test(descriptor)
}

/**
 * A column that the database lacks is skipped, and so is a secret one: nobody may find out by searching what it holds.
 *
 * @param names - of the table's own columns, or `table.column` of one that refers to it
 * @param tables - all that are served, without their searches
 */
export function searchOf(table: Table, { search }: Pick<Profile, 'search'>, tables: readonly Table[]): Searched[] {
  const names = Object.hasOwn(search, table.name) ? (search[table.name] ?? []) : []
  return names.flatMap((name): Searched[] => {
    if (searchableNamed(table, name)) return [{ column: name }]
    // By what they begin with, because names may have dots of their own.
    return tables.flatMap((other): Searched[] => {
      const column = name.startsWith(`${other.name}.`) ? name.slice(other.name.length + 1) : ''
      const reference = other.relations.find(({ to, when }) => !when && to.resource === table.resource)
      if (!reference || !searchableNamed(other, column)) return []
      return [{ column, in: { resource: other.resource, reference: reference.column } }]
    })
  })
}

function searchableNamed({ columns }: Table, name: string): boolean {
  return columns.some((column) => column.name === name && !column.secret && isSearchable(column.kind))
}
