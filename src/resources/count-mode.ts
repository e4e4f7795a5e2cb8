/** What `count=` may be: `capped` counts no further than {@link CAP}, `auto` only what costs little. */
export const COUNTS = ['none', 'auto', 'capped', 'exact'] as const
export type CountMode = (typeof COUNTS)[number]

/** Where a capped count ends. */
export const CAP = 10_000
