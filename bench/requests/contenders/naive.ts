/**
 * Koa and Kysely as most people would put them together: a router, a body parser, rows as objects, and a COUNT for every
 * list. It has no users, no permissions and no log.
 */
import { createServer } from 'node:http'
import { Router } from '@koa/router'
import Koa from 'koa'
import bodyParser from 'koa-bodyparser'
import { Kysely, MysqlDialect } from 'kysely'
import { createPool } from 'mysql2'
import { DATABASE_URL, listen, POOL_SIZE } from './program.ts'

type Tables = Record<'cc_card' | 'cc_call' | 'cc_country' | 'cc_card_group', Record<string, unknown> & { id: number }>

const pool = createPool({ uri: DATABASE_URL, connectionLimit: POOL_SIZE })
const db = new Kysely<Tables>({ dialect: new MysqlDialect({ pool }) })
const withCount = process.env['BENCH_COUNT'] !== 'none'

const router = new Router()
for (const name of ['card', 'call', 'country'] as const) {
  const table = `cc_${name}` as const
  router.get(`/api/${name}`, async (ctx) => {
    let query = db.selectFrom(table)
    const cardId = ctx.query['card_id']
    if (cardId !== undefined) query = query.where('card_id', '=', Number(cardId))
    const ordering = String(ctx.query['ordering'] ?? 'id')
    const column = ordering.replace('-', '')
    const direction = ordering.startsWith('-') ? 'desc' : 'asc'
    const objects = await query.selectAll().orderBy(column, direction).limit(20).execute()
    const total = withCount
      ? await query.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()
      : undefined
    ctx.body = { meta: { model: name, page: 1, total: total?.count }, objects }
  })
  router.get(`/api/${name}/:id`, async (ctx) => {
    const row = await db.selectFrom(table).selectAll().where('id', '=', Number(ctx.params['id'])).executeTakeFirst()
    if (row) ctx.body = row
  })
}

router.post('/api/cardgroup/', async (ctx) => {
  const { name, description } = ctx.request.body as Record<string, string>
  // Kysely's types would have every column said that must be there; the database fills the others.
  const values = { name, description } as never
  const { insertId } = await db.insertInto('cc_card_group').values(values).executeTakeFirstOrThrow()
  ctx.body = await db.selectFrom('cc_card_group').selectAll().where('id', '=', Number(insertId)).executeTakeFirst()
})

const app = new Koa()
app.use(bodyParser())
app.use(router.routes())
app.use(router.allowedMethods())
listen(createServer(app.callback()))
