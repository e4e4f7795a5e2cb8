/**
 * Holds what `a2b.config.ts` says against the database: a name that is not there, or a choice that does not fit its
 * column, was meant to do something and would silently do nothing.
 *
 * Only the operator's own settings are held to it. The shipped profile knows tables of many versions, and a schema
 * built from an older snapshot may lack what today's settings name.
 */
import type { Snapshot } from '../introspection/snapshot.ts'
import { misfits } from './check-choices.ts'
import { type DidYouMean, Names } from './names.ts'
import type { ProfileExtension } from './profile.ts'

/**
 * @param snapshot - without the server's own tables
 * @returns a line for everything that is wrong: setting, name, and the nearest that exists
 */
export function checkExtension(snapshot: Snapshot, extension: ProfileExtension, didYouMean: DidYouMean): string[] {
  const names = new Names(snapshot, didYouMean)
  const keysOf = (record: object | undefined): string[] => Object.keys(record ?? {})
  const found: (string | undefined)[] = []
  const check = (setting: string, given: Iterable<string>, problem: (name: string) => string | undefined): void => {
    for (const name of given) {
      const text = problem(name)
      if (text !== undefined) found.push(`generator.${setting}: ${text}`)
    }
  }

  for (const setting of ['include', 'exclude'] as const) check(setting, extension[setting] ?? [], names.pattern)
  if (extension.tablePrefix) check('tablePrefix', [`${extension.tablePrefix}*`], names.pattern)
  for (const setting of ['resources', 'actions', 'triggerVariables'] as const) {
    check(setting, keysOf(extension[setting]), names.table)
  }
  check('search', keysOf(extension.search), names.table)
  for (const [table, columns] of Object.entries(extension.search ?? {})) {
    if (names.table(table) === undefined) check(`search.${table}`, columns, (name) => names.searched(table, name))
  }
  check('presentation', keysOf(extension.presentation), names.table)
  for (const [table, { display }] of Object.entries(extension.presentation ?? {})) {
    if (display === undefined || names.table(table) !== undefined) continue
    check(`presentation.${table}`, [display], (name) => names.searched(table, name))
  }
  check('openActions', extension.openActions ?? [], names.table)
  check('pageSizes', keysOf(extension.pageSizes), (name) => (name === '*' ? undefined : names.table(name)))
  for (const setting of ['fields', 'codes', 'secrets', 'protected', 'required', 'flags', 'columnTypes'] as const) {
    check(setting, keysOf(extension[setting]), names.column)
  }
  check('secretNames', extension.secretNames ?? [], names.anyColumn)
  check('labels', keysOf(extension.labels), (name) => (name.includes('.') ? names.column(name) : names.anyColumn(name)))
  check('readOnly', keysOf(extension.readOnly), (name) => (name.includes('.') ? names.either(name) : names.table(name)))

  for (const [index, { from, to, when }] of (extension.relations ?? []).entries()) {
    const served = (path: string): string | undefined => names.column(path) ?? names.served(path, extension)
    check(`relations[${index}].from`, [from], served)
    check(`relations[${index}].to`, [to], served)
    if (when) check(`relations[${index}].when`, [when.column], (name) => names.besides(from, name))
  }
  return [...found.filter((line) => line !== undefined), ...misfits(names, extension)]
}
