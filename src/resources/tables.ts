/**
 * A2Billing's tables as this database has them: versions and forks differ, so tables and columns are looked up, not
 * assumed. Plugins name tables as A2Billing does, `cc_card`, whatever they begin with here.
 */
import type { Api } from './api.ts'
import type { Resource } from './resource.ts'

/** @throws Error when the table is not there; a plugin names such tables in `tables` */
export function tableNamed(api: Api, table: string): Resource {
  const found = findTable(api, table)
  if (!found) throw new Error(`The database has no table ${table}`)
  return found
}

export function findTable(api: Pick<Api, 'resources'>, table: string): Resource | undefined {
  return [...api.resources.values()].find((resource) => tableOf(resource) === table)
}

/** A2Billing's own name for it. */
export function tableOf({ knownAs, table }: Resource): string {
  return knownAs ?? table
}

export function hasColumn(resource: Resource | undefined, name: string): boolean {
  return resource?.columns.some((column) => column.name === name) ?? false
}

/** For the statements that plugins write by hand. */
export function quoteName(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``
}
