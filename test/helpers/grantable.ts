/** What grants can speak of on the committed API. */
import { GENERATED, loadGenerated } from '../../src/drift/generated-folder.ts'
import { fieldOf } from '../../src/resources/resource.ts'
import type { Grantable } from '../../src/users/grant.ts'

export async function committedGrantable(): Promise<Grantable> {
  const { resources } = await loadGenerated(GENERATED)
  return {
    resources: new Map(Array.from(resources, ([name, { columns }]) => [name, new Set(columns.map(fieldOf))])),
    permissions: new Set(['money:refill', 'money:charge', 'money:negative', 'secrets:read', 'users:manage']),
  }
}
