/** What the client's types allow and refuse; `npm run check:types` is the test. */
import { expectTypeOf } from 'vitest'
import type { Client, Page, Refilled, TrafficReport } from 'a2billing-api/client'
import type { Resources } from 'a2billing-api/client'
import type { Callerid } from 'a2billing-api/client/callerid'
import type { Card } from 'a2billing-api/client/card'
import type { Charge } from 'a2billing-api/client/charge'

declare const api: Client<Resources>

// Decimals are texts, whichever way they come; FLOAT is what it is.
expectTypeOf<Card['credit']>().toEqualTypeOf<string>()
expectTypeOf<Refilled['current_balance']>().toEqualTypeOf<string>()
expectTypeOf<Charge['amount']>().toEqualTypeOf<number>()
// Secrets are not there for everybody, zero dates are null.
expectTypeOf<Card['uipass']>().toEqualTypeOf<string | undefined>()
expectTypeOf<Card['firstusedate']>().toEqualTypeOf<string | null>()

expectTypeOf(api.list('card', { status: 1, credit__lt: 5, '-country': 'DEU', id_cc_card__x: '1' })).resolves.toExtend<
  Page<Card>
>()
expectTypeOf(api.list('card', { fields: ['credit'] })).resolves.toEqualTypeOf<Page<Pick<Card, 'credit'>>>()
// @ts-expect-error no such column
void api.list('card', { lastnam: 'Silva' })
// @ts-expect-error no such resource
void api.list('cards')
// @ts-expect-error a number may have lost digits already
void api.refill(7, 5)
// @ts-expect-error the balance moves by refill and charge
void api.update('card', 7, { credit: '5' })
// @ts-expect-error cid is missing
void api.create('callerid', {})
// @ts-expect-error nobody writes the audit
void api.create('audit', {})

// Who may be answered nothing has asked for it.
expectTypeOf(
  api.update('card', 7, { city: 'Lyon' }, { reason: 'moved', ifMatch: '"…"' }),
).resolves.toEqualTypeOf<Card>()
expectTypeOf(api.create('callerid', { cid: '33' }, { dryRun: true })).resolves.toEqualTypeOf<Callerid | undefined>()
expectTypeOf(api.createMany('callerid', [{ cid: '33' }])).resolves.toEqualTypeOf<Callerid[]>()
expectTypeOf(api.upsert('callerid', { cid: '33' }, 'cid', { minimal: true })).resolves.toEqualTypeOf<
  Callerid | undefined
>()
expectTypeOf(api.updateWhere('card', { status: 1 }, { status: 6 }, { maxAffected: 5 })).resolves.toEqualTypeOf<number>()
// @ts-expect-error it is not said how many rows are meant
void api.removeWhere('callerid', { id_cc_card: 7 })
// @ts-expect-error rows that are written to have no order
void api.removeWhere('callerid', { id_cc_card: 7, ordering: 'id' }, { maxAffected: 1 })
// @ts-expect-error no such field
void api.upsert('callerid', { cid: '33' }, 'cidd')

// To whole numbers and decimals something can be added, and to nothing else.
void api.update('card', 7, { max_concurrent: { $increment: 1 }, creditlimit: { $increment: '-5' } })
// @ts-expect-error a code
void api.update('card', 7, { status: { $increment: 1 } })
// @ts-expect-error a text
void api.update('card', 7, { city: { $increment: '1' } })
// @ts-expect-error a new row has no number yet
void api.create('callerid', { cid: '33', id_cc_card: { $increment: 1 } })
void api.change('card', 7, ({ city }) => (city === '' ? { city: 'Lyon' } : undefined))
// @ts-expect-error no such column
void api.change('card', 7, () => ({ town: 'Lyon' }))

expectTypeOf(
  api.batch([
    { update: 'card', key: 7, changes: { id_group: 2 } },
    { create: 'callerid', row: { cid: '33', id_cc_card: 7 } },
    { remove: 'callerid', key: 12 },
  ]),
).resolves.toEqualTypeOf<[Card, Callerid, undefined]>()
// @ts-expect-error users are not for a batch
void api.batch([{ remove: 'user', key: 12 }])
// @ts-expect-error the balance moves by refill and charge
void api.batch([{ update: 'card', key: 7, changes: { credit: '5' } }])

expectTypeOf<TrafficReport['total']['margin']>().toEqualTypeOf<string>()
// @ts-expect-error a report is of a period
void api.report.traffic({ by: 'trunk' })
// @ts-expect-error no such measure
void api.report.traffic({ from: '2026-01-01', to: '2026-02-01', order: '-profit' })
