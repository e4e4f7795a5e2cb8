/**
 * How money moves: log rows first, then the balance by one relative UPDATE, in one transaction.
 *
 * On InnoDB that is all or nothing. A2Billing's own tables are MyISAM, where a rollback undoes nothing: there the log
 * rows of a movement that fails are deleted, and a crash between the two leaves a log row without the money, which can
 * be found by comparing, and never money without a log row.
 */
import { sql } from 'kysely'
import type { Db, Session } from '../db/db.ts'
import { errorNumber, isConnectionLost } from '../db/errors.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'
import type { Resource } from '../resources/resource.ts'
import { quoteName } from './tables.ts'

export interface Ledger {
  readonly session: Session
  /**
   * Writes a log row; columns that A2Billing leaves blank are filled in.
   *
   * @param values - without these columns the row makes no sense
   * @param ifKnown - left out where this version of A2Billing has no such column
   * @returns the new row's id, as decimal text
   */
  insert(resource: Resource, values: Values, ifKnown: Values): Promise<string>
  /**
   * Adds to the balance of a card.
   *
   * @param cardId - canonical digits
   * @param change - decimal text, negative to take away
   * @param field - of the body, for the error
   * @returns the balance right after this movement, exact
   * @throws ApiError `not_found`, or `invalid_value` when the balance would leave its column
   */
  moveBalance(card: Resource, cardId: string, change: string, field: string): Promise<string>
}

export type Values = Readonly<Record<string, unknown>>

/** The time of the database: A2Billing's own programs write theirs so. */
export const NOW = sql`NOW()`

/**
 * @throws what `work` throws; when the connection broke while the balance was being moved, an ApiError that says so
 */
export async function inLedger<T>(db: Db, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  let isMoving = false
  let failure: unknown
  try {
    return await db.transaction(async (session) => {
      const written: { table: string; id: string }[] = []
      try {
        return await work({
          session,
          async insert(resource, values, ifKnown) {
            const id = await insertRow(db, session, resource, values, ifKnown)
            written.push({ table: resource.table, id })
            return id
          },
          moveBalance(...movement) {
            isMoving = true
            return moveBalance(session, ...movement)
          },
        })
      } catch (error) {
        failure = error
        if (!isLost(error)) {
          await deleteRows(db, session, written).catch((second: unknown) => {
            const rows = written.map(({ table, id }) => `${table} ${id}`).join(', ')
            failure = new AggregateError([error, second], `Nothing was booked, but these log rows may remain: ${rows}`)
          })
        }
        throw error
      }
    })
  } catch (error) {
    // On a broken connection the rollback fails, too, with an error that says less.
    const cause = failure ?? error
    throw isMoving && isLost(cause) ? outcomeUnknown(cause) : cause
  }
}

async function insertRow(
  db: Db,
  session: Session,
  { table, columns }: Resource,
  values: Values,
  ifKnown: Values,
): Promise<string> {
  const row: Record<string, unknown> = {}
  for (const { name, blank } of columns) {
    const value = values[name] ?? ifKnown[name] ?? blank
    if (value !== undefined) row[name] = value
  }
  const lacking = Object.keys(values).filter((name) => !(name in row))
  if (lacking.length > 0) throw new Error(`${table} has no column ${lacking.join(', ')}, which this movement needs`)
  return (await session.write(db.kysely.insertInto(table).values(row).compile())).insertId
}

async function deleteRows(db: Db, session: Session, rows: readonly { table: string; id: string }[]): Promise<void> {
  for (const { table, id } of rows) {
    await session.write(db.kysely.deleteFrom(table).where('id', '=', new NumericLiteral(id)).compile())
  }
}

async function moveBalance(
  session: Session,
  { table, columns, resetVariables = [] }: Resource,
  cardId: string,
  change: string,
  field: string,
): Promise<string> {
  // A2Billing's trigger on this table would give the card the serial number that another one left behind.
  for (const variable of resetVariables) await session.write({ sql: `SET @${variable} = NULL`, parameters: [] })
  const type = columns.find(({ name }) => name === 'credit')?.type
  if (type?.kind !== 'decimal') throw new Error(`${table}.credit is no DECIMAL, so no balance is exact`)
  const update = {
    sql: `UPDATE ${quoteName(table)} SET credit = (@a2b_balance := credit + ?) WHERE id = ?`,
    parameters: [new NumericLiteral(change), new NumericLiteral(cardId)],
  }
  const { affectedRows } = await session.write(update).catch((error: unknown) => {
    throw OUT_OF_RANGE.has(errorNumber(error)) ? outOfRange(error, field) : error
  })
  if (affectedRows === 0) throw unknownCard(cardId)
  // Not the column: on MyISAM another movement may have come between.
  // Not cast to the type of the column either, which may be wider by now: a larger balance would be cut.
  const exact = 'CAST(@a2b_balance AS DECIMAL(65,30))'
  const [[balance] = []] = await session.readRows({ sql: `SELECT ${exact}`, parameters: [] })
  if (balance === null || balance === undefined) throw noBalance(cardId, field)
  return withDecimals(String(balance), type.scale)
}

/** Without the zeros at the end that are more than `scale` decimals. */
function withDecimals(digits: string, scale: number): string {
  const [whole = '', decimals = ''] = digits.split('.')
  const kept = decimals.slice(0, scale) + decimals.slice(scale).replace(/0+$/, '')
  return kept === '' ? whole : `${whole}.${kept}`
}

const OUT_OF_RANGE: ReadonlySet<number> = new Set([1264, 1690])

export function unknownCard(cardId: string): ApiError {
  return new ApiError('not_found', `No card has the id ${cardId}.`)
}

/** Forks let it be null, to which nothing can be added. Taken for 0, a balance that was lost would look like one. */
function noBalance(cardId: string, field: string): ApiError {
  const detail = `the balance of card ${cardId} is null, and nothing can be added to it or taken from it`
  return new ApiError('invalid_value', `${field}: ${detail}. Set it to an amount first. Nothing was changed.`, {
    errors: [{ pointer: `/${field}`, detail }],
  })
}

function outOfRange(cause: unknown, field: string): ApiError {
  const detail = 'the balance of this card would no longer fit its column'
  return new ApiError('invalid_value', `${field}: ${detail}. Nothing was changed.`, {
    errors: [{ pointer: `/${field}`, detail }],
    cause,
  })
}

function isLost(error: unknown): boolean {
  return isConnectionLost(error instanceof ApiError ? error.cause : error)
}

/** Without the Retry-After of every other 503: a client that obeyed it blindly could pay twice. */
function outcomeUnknown(cause: unknown): ApiError {
  const detail =
    'The connection to the database broke while the balance was being changed, so it may or may not have been. ' +
    'Compare the balance and the log rows of the card before sending this again.'
  return new ApiError('database_unavailable', detail, { cause })
}
