/** Tables in a few words, compared: what the tests of reports ask. */
import type { Audience, Change, ChangeKind, Severity } from '../../../../codegen/diff/change.ts'
import { compareSchemas } from '../../../../codegen/diff/compare.ts'
import { sideOf } from '../../../../codegen/diff/sides.ts'
import type { SnapshotColumn, SnapshotTable } from '../../../../codegen/introspection/snapshot.ts'
import { a2billing } from '../../../../codegen/profile/a2billing/index.ts'
import { extendProfile, type ProfileExtension } from '../../../../codegen/profile/profile.ts'
import { column, id, snapshot, table } from '../../../helpers/snapshot.ts'

export interface Configured {
  readonly before?: ProfileExtension
  readonly after?: ProfileExtension
}

export function changes(
  before: readonly SnapshotTable[],
  after: readonly SnapshotTable[],
  configured: Configured = {},
): readonly Change[] {
  const side = (tables: readonly SnapshotTable[], extension: ProfileExtension = {}) =>
    sideOf(snapshot(...tables), extendProfile(a2billing, extension))
  return compareSchemas(side(before, configured.before), side(after, configured.after)).changes
}

export type Expected = readonly [kind: ChangeKind, severity: Severity, ...audiences: Audience[]]

/** The verdict alone. */
export function shown(found: readonly Change[]): Expected[] {
  return found.map((change) => [change.kind, change.severity, ...change.for])
}

/** The table `cc_t` with its key and these columns. */
export const t = (columns: readonly SnapshotColumn[], rest: Partial<SnapshotTable> = {}): SnapshotTable =>
  table('cc_t', [id, ...columns], rest)
/** The same with the column `x`. */
export const x = (type: string, rest: Partial<SnapshotColumn> = {}): SnapshotTable => t([column('x', type, rest)])

export const EVERYONE = ['reads', 'writes', 'filters', 'client', 'types'] as const
