/** What a crash has left in the journal: told, finished, or settled by a person who has looked. */
import type { OwnSession, Session } from '../db/db.ts'
import { errorNumber } from '../db/errors.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Api } from '../resources/api.ts'
import { quoteName } from '../resources/tables.ts'
import { advance, takeBack } from './advance.ts'
import { cardTable } from './balance.ts'
import { CardInUse, holdingCard, isCardHeld } from './card-lock.ts'
import { type Entry, noteState, readEntries } from './journal.ts'
import { readRun } from './run.ts'

export interface Leftover {
  readonly entry: Entry
  /** The database stopped around the one statement that moves the balance: only a person can tell whether it did. */
  readonly isOpen: boolean
}

/** Reads only. Movements that somebody is at work on are not among them. */
export async function findLeftovers(session: Session): Promise<Leftover[]> {
  const leftovers: Leftover[] = []
  for (const entry of await readAll(session)) {
    if (await isCardHeld(session, entry.cardId)) continue
    leftovers.push({ entry, isOpen: await isOpen(session, entry) })
  }
  return leftovers
}

async function readAll(session: Session): Promise<Entry[]> {
  return readEntries(session).catch((error: unknown) => {
    // No server of this version has run on this database.
    if (errorNumber(error) === NO_SUCH_TABLE) return []
    throw error
  })
}

const NO_SUCH_TABLE = 1146

async function isOpen(session: Session, { state, run }: Entry): Promise<boolean> {
  return state === 'logged' && run !== (await readRun(session))
}

/** `in work`: somebody is at it right now. `open`: see {@link Leftover}. */
export type Outcome = 'finished' | 'taken back' | 'in work' | 'open'

export interface Repaired {
  readonly entry: Entry
  readonly outcome: Outcome
}

/** Finishes everything that can be finished safely, and takes back what was begun without a key. */
export async function repair(api: Api): Promise<Repaired[]> {
  const repaired: Repaired[] = []
  for (const entry of await readAll(api.db)) {
    const outcome = await repairEntry(api, entry)
    if (outcome !== undefined) repaired.push({ entry, outcome })
  }
  return repaired
}

/** @returns undefined where it has ended in the meantime */
async function repairEntry(api: Api, { id, cardId }: Entry): Promise<Outcome | undefined> {
  const work = async (session: OwnSession): Promise<Outcome | undefined> => {
    const [entry] = await readEntries(session, { column: 'id', value: id })
    if (!entry) return undefined
    if (await isOpen(session, entry)) return 'open'
    if (mayHaveBeenSentAgain(entry)) {
      await takeBack(api, session, entry)
      return 'taken back'
    }
    return (await advance(api, session, entry, true)) === undefined ? 'taken back' : 'finished'
  }
  return holdingCard(api.db, cardId, work, 0).catch((error: unknown) => {
    if (error instanceof CardInUse) return 'in work'
    // It was refused, and has been undone.
    if (error instanceof ApiError && error.status < 500) return 'taken back'
    throw error
  })
}

/** Without a key, whoever had no answer has looked, found the balance as it was, and maybe sent it again. */
function mayHaveBeenSentAgain({ idempotencyKey, state }: Entry): boolean {
  return idempotencyKey === undefined && (state === 'begun' || state === 'logged')
}

export type Settlement = 'credited' | 'not-credited'

/**
 * Ends an entry that is open as somebody has found that it ended: `credited` puts it into the ledger, with the balance
 * that the card has now; `not-credited` takes its log rows away, and its key is free again.
 *
 * @param origin - who has looked
 * @throws Error where there is no such entry, or it is not open
 */
export async function settle(api: Api, origin: Origin, id: string, settlement: Settlement): Promise<Entry> {
  const [found] = await readEntries(api.db, { column: 'id', value: id })
  if (!found) throw new Error(`The journal has no entry ${id}.`)
  return holdingCard(api.db, found.cardId, async (session) => {
    const [entry] = await readEntries(session, { column: 'id', value: id })
    if (!entry || !(await isOpen(session, entry))) {
      throw new Error(`Entry ${id} of the journal needs nobody to settle it: a2b doctor --repair finishes it.`)
    }
    if (settlement === 'credited') await noteBalance(api, session, entry)
    await api.audit.record(session, origin, {
      operation: 'settle',
      resource: cardTable(api).name,
      key: entry.cardId,
      changes: { [`journal entry ${id}`]: ['open', settlement] },
    })
    const state = settlement === 'credited' ? 'credited' : 'refused'
    await advance(api, session, await noteState(session, { ...entry, state }), true)
    return entry
  })
}

/** @throws Error where there is no balance to note, so that the entry stays as it was */
async function noteBalance(api: Api, session: Session, { id, cardId }: Entry): Promise<void> {
  const sql =
    `update a2b_money_journal j join ${quoteName(cardTable(api).table)} c on c.id = j.card_id ` +
    'set j.balance = c.credit where j.id = ? and c.credit is not null'
  const { affectedRows } = await session.write({ sql, parameters: [new NumericLiteral(id)] })
  if (affectedRows === 0) {
    throw new Error(
      `Entry ${id} of the journal cannot be settled as credited: card ${cardId} has no balance, or is gone.`,
    )
  }
}
