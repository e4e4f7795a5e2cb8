/** Rows that one request may write, as `src/resources/several.ts` has it; a test compares. */
export const MOST_ROWS = 500

/** Operations of one batch, as `src/resources/batch.ts` has it. */
export const MOST_OPERATIONS = 100
