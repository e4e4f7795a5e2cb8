/** The plugins that come with the server. They are written and loaded as any other. */
import charge from './charge.ts'
import audit from './audit.ts'
import money from './money.ts'
import panel from './panel/panel.ts'
import type { Plugin } from './plugin.ts'
import refill from './refill.ts'
import reports from './reports/index.ts'
import users from './users/index.ts'

export const BUILT_IN: readonly Plugin[] = [money, refill, charge, users, audit, reports, panel]
