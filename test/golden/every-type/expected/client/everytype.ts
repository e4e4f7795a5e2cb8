// @generated from every_type by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `every_type`, at `/api/everytype/`. */
export interface EveryType {
  /** bigint unsigned */
  id: number
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
  c6: number | null
  /** int(8) unsigned zerofill */
  c7: number | null
  /** decimal(65,30) */
  c8: string | null
  /** decimal(12,5) unsigned */
  c9: string | null
  /** float */
  c10: number | null
  /** double */
  c11: number | null
  /** double unsigned */
  c12: number | null
  /** bit(1) */
  c13: number | null
  /** bit(64) */
  c14: number | null
  /** year */
  c15: number | null
  /** date */
  c16: string | null
  /** datetime */
  c17: string | null
  /** datetime(6) */
  c18: string | null
  /** timestamp(3) */
  c19: string | null
  /** time */
  c20: string | null
  /** time(2) */
  c21: string | null
  /** json */
  c22: unknown
  /** uuid */
  c23: string | null
  /** inet4 */
  c24: string | null
  /** inet6 */
  c25: string | null
  /** binary(16) */
  c26: string | null
  /** varbinary(20) */
  c27: string | null
  /** tinyblob */
  c28: string | null
  /** blob */
  c29: string | null
  /** mediumblob */
  c30: string | null
  /** longblob */
  c31: string | null
  /** point */
  c32: string | null
  /** geometry */
  c33: string | null
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
  t7: '\\' | 'it\'s' | 'a,b' | 'new\u000aline' | 'q"x' | '' | null
  /** set('a','b') */
  t8: string | null
  /** float(7,2) */
  rounded: number | null
  /** double(10,3) unsigned */
  rounded_too: number | null
  /** int */
  doubled: number | null
  /** timestamp */
  changed: string | null
  /** int */
  hidden: number
}

/** What a new row takes. */
export interface NewEveryType {
  /** bigint unsigned */
  id?: number | string
  /** tinyint */
  c1?: number | string | null
  /** tinyint(1) */
  c2?: number | string | null
  /** smallint */
  c3?: number | string | null
  /** mediumint */
  c4?: number | string | null
  /** int */
  c5?: number | string | null
  /** bigint */
  c6?: number | string | null
  /** int(8) unsigned zerofill */
  c7?: number | string | null
  /** decimal(65,30) */
  c8?: string | null
  /** decimal(12,5) unsigned */
  c9?: string | null
  /** float */
  c10?: number | string | null
  /** double */
  c11?: number | string | null
  /** double unsigned */
  c12?: number | string | null
  /** bit(1) */
  c13?: number | string | null
  /** bit(64) */
  c14?: number | string | null
  /** year */
  c15?: number | string | null
  /** date */
  c16?: string | null
  /** datetime */
  c17?: string | null
  /** datetime(6) */
  c18?: string | null
  /** timestamp(3) */
  c19?: string | null
  /** time */
  c20?: string | null
  /** time(2) */
  c21?: string | null
  /** json */
  c22?: unknown
  /** uuid */
  c23?: string | null
  /** inet4 */
  c24?: string | null
  /** inet6 */
  c25?: string | null
  /** binary(16) */
  c26?: string | null
  /** varbinary(20) */
  c27?: string | null
  /** tinyblob */
  c28?: string | null
  /** blob */
  c29?: string | null
  /** mediumblob */
  c30?: string | null
  /** longblob */
  c31?: string | null
  /** char(3) */
  t1?: string | null
  /** varchar(200) */
  t2?: string | null
  /** tinytext */
  t3?: string | null
  /** text */
  t4?: string | null
  /** mediumtext */
  t5?: string | null
  /** longtext */
  t6?: string | null
  /** enum('\\','it''s','a,b','new\nline','q"x') */
  t7?: '\\' | 'it\'s' | 'a,b' | 'new\u000aline' | 'q"x' | '' | null
  /** set('a','b') */
  t8?: string | null
  /** float(7,2) */
  rounded?: number | string | null
  /** double(10,3) unsigned */
  rounded_too?: number | string | null
  /** timestamp */
  changed?: string
  /** int */
  hidden?: number | string
}

/** What of a row can be changed. */
export type EveryTypePatch = Changes<NewEveryType, 'id', 'c1' | 'c2' | 'c3' | 'c4' | 'c5' | 'c6' | 'c7' | 'c8' | 'c9' | 'hidden'>
