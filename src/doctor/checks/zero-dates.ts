/** Zero dates by column: normal in A2Billing, null on the wire, and in the way of anything that copies the tables. */
import type { Check } from '../check.ts'
import { scanAll, unfinishedScan } from '../check.ts'
import { rowsOf } from '../patient.ts'
import { name } from '../sql.ts'

const ABOUT = { name: 'zero-dates', asks: 'how many zero dates there are' }
const KINDS = ['date', 'datetime', 'timestamp']

export const zeroDates: Check = {
  ...ABOUT,
  async run({ db, resources, tables, database }) {
    const places = resources.flatMap(({ table, columns }) => {
      const names = columns.filter(({ type }) => KINDS.includes(type.kind)).map((column) => column.name)
      return names.length > 0 && tables.has(table) ? [{ table, names }] : []
    })
    const { found, unfinished } = await scanAll(places, async ({ table, names }) => {
      const counts = names.map((column) => `coalesce(sum(${name(column)} = '0000-00-00'), 0)`)
      const [row = []] = await rowsOf(db, `select ${counts.join(', ')} from ${name(table)}`)
      return names.flatMap((column, index) => {
        const rows = Number(row[index])
        return rows > 0 ? [{ where: `${table}.${column}`, rows }] : []
      })
    })
    const total = found.reduce((sum, { rows }) => sum + rows, 0)
    return [
      ...(total > 0
        ? [
            {
              code: 'zero-dates',
              severity: 'info' as const,
              where: `${found.length} columns`,
              what: `${total.toLocaleString('en')} dates are the zero date.`,
              why:
                'To A2Billing they mean "never", and the API shows them as null. A session with NO_ZERO_DATE cannot copy ' +
                'these rows: conversions and restores fail in the middle (error 1292 or 1067).',
              next: `mysql --init-command="SET sql_mode = ''" ${database}    # where you convert or restore tables`,
              details: found.map(({ where, rows }) => `${where}: ${rows.toLocaleString('en')}`),
            },
          ]
        : []),
      ...unfinishedScan(
        ABOUT,
        unfinished.map(({ table }) => table),
      ),
    ]
  },
}
