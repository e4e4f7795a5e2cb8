/**
 * The writes of the limit: with the statements that the product sends, and as they are without what makes them safe.
 *
 * The product's tables for audit and money are there: it has been started before.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

const ADMIN = `1, 'admin', NULL, '127.0.0.1'`

export interface Group {
  readonly name: string
  readonly description: string
}

/** @returns the row as it was stored */
export async function createGroup(pool: Pool, { name, description }: Group, isAudited: boolean): Promise<string> {
  const insert = async (on: Pool | PoolConnection): Promise<[id: number, row: string]> => {
    const sql = 'insert into cc_card_group (name, description) values (?, ?)'
    const [{ insertId }] = await on.query<ResultSetHeader>(sql, [name, description])
    const [[row]] = await on.query<RowDataPacket[]>('select * from cc_card_group where id = ?', [insertId])
    return [insertId, JSON.stringify(row)]
  }
  if (!isAudited) return (await insert(pool))[1]
  return inTransaction(pool, async (connection) => {
    const [id, row] = await insert(connection)
    const changes = { id: [null, String(id)], name: [null, name], description: [null, description] }
    await connection.query(
      `insert into a2b_audit (user_id, user_name, key_id, address, request_id, reason, operation, resource, row_key, changes)
       values (${ADMIN}, ?, NULL, 'create', 'cardgroup', ?, ?)`,
      [randomUUID(), String(id), JSON.stringify(changes)],
    )
    return row
  })
}

/** The balance and its two log rows, one statement after the other, and nothing that keeps them together. */
export async function refillBare(pool: Pool, card: number, credit: string): Promise<string> {
  await pool.query('update cc_card set credit = credit + ? where id = ?', [number(credit), card])
  const logrefill = 'insert into cc_logrefill (date, credit, card_id, refill_type) values (now(), ?, ?, 0)'
  const [{ insertId }] = await pool.query<ResultSetHeader>(logrefill, [number(credit), card])
  const logpayment = `insert into cc_logpayment (date, payment, card_id, id_logrefill, added_refill, payment_type)
    values (now(), ?, ?, ?, 1, 0)`
  const [{ insertId: payment }] = await pool.query<ResultSetHeader>(logpayment, [number(credit), card, insertId])
  return JSON.stringify({ card_id: card, credited: credit, logrefill_id: insertId, logpayment_id: payment })
}

/** What the product does on InnoDB. */
export function refillInTransaction(pool: Pool, card: number, credit: string): Promise<string> {
  return inTransaction(pool, async (connection) => {
    const key = await claimKey(connection, card, credit)
    const [[before]] = await connection.query<RowDataPacket[]>(
      'select cast(credit as char) as credit from cc_card where id = ? for update',
      [card],
    )
    const facts = await factsOf(connection, card, credit)
    const logs = await writeLogs(connection, card, credit, facts.now)
    await connection.query('set @serial = NULL')
    await connection.query('update cc_card set credit = credit + ? where id = ?', [number(credit), card])
    const [[after]] = await connection.query<RowDataPacket[]>(
      'select credit, credit = ? + ? as is_right from cc_card where id = ?',
      [number(before?.['credit']), number(credit), card],
    )
    return book(connection, key, card, credit, String(before?.['credit']), String(after?.['credit']), logs)
  })
}

/** What the product does on MyISAM: a journal that a crash leaves to be finished. */
export async function refillByJournal(pool: Pool, card: number, credit: string): Promise<string> {
  const connection = await pool.getConnection()
  const lock = `bench_card:${card}`
  try {
    await connection.query('select get_lock(?, 5)', [lock])
    await connection.query(
      `select id, card_id, fingerprint, answer from a2b_money_key where user_id = 1 and operation = 'refill'
       and given_by = 'server' and idempotency_key = ? lock in share mode`,
      [randomUUID()],
    )
    const [[before]] = await connection.query<RowDataPacket[]>(
      'select cast(credit as char) as credit from cc_card where id = ?',
      [card],
    )
    const facts = await factsOf(connection, card, credit)
    await connection.query(
      `select (select coalesce(max(id), 0) from cc_logrefill), (select coalesce(max(id), 0) from cc_logpayment),
        (select coalesce(max(id), 0) from a2b_money_movement)`,
    )
    await connection.beginTransaction()
    const key = await claimKey(connection, card, credit)
    const [[run]] = await connection.query<RowDataPacket[]>('select run from a2b_money_run')
    const [{ insertId: entry }] = await connection.query<ResultSetHeader>(
      `insert into a2b_money_journal (key_id, card_id, delta, floor, state, run, operation, origin, movement, now, above, logs)
       values (?, ?, ?, NULL, 'begun', ?, 'refill', ?, ?, ?, '["1","1","1"]', '[]')`,
      [key, card, number(credit), run?.['run'], ORIGIN, MOVEMENT, facts.now],
    )
    await connection.commit()
    const logs = await writeLogs(connection, card, credit, facts.now)
    await connection.query('select run from a2b_money_run')
    await connection.query(`update a2b_money_journal set logs = ?, state = 'logged', run = ? where id = ?`, [
      JSON.stringify(logs.map(String)),
      run?.['run'],
      entry,
    ])
    await connection.query('select run from a2b_money_run')
    await connection.query('set @serial = NULL')
    await connection.query(
      `update a2b_money_journal j straight_join cc_card c on c.id = j.card_id set j.state = 'credited',
        j.balance = c.credit + j.delta, c.credit = c.credit + j.delta
       where j.id = ? and j.state = 'logged' and c.credit is not null and (j.floor is null or c.credit + j.delta >= j.floor)`,
      [entry],
    )
    const [[after]] = await connection.query<RowDataPacket[]>('select balance from a2b_money_journal where id = ?', [
      entry,
    ])
    await connection.beginTransaction()
    const answer = await book(
      connection,
      key,
      card,
      credit,
      String(before?.['credit']),
      String(after?.['balance']),
      logs,
    )
    await connection.query('delete from a2b_money_journal where id = ?', [entry])
    await connection.commit()
    return answer
  } finally {
    await connection.query('do release_lock(?)', [lock])
    connection.release()
  }
}

const ORIGIN = JSON.stringify({ address: '127.0.0.1', requestId: randomUUID(), caller: { id: 1, name: 'admin' } })
/** As long as the product's. */
const MOVEMENT = JSON.stringify({ change: '0.50000', field: 'credit', logs: 'x'.repeat(700) })

async function inTransaction<T>(pool: Pool, work: (connection: PoolConnection) => Promise<T>): Promise<T> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return result
  } catch (error) {
    await connection.rollback()
    throw error
  } finally {
    connection.release()
  }
}

async function claimKey(connection: PoolConnection, card: number, credit: string): Promise<number> {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(['refill', card, credit]))
    .digest('hex')
  const [{ insertId }] = await connection.query<ResultSetHeader>(
    `insert into a2b_money_key (user_id, operation, given_by, idempotency_key, card_id, fingerprint)
     values (1, 'refill', 'server', ?, ?, ?)`,
    [randomUUID(), String(card), fingerprint],
  )
  return insertId
}

async function factsOf(connection: PoolConnection, card: number, credit: string): Promise<{ now: string }> {
  await connection.query(
    `select coalesce(cast(c.vat as char), '0'), cast(cast(? as decimal(35,15)) / (1 + cast(coalesce(cast(c.vat as char), '0')
      as decimal(20,5)) / 100) as decimal(15,5)), nullif(g.id_agent, 0), c.status
     from cc_card c left join cc_card_group g on g.id = c.id_group where c.id = ?`,
    [number(credit), card],
  )
  const [[now]] = await connection.query<RowDataPacket[]>('select cast(now() as char) as now')
  return { now: String(now?.['now']) }
}

async function writeLogs(connection: PoolConnection, card: number, credit: string, now: string): Promise<number[]> {
  const [{ insertId: logrefill }] = await connection.query<ResultSetHeader>(
    'insert into cc_logrefill (date, credit, card_id, refill_type, agent_id) values (?, ?, ?, 0, NULL)',
    [now, number(credit), card],
  )
  const [{ insertId: logpayment }] = await connection.query<ResultSetHeader>(
    `insert into cc_logpayment (date, payment, card_id, id_logrefill, added_refill, payment_type, agent_id)
     values (?, ?, ?, ?, 1, 0, NULL)`,
    [now, number(credit), card, logrefill],
  )
  return [logrefill, logpayment]
}

async function book(
  connection: PoolConnection,
  key: number,
  card: number,
  credit: string,
  before: string,
  after: string,
  [logrefill, logpayment]: readonly number[],
): Promise<string> {
  const request = randomUUID()
  await connection.query(
    `insert into a2b_money_movement (operation, card_id, delta, balance_after, logs, user_id, user_name, key_id, address,
      request_id, reason, idempotency_key) values ('refill', ?, ?, ?, ?, ${ADMIN}, ?, NULL, NULL)`,
    [
      card,
      number(credit),
      number(after),
      JSON.stringify({ cc_logrefill: logrefill, cc_logpayment: logpayment }),
      request,
    ],
  )
  await connection.query(
    `insert into a2b_audit (user_id, user_name, key_id, address, request_id, reason, operation, resource, row_key, changes)
     values (${ADMIN}, ?, NULL, 'refill', 'card', ?, ?)`,
    [request, String(card), JSON.stringify({ credit: [before, after] })],
  )
  const answer =
    `{"card_id":${card},"credit_without_vat":${credit},"credited":${credit},"current_balance":${after},` +
    `"logpayment_id":${logpayment},"logrefill_id":${logrefill},"vat":0}`
  await connection.query('update a2b_money_key set answer = ? where id = ?', [answer, key])
  return answer
}

/** Decimal text that stands in SQL without quotes. */
function number(text: unknown): { toSqlString(): string } {
  const digits = String(text)
  if (!/^-?\d+(\.\d+)?$/.test(digits)) throw new Error(`"${digits}" is no number`)
  return { toSqlString: () => digits }
}
