/** The demo database as a whole: what was asked for is what the server reports, whatever its own sql_mode and engine. */
import type { RowDataPacket } from 'mysql2/promise'
import { createConnection } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { introspect } from '../../../codegen/introspection/introspect.ts'
import type { Snapshot } from '../../../codegen/introspection/snapshot.ts'
import { a2billingSnapshot, createDemo, createSchema } from '../../../scripts/demo/create.ts'
import type { PrivateServer } from '../../../scripts/mariadb/server.ts'
import { describeDatabase, startTestServer } from '../../helpers/mariadb.ts'

const TODAY = '2026-11-23'

function onInnodb(snapshot: Snapshot): Snapshot {
  const tables = snapshot.tables.map((table) => (table.kind === 'table' ? { ...table, engine: 'InnoDB' } : table))
  return { ...snapshot, tables }
}

describeDatabase.each(['', 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ONLY_FULL_GROUP_BY'])(
  'the demo on a server with sql_mode "%s"',
  (sqlMode) => {
    let server: PrivateServer
    beforeAll(async () => {
      server = await startTestServer({ sqlMode })
    })
    afterAll(() => server.stop())

    async function query(database: string, sql: string): Promise<RowDataPacket[]> {
      const connection = await createConnection({ uri: server.url(database), dateStrings: true, charset: 'utf8mb4' })
      try {
        return (await connection.query<RowDataPacket[]>(sql))[0]
      } finally {
        await connection.end()
      }
    }

    it('has exactly the schema of the snapshot, views included, and every row', async () => {
      const lines: string[] = []
      const made = await createDemo({
        socketPath: server.socketPath,
        database: 'demo',
        today: TODAY,
        onProgress: (line) => lines.push(line),
      })
      expect(await introspect(server.url('demo'))).toEqual(a2billingSnapshot())

      const tables = a2billingSnapshot().tables.filter((table) => table.kind === 'table')
      const counts = await query(
        'demo',
        tables.map(({ name }) => `select count(*) as n from \`${name}\``).join(' union all '),
      )
      expect(made).toEqual({ tables: 95, rows: counts.reduce((sum, row) => sum + Number(row['n']), 0) })
      expect(lines.at(0)).toBe('tables 95')
      expect(lines).toContain('customers 400')
      expect(lines.at(-1)).toBe(`rows ${made.rows.toLocaleString('en')} in 69 tables`)
    })

    it('stores what the seed says: accents, zero dates, NULL, floats, serials of the series', async () => {
      expect(await query('demo', 'select firstusedate, servicelastrun from cc_card where nbused = 0 limit 1')).toEqual([
        { firstusedate: '0000-00-00 00:00:00', servicelastrun: '0000-00-00 00:00:00' },
      ])
      expect(
        await query('demo', "select count(*) > 3 as ok from cc_card where lastname = 'Müller' or city = 'Łódź'"),
      ).toEqual([{ ok: 1 }])
      const series = `select count(*) - (select max(value) from cc_card_seria where id = 1) + 1000 as gap
        from cc_card where id_seria = 1`
      expect(await query('demo', series)).toEqual([{ gap: 0 }])
      const ledger = `select count(*) as wrong from cc_card k where credit <>
        coalesce((select sum(credit) from cc_logrefill r where r.card_id = k.id), 0)
        - coalesce((select sum(cast(amount as decimal(15,5))) from cc_charge c
            where c.id_cc_card = k.id and charged_status = 1), 0)
        - coalesce((select bill from (select card_id, sum(cast(sessionbill as decimal(15,5))) as bill
            from cc_call group by card_id) b where b.card_id = k.id), 0)`
      expect(await query('demo', ledger)).toEqual([{ wrong: 0 }])
    })

    it('joins the prices of a call plan in the view', async () => {
      const rows = await query(
        'demo',
        "select destination, idtariffplan, tariffgroup_id from cc_callplan_lcr where dialprefix = '447' order by 3",
      )
      expect(rows).toEqual([
        { destination: 'United Kingdom Mobile', idtariffplan: 1, tariffgroup_id: 1 },
        { destination: 'United Kingdom Mobile', idtariffplan: 2, tariffgroup_id: 2 },
        { destination: 'United Kingdom Mobile', idtariffplan: 2, tariffgroup_id: 3 },
      ])
    })

    it('hides the secrets of SIP accounts in the other view', async () => {
      const [table] = await query('demo', "select count(*) as n from cc_sip_buddies where secret <> ''")
      const [view] = await query(
        'demo',
        "select count(*) as n from cc_sip_buddies_empty where secret <> '' or md5secret <> ''",
      )
      expect([Number(table?.['n']) > 100, view?.['n']]).toEqual([true, 0])
    })

    it('is the same on InnoDB, engine apart', async () => {
      const target = { url: server.url('ignored'), database: 'demo_innodb' }
      const made = await createDemo({ ...target, engine: 'InnoDB', today: TODAY, onProgress: () => undefined })
      expect(await introspect(server.url('demo_innodb'))).toEqual(onInnodb(a2billingSnapshot()))
      expect(made.tables).toBe(95)
      const sums = 'select count(*) as calls, sum(buycost) as cost from cc_call'
      expect(await query('demo_innodb', sums)).toEqual(await query('demo', sums))
    })

    it('comes without rows on request', async () => {
      await createSchema({ socketPath: server.socketPath, database: 'bare' })
      expect(await introspect(server.url('bare'))).toEqual(a2billingSnapshot())
      expect(await query('bare', 'select count(*) as n from cc_country')).toEqual([{ n: 0 }])
    })

    it('does not touch a database that is already there', async () => {
      const again = createDemo({ socketPath: server.socketPath, database: 'demo', onProgress: () => undefined })
      await expect(again).rejects.toThrow(/already exists/)
    })
  },
)
