/** A2Billing keeps passwords as they are typed. That cannot be changed here; its owner should know how many there are. */
import type { Check } from '../check.ts'
import { scanAll, unfinishedScan } from '../check.ts'
import { rowsOf } from '../patient.ts'
import { name } from '../sql.ts'

const ABOUT = { name: 'secrets', asks: 'how many passwords and keys stand in clear' }

export const secrets: Check = {
  ...ABOUT,
  async run({ db, resources, tables }) {
    const places = resources.flatMap(({ table, columns }) => {
      const names = columns.filter(({ secret, type }) => secret && type.kind === 'text').map((column) => column.name)
      return names.length > 0 && tables.has(table) ? [{ table, names }] : []
    })
    const { found, unfinished } = await scanAll(places, async ({ table, names }) => {
      const counts = names.map((column) => `coalesce(sum(${name(column)} <> ''), 0)`)
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
              code: 'secrets-in-clear',
              severity: 'info' as const,
              where: `${found.length} columns`,
              what: `${total.toLocaleString('en')} passwords, keys and codes can be read by whoever can read the database.`,
              why:
                'A2Billing keeps nearly all of them as they were typed, and needs them so. The API shows them to ' +
                'administrators only, and lets nobody filter by them.',
              next: 'Keep backups encrypted, and give SELECT on these tables to nobody who does not need it.',
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
