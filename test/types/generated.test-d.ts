/** What the generated types allow and refuse; `npm run check:types` is the test. */
import { expectTypeOf } from 'vitest'
import type { Insertable, Kysely, Updateable } from 'kysely'
import type { Database } from '../../generated/database.ts'
import type { Card, CardPatch, NewCard } from '../../generated/tables/card.ts'
import type { CallplanLcr, CallplanLcrTable } from '../../generated/tables/callplanlcr.ts'
import type { NewAgentTariffgroup } from '../../generated/tables/agenttariffgroup.ts'
import type { Charge } from '../../generated/tables/charge.ts'

declare const db: Kysely<Database>

// Money is decimal text, in every direction.
expectTypeOf<Card['credit']>().toEqualTypeOf<string>()
expectTypeOf<NewCard['credit']>().toEqualTypeOf<string | undefined>()
// @ts-expect-error a number may have lost digits already
const byNumber: CardPatch = { credit: 5 }

// Where A2Billing stores FLOAT, so does the type.
expectTypeOf<Charge['amount']>().toEqualTypeOf<number>()

// BIGINT comes as text and is given as text or bigint.
expectTypeOf<Card['id']>().toEqualTypeOf<string>()
expectTypeOf<NewAgentTariffgroup['id_agent']>().toEqualTypeOf<string | bigint>()

// Zero dates fit in text, and in nothing else.
expectTypeOf<Card['firstusedate']>().toEqualTypeOf<string>()

// A NOT NULL column without a default has to be given.
// @ts-expect-error username is missing
const withoutName: NewCard = { useralias: 'a', uipass: 'p' }

// A view can be read and not written.
expectTypeOf<CallplanLcr['buyrate']>().toEqualTypeOf<string | null>()
expectTypeOf<keyof Insertable<CallplanLcrTable>>().toEqualTypeOf<never>()
expectTypeOf<keyof Updateable<CallplanLcrTable>>().toEqualTypeOf<never>()

// Tables and columns are known by the database's own names.
void db.selectFrom('cc_card').select(['id', 'id_group']).where('status', '=', 1)
// @ts-expect-error no such column
void db.selectFrom('cc_card').select('idGroup')

void [byNumber, withoutName]
