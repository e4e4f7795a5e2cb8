/** A row with its tag: everything in it is read, and no more of it written than the projection shows. */
import type { RowWriter } from '../db/db.ts'
import type { Api } from './api.ts'
import { picking } from './picking-writer.ts'
import { type Projection, projectionOf } from './projection.ts'
import { type Resource, wholeOf } from './resource.ts'
import { TaggingWriter, taggerOf } from './row-tag.ts'

export interface Tagged extends Pick<Projection, 'id' | 'selectList'> {
  /** What is written. */
  readonly shown: Projection
  /** A new one for each statement. */
  makeWriter(): TaggingWriter
}

/** By the projection that is shown. */
const picked = new WeakMap<Projection, RowWriter>()

export function tagged(api: Api, resource: Resource, shown: Projection): Tagged {
  const { id, selectList, columns } = projectionOf(wholeOf(resource), 'all')
  const known = picked.get(shown)
  const writer = known ?? picking(shown.writer, columns.map(isIn(new Set(shown.columns))))
  if (!known) picked.set(shown, writer)
  return { id, selectList, shown, makeWriter: () => new TaggingWriter(taggerOf(api, resource), writer) }
}

function isIn<T>(set: ReadonlySet<T>): (value: T) => boolean {
  return (value) => set.has(value)
}
