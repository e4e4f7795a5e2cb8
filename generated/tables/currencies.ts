// @generated from cc_currencies by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Decimal, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_currencies`. Primary key: `id`. */
export interface CurrenciesTable {
  /** smallint unsigned, auto increment */
  id: Generated<number>

  /** char(3), default '' */
  currency: Generated<string>

  /** varchar(30), default '' */
  name: Generated<string>

  /** decimal(12,5) unsigned, default 0.00000 */
  value: Generated<Decimal>

  /** timestamp, default CURRENT_TIMESTAMP */
  lastupdate: Generated<SqlDateTime>

  /** char(3), default USD */
  basecurrency: Generated<string>
}

export type Currencies = Selectable<CurrenciesTable>

export type NewCurrencies = Insertable<CurrenciesTable>

export type CurrenciesPatch = Updateable<CurrenciesTable>
