/**
 * Where the pages of lists begin that were looked at: with it the next page costs the same however deep it lies. A page
 * that was not led to by the one before is asked for by its number.
 */
import type { ResourceMetadata } from './metadata.ts'

/** Lists that are remembered; who goes through more of them at once begins again by number. */
const KEPT = 50

const lists = new Map<string, Map<number, string>>()

/** @returns whether an index holds the rows in this order, the key behind it */
export function canFollow({ key, cursors }: ResourceMetadata, field: string): boolean {
  if (key.length === 0) return false
  const order = [field, ...key.filter((name) => name !== field)]
  return [key, ...cursors].some((index) => order.every((name, place) => index[place] === name))
}

/** @returns what to ask with; undefined for a page that nothing has led to */
export function cursorOf(list: string, page: number): string | undefined {
  return page === 1 ? '' : lists.get(list)?.get(page)
}

export function remember(list: string, page: number, next: string | null | undefined): void {
  const pages = lists.get(list) ?? new Map<number, string>()
  lists.delete(list)
  lists.set(list, pages)
  if (next) pages.set(page + 1, next)
  const [oldest] = lists.keys()
  if (lists.size > KEPT && oldest !== undefined) lists.delete(oldest)
}
