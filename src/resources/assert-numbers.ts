/** Whether the columns that are to be added to hold numbers. */
import type { Cell } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import { fieldOf } from './resource.ts'
import type { Assignment } from './write-body.ts'

/** @throws ApiError `invalid_value` where nothing can be added to: NULL stays NULL, whatever is added */
export function assertNumbers(
  assignments: readonly Assignment[],
  { byName }: { readonly byName: Readonly<Record<string, Cell>> },
): void {
  const errors = assignments.flatMap(({ column, isIncrement }) => {
    if (!isIncrement || byName[column.name] !== null) return []
    return [{ pointer: `/${fieldOf(column)}`, detail: 'Is null, to which nothing can be added: set it first.' }]
  })
  const [first] = errors
  if (first) throw new ApiError('invalid_value', `${first.pointer.slice(1)}: ${first.detail}`, { errors })
}
