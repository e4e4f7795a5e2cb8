// @generated from cc_ui_authen by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_ui_authen`. */
export const uiAuthen: Resource = {
  name: 'uiauthen',
  table: 'cc_ui_authen',
  primaryKey: ['userid'],
  columns: [
    { name: 'userid', type: bigint },
    { name: 'login', type: char(50, 'utf8mb3'), required: true },
    { name: 'pwd_encoded', type: varchar(250, 'utf8mb3'), blank: '', secret: true },
    { name: 'groupid', type: int, nullable: true },
    { name: 'perms', type: int, nullable: true },
    { name: 'confaddcust', type: int, nullable: true },
    { name: 'name', type: char(50, 'utf8mb3'), nullable: true },
    { name: 'direction', type: char(80, 'utf8mb3'), nullable: true },
    { name: 'zipcode', type: char(20, 'utf8mb3'), nullable: true },
    { name: 'state', type: char(20, 'utf8mb3'), nullable: true },
    { name: 'phone', type: char(30, 'utf8mb3'), nullable: true },
    { name: 'fax', type: char(30, 'utf8mb3'), nullable: true },
    { name: 'datecreation', type: timestamp() },
    { name: 'email', type: varchar(70, 'utf8mb3'), nullable: true },
    { name: 'country', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'city', type: varchar(40, 'utf8mb3'), nullable: true },
  ],
  indexes: [
    { columns: ['login'], unique: true },
  ],
  relations: {},
  search: ['login', 'name', 'email', 'phone'],
}
