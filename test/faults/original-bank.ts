/**
 * A bank whose API moves money as the original did: read the balance, add to it as a double, write the sum.
 *
 * Not a mock of ours: a server of its own on a real database, to show that the harness notices.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { createPool, type Pool, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise'
import type { Bank } from './bank.ts'
import { openVault, type VaultOptions } from './vault.ts'

export async function openOriginalBank(options: VaultOptions): Promise<Bank> {
  const vault = await openVault(options)
  const pool = createPool({ uri: vault.url, connectionLimit: 20 })
  const server = createServer((request, response) => {
    answer(pool, request).then(
      (body) => response.end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    vault,
    apis: [],
    urls: [`http://127.0.0.1:${(server.address() as AddressInfo).port}`],
    isCutting: false,
    keepsBooks: false,
    cuts: () => 0,
    lostCommits: () => 0,
    crashes: [],
    async close() {
      server.closeAllConnections()
      server.close()
      await pool.end()
      await vault.database.stop()
    },
  }
}

async function answer(pool: Pool, request: IncomingMessage): Promise<object> {
  const [, , what = '', card = ''] = request.url?.split('/') ?? []
  const body = (await json(request)) as { credit?: number; amount?: number }
  if (what === 'card') {
    await pool.query('update cc_card set ? where id = ?', [body, card])
    return {}
  }
  const moved = body.credit ?? -(body.amount ?? 0)
  const [[row]] = await pool.query<RowDataPacket[]>('select credit from cc_card where id = ?', [card])
  const balance = Number(row?.['credit']) + moved
  await pool.query('update cc_card set credit = ? where id = ?', [balance, card])
  const insert = async (sql: string, ...values: unknown[]): Promise<number> =>
    (await pool.query<ResultSetHeader>(sql, values))[0].insertId
  if (what === 'extra_charge') {
    const id = await insert('insert into cc_charge (id_cc_card, amount) values (?, ?)', card, body.amount)
    return { charge_id: id, current_balance: balance }
  }
  const id = await insert('insert into cc_logrefill (card_id, credit) values (?, ?)', card, moved)
  await insert('insert into cc_logpayment (card_id, payment, id_logrefill) values (?, ?, ?)', card, moved, id)
  return { logrefill_id: id, current_balance: balance }
}
