// @generated from cc_agent_signup by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_agent_signup`. */
export const agentSignup: Resource = {
  name: 'agentsignup',
  table: 'cc_agent_signup',
  primaryKey: ['id'],
  label: 'Agent sign-up pages',
  section: 'agents',
  display: 'code',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_agent', type: int, blank: '0' },
    { name: 'code', type: varchar(30, 'utf8mb3'), required: true },
    { name: 'id_tariffgroup', label: 'Call plan', type: int, blank: '0' },
    { name: 'id_group', label: 'Group', type: int, blank: '0' },
  ],
  indexes: [
    { columns: ['code'], unique: true },
  ],
  relations: {
    id_agent: { resource: 'agent', column: 'id' },
    id_group: { resource: 'cardgroup', column: 'id' },
    id_tariffgroup: { resource: 'tariffgroup', column: 'id' },
  },
}
