/** `/api/audit/`: who wrote what. Every write adds its own row, see src/audit; here they are only read. */
import type { Access } from '../access.ts'
import { bigint, datetime, json, mediumtext, unsigned, varchar } from '../resources/column-types.ts'
import type { Resource } from '../resources/resource.ts'
import { definePlugin } from './plugin.ts'

const name = (length: number) => varchar(length, 'utf8mb4')

const audit: Resource = {
  name: 'audit',
  label: 'Audit',
  section: 'api',
  table: 'a2b_audit',
  primaryKey: ['id'],
  readOnly: 'The API keeps it, and nobody changes it.',
  columns: [
    { name: 'id', label: 'ID', type: unsigned.bigint },
    { name: 'at', label: 'When', type: datetime(6) },
    { name: 'user_id', label: 'User number', type: bigint },
    { name: 'user_name', label: 'User', type: name(255) },
    { name: 'key_id', label: 'Key number', type: bigint, nullable: true },
    { name: 'address', label: 'From', type: name(64) },
    { name: 'request_id', label: 'Request', type: name(64) },
    { name: 'reason', type: name(255), nullable: true },
    { name: 'operation', type: name(64) },
    { name: 'resource', type: name(64) },
    { name: 'row_key', label: 'Row', type: mediumtext('utf8mb4') },
    { name: 'changes', type: json },
  ],
  relations: {},
}

/** Its rows tell whole rows of others. So who does not see all of a resource is told nothing of what was done to it. */
function limitedResources({ layers }: Access): string[] {
  const masked = layers.flatMap(({ masks }) => Array.from(masks, (column) => column.slice(0, column.indexOf('.'))))
  // An agent's scope leaves nothing of the audit: it is nobody's row.
  const scoped = layers.flatMap(({ scopes }) => scopes.flatMap((it) => (it.kind === 'filter' ? [it.resource] : [])))
  return [...new Set([...masked, ...scoped])]
}

export default definePlugin({
  api: 1,
  name: 'audit',
  resources: [audit],
  hooks: {
    audit: {
      scope({ access }) {
        const limited = limitedResources(access)
        return limited.length === 0 ? undefined : `resource__not_in=${limited.join()}`
      },
    },
  },
})
