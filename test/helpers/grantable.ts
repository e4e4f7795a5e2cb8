/** What grants can speak of on the committed API. */
import { GENERATED, loadGenerated } from '../../src/drift/generated-folder.ts'
import { grantableOn } from '../../src/plugins/grantable.ts'
import { BUILT_IN } from '../../src/plugins/index.ts'
import type { Grantable } from '../../src/users/grant.ts'

export async function committedGrantable(): Promise<Grantable> {
  const { resources } = await loadGenerated(GENERATED)
  return grantableOn(
    resources,
    BUILT_IN.map((plugin) => ({ plugin })),
  )
}
