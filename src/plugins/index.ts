/** The plugins that come with the server. They are written and loaded as any other. */
import charge from './charge.ts'
import type { Plugin } from './plugin.ts'
import refill from './refill.ts'

export const BUILT_IN: readonly Plugin[] = [refill, charge]
