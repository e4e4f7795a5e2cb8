/** `a2b doctor --repair`: finishes what a crash left in the journal, or settles it as a person has found it. */
import { auditOn } from '../src/audit/audit.ts'
import { makeAccess } from '../src/access.ts'
import type { Db } from '../src/db/db.ts'
import { transactionalTables } from '../src/db/engines.ts'
import { type Outcome, repair, type Repaired, settle, type Settlement } from '../src/money/repair.ts'
import type { Origin } from '../src/origin.ts'
import { makeSecret } from '../src/own-tables/secrets.ts'
import type { Api } from '../src/resources/api.ts'
import { NO_HOOKS } from '../src/resources/hooks.ts'
import { StartError } from '../src/start-error.ts'

export interface RepairOptions {
  readonly db: Db
  readonly resources: Api['resources']
  /** As it was typed: `12=credited`. */
  readonly settlements: readonly string[]
  print(line: string): void
}

/** @throws {@link StartError} for a settlement that cannot be read, before anything is done */
export async function repairJournal({ db, resources, settlements, print }: RepairOptions): Promise<void> {
  const wanted = settlements.map(parseSettlement)
  const transactional = await transactionalTables(db)
  const canRollBack = (table: string): boolean => transactional.has(table)
  // Nobody is shown a tag here.
  const tagKey = makeSecret()
  const api: Api = { db, resources, hooks: NO_HOOKS, audit: auditOn(db), tagKey, canRollBack }
  for (const { id, settlement } of wanted) {
    const { operation, movement, cardId } = await settle(api, atTheConsole(), id, settlement).catch((error: Error) => {
      throw new StartError(error.message, { cause: error })
    })
    print(`entry ${id}: ${operation}, ${movement.change} on card ${cardId}: settled as ${settlement}`)
  }
  const repaired = await repair(api)
  for (const one of repaired) print(describe(one))
  if (wanted.length === 0 && repaired.length === 0) print('No movement of money was interrupted.')
}

function parseSettlement(text: string): { readonly id: string; readonly settlement: Settlement } {
  const [, id, settlement] = /^(\d+)=(credited|not-credited)$/.exec(text) ?? []
  if (id === undefined || settlement === undefined) {
    throw new StartError(`--settle ${text}: write it as 12=credited or 12=not-credited, 12 being an entry's number.`)
  }
  return { id, settlement: settlement as Settlement }
}

/** Whoever may run this is no user of the API. */
function atTheConsole(): Origin {
  const access = makeAccess({ permissions: new Set(), masks: new Set(), scopes: [] })
  return { caller: { id: 0, name: 'a2b doctor', access }, address: 'console', requestId: 'a2b doctor' }
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  finished: 'finished',
  'taken back': 'nothing was moved, and its log rows were taken back',
  'in work': 'somebody is at work on the card; try again in a moment',
  open: 'whether the balance was changed has to be found out by a person, see below',
}

function describe({ entry: { id, operation, movement, cardId }, outcome }: Repaired): string {
  return `entry ${id}: ${operation}, ${movement.change} on card ${cardId}: ${OUTCOMES[outcome]}`
}
