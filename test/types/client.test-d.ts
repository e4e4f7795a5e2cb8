/** What the client's types allow and refuse; `npm run check:types` is the test. */
import { expectTypeOf } from 'vitest'
import type { Client, Page, Refilled } from 'a2billing-api/client'
import type { Resources } from 'a2billing-api/client'
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
