// @generated from every_type by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, Decimal, SqlDate, SqlDateTime, ReadOnly } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `every_type`. Primary key: `id`. */
export interface EveryTypeTable {
  /** bigint unsigned, auto increment */
  id: Generated<Bigint>

  /** tinyint */
  c1: number | null

  /** tinyint(1) */
  c2: number | null

  /** smallint */
  c3: number | null

  /** mediumint */
  c4: number | null

  /** int */
  c5: number | null

  /** bigint */
  c6: Bigint | null

  /** int(8) unsigned zerofill */
  c7: number | null

  /** decimal(65,30) */
  c8: Decimal | null

  /** decimal(12,5) unsigned */
  c9: Decimal | null

  /** float */
  c10: number | null

  /** double */
  c11: number | null

  /** double unsigned */
  c12: number | null

  /** bit(1) */
  c13: Buffer | null

  /** bit(64) */
  c14: Buffer | null

  /** year */
  c15: number | null

  /** date */
  c16: SqlDate | null

  /** datetime */
  c17: SqlDateTime | null

  /** datetime(6) */
  c18: SqlDateTime | null

  /** timestamp(3) */
  c19: SqlDateTime | null

  /** time */
  c20: string | null

  /** time(2) */
  c21: string | null

  /** json */
  c22: string | null

  /** uuid */
  c23: string | null

  /** inet4 */
  c24: string | null

  /** inet6 */
  c25: string | null

  /** binary(16) */
  c26: Buffer | null

  /** varbinary(20) */
  c27: Buffer | null

  /** tinyblob */
  c28: Buffer | null

  /** blob */
  c29: Buffer | null

  /** mediumblob */
  c30: Buffer | null

  /** longblob */
  c31: Buffer | null

  /** point */
  c32: unknown | null

  /** geometry */
  c33: unknown | null

  /** char(3) */
  t1: string | null

  /** varchar(200) */
  t2: string | null

  /** tinytext */
  t3: string | null

  /** text */
  t4: string | null

  /** mediumtext */
  t5: string | null

  /** longtext */
  t6: string | null

  /** enum('\\','it''s','a,b','new\nline','q"x') */
  t7: '\\' | 'it\'s' | 'a,b' | 'new\u000aline' | 'q"x' | null

  /** set('a','b') */
  t8: string | null

  /** float(7,2) */
  rounded: number | null

  /** double(10,3) unsigned */
  rounded_too: number | null

  /** int, generated */
  doubled: ReadOnly<number | null>

  /** timestamp, default CURRENT_TIMESTAMP */
  changed: Generated<SqlDateTime>

  /** int, default 0 */
  hidden: Generated<number>
}

export type EveryType = Selectable<EveryTypeTable>

export type NewEveryType = Insertable<EveryTypeTable>

export type EveryTypePatch = Updateable<EveryTypeTable>
