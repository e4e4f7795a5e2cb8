/** Rows a page: what the server does where nobody says otherwise, which descriptors therefore leave out. */
import type { Profile, ProfilePageSize } from '../profile/profile.ts'

/** `src/resources/paging.ts` has the same; a test compares them. */
export const PAGE_SIZE: Required<ProfilePageSize> = { default: 20, maximum: 1000 }

/** An answer is one text in memory, so there is a limit to what can be asked for at once. */
export const MOST_ROWS = 10_000

/** @returns what the profile says of the table, absent where it says nothing */
export function pageSizeOf(table: string, { pageSizes }: Pick<Profile, 'pageSizes'>): ProfilePageSize | undefined {
  return Object.hasOwn(pageSizes, table) ? pageSizes[table] : pageSizes['*']
}
