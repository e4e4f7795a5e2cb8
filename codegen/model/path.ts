/** The profile writes a column as `table.column`. */
import { ProfileError } from '../errors.ts'

export interface ColumnPath {
  readonly table: string
  readonly column: string
}

/** @throws {@link ProfileError} naming the text that has no dot between two names */
export function splitPath(path: string): ColumnPath {
  const dot = path.indexOf('.')
  if (dot < 1 || dot === path.length - 1) {
    throw new ProfileError(`"${path}" names no column: write it as table.column (a2b.config.ts, generator)`)
  }
  return { table: path.slice(0, dot), column: path.slice(dot + 1) }
}
