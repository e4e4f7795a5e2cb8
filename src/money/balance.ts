/** The balance of a card: read under a lock, and moved by one relative UPDATE. It is never written as a value. */
import type { Session } from '../db/db.ts'
import { errorNumber } from '../db/errors.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Api } from '../resources/api.ts'
import type { Resource } from '../resources/resource.ts'
import { resetSql } from '../resources/session-variables.ts'
import { quoteName, tableNamed } from '../resources/tables.ts'
import { isVisible, viewOf } from '../resources/view.ts'
import type { Movement } from './movement.ts'
import { LEDGER_SCALE } from './tables.ts'

/**
 * @param isLocking - until the transaction has ended nobody else moves this balance
 * @returns decimal text, as the column has it
 * @throws ApiError `not_found`, also where the caller's scope does not reach; `invalid_value` for a balance that is null
 */
export async function findCard(
  api: Api,
  session: Session,
  { caller }: Origin,
  cardId: string,
  isLocking: boolean,
): Promise<string> {
  const card = cardTable(api)
  const id = new NumericLiteral(cardId)
  const [row] = await session.readRows({
    sql: `SELECT CAST(credit AS CHAR) FROM ${quoteName(card.table)} WHERE id = ?${isLocking ? ' FOR UPDATE' : ''}`,
    parameters: [id],
  })
  if (!row || !(await isVisible(viewOf(api, caller), session, card.name, [id]))) throw unknownCard(cardId)
  const [credit = null] = row
  if (credit === null) throw noBalance(cardId)
  return String(credit)
}

/**
 * In a transaction that holds the card's row.
 *
 * @param before - as {@link findCard} has read it
 * @returns the balance right after this movement, exact
 * @throws ApiError `invalid_value` when it would leave its column, `balance_too_low` when it would fall below the floor
 */
export async function moveBalance(
  api: Api,
  session: Session,
  cardId: string,
  before: string,
  movement: Movement,
): Promise<string> {
  const { table } = cardTable(api)
  const [change, id] = [new NumericLiteral(movement.change), new NumericLiteral(cardId)]
  await resetCardVariables(api, session)
  const floor = movement.floor === undefined ? [] : [change, new NumericLiteral(movement.floor)]
  const update = {
    sql:
      `UPDATE ${quoteName(table)} SET credit = credit + ? WHERE id = ?` +
      (floor.length > 0 ? ' AND credit + ? >= ?' : ''),
    parameters: [change, id, ...floor],
  }
  const { affectedRows } = await session.write(update).catch((error: unknown) => {
    throw explainMoveError(error, movement.field)
  })
  if (affectedRows === 0) throw movement.floor === undefined ? unknownCard(cardId) : tooLow(movement)
  const sql = `SELECT credit, credit = ? + ? FROM ${quoteName(table)} WHERE id = ?`
  const [[after, isExact] = []] = await session.readRows({ sql, parameters: [new NumericLiteral(before), change, id] })
  if (Number(isExact) !== 1) {
    throw new Error(
      `${table}: ${movement.change} was added to ${before}, and the column or a trigger made ${after} of it`,
    )
  }
  return String(after)
}

/** A2Billing's trigger on this table would give the card the serial number that another one left behind. */
export async function resetCardVariables(api: Api, session: Session): Promise<void> {
  const { resetVariables = [] } = cardTable(api)
  if (resetVariables.length > 0) await session.write({ sql: resetSql(resetVariables), parameters: [] })
}

/** @param digits - with as many decimals as the ledger keeps */
export function trimBalance(api: Api, digits: string): string {
  return withDecimals(digits, scaleOf(cardTable(api).columns))
}

/** Without the zeros at the end that are more than `scale` decimals. */
function withDecimals(digits: string, scale: number): string {
  const [whole = '', decimals = ''] = digits.split('.')
  const kept = decimals.slice(0, scale) + decimals.slice(scale).replace(/0+$/, '')
  return kept === '' ? whole : `${whole}.${kept}`
}

/** @throws Error where a balance could not be kept exactly */
export function cardTable(api: Api): Resource {
  const card = tableNamed(api, 'cc_card')
  const scale = scaleOf(card.columns)
  if (scale <= LEDGER_SCALE) return card
  throw new Error(`${card.table}.credit has ${scale} decimals, and the ledger keeps ${LEDGER_SCALE}`)
}

function scaleOf(columns: Resource['columns']): number {
  const type = columns.find(({ name }) => name === 'credit')?.type
  if (type?.kind !== 'decimal') throw new Error('The balance of a card is no DECIMAL, so it is not exact')
  return type.scale
}

export function explainMoveError(error: unknown, field: string): unknown {
  if (!OUT_OF_RANGE.has(errorNumber(error))) return error
  const detail = 'the balance of this card would no longer fit its column'
  return new ApiError('invalid_value', `${field}: ${detail}. Nothing was changed.`, {
    errors: [{ pointer: `/${field}`, detail }],
    cause: error,
  })
}

const OUT_OF_RANGE: ReadonlySet<number> = new Set([1264, 1690])

export function unknownCard(cardId: string): ApiError {
  return new ApiError('not_found', `No card has the id ${cardId}.`)
}

export function tooLow({ field, floor }: Movement): ApiError {
  const detail = `the balance would fall below ${floor}`
  return new ApiError('balance_too_low', `${field}: ${detail}. Nothing was changed.`, {
    errors: [{ pointer: `/${field}`, detail }],
  })
}

/** Forks let it be null, to which nothing can be added. Taken for 0, a balance that was lost would look like one. */
export function noBalance(cardId: string): ApiError {
  const detail = `The balance of card ${cardId} is null, and nothing can be added to it or taken from it.`
  return new ApiError('invalid_value', `${detail} Set it to an amount first. Nothing was changed.`)
}
