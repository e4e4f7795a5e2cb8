/** Rows that one request may write, as `src/resources/several.ts` has it; a test compares. */
export const MOST_ROWS = 500
