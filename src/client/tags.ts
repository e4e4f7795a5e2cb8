/** The tags that rows came with: what `If-Match` sends back, so that nobody overwrites what he has not seen. */
const TAGS = new WeakMap<object, string>()

/** @param tag - of the header `ETag`, or of a batch's result */
export function withTag<T>(row: T, tag: string | null | undefined): T {
  if (typeof row === 'object' && row !== null && tag) TAGS.set(row, tag)
  return row
}

/**
 * The tag of a row as it was read, created or changed by itself: for `ifMatch`, also in another program.
 *
 * @throws TypeError for a row of a list, or a copy: these have none
 */
export function tagOf(row: object): string {
  const tag = TAGS.get(row)
  if (tag === undefined) throw new TypeError('The row has no tag: only what read, create and update answer has one')
  return tag
}
