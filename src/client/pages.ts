/** Walks a list page by page. */
import type { Page } from './paths.ts'
import { ProblemError } from './problem.ts'

type List = (resource: string, query: object) => Promise<Page<never>>

/** Rows of a page, and of the walk where it asks for fewer. */
const PAGE = 500

/** @param query - its `limit` is that of the walk */
export async function* pagedRows(list: List, resource: string, query: object): AsyncGenerator<never, void> {
  const { limit = Infinity, ...rest } = query as { limit?: number }
  const page = (place: { cursor: string } | { page: number }) =>
    // As many on each page, so that their numbers mean the same rows.
    list(resource, { ...rest, limit: Math.min(PAGE, limit), ...place })
  let left = limit
  let byNumber = false
  let answer = await page({ cursor: '' }).catch((error: unknown) => {
    if (!isWithoutCursor(error)) throw error
    byNumber = true
    return page({ page: 1 })
  })
  for (let number = 2; ; number++) {
    const { meta, objects } = answer
    yield* objects.slice(0, left)
    left -= objects.length
    if (left <= 0 || meta.next === '') return
    answer = await page(byNumber ? { page: number } : { cursor: meta.next_cursor ?? '' })
  }
}

/** No index holds the order. */
function isWithoutCursor(error: unknown): boolean {
  return error instanceof ProblemError && error.errors.some(({ parameter }) => parameter === 'cursor')
}
