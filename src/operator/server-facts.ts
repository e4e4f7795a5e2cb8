/** The running server -> {@link ServerFacts}. */
import { readFileSync } from 'node:fs'
import type { Db } from '../db/db.ts'
import type { Drift } from '../drift/drift.ts'
import type { HostedPlugin } from '../plugins/host.ts'
import type { ServerFacts } from './facts.ts'
import { rowsOf, text } from '../doctor/patient.ts'

export async function readServerFacts(
  db: Db,
  { status, differences }: Drift,
  plugins: readonly HostedPlugin[],
): Promise<ServerFacts> {
  const [[name, version] = []] = await rowsOf(db, 'select database(), version()')
  return {
    version: VERSION,
    node: process.versions.node,
    database: { name: text(name), version: text(version) },
    uptime: Math.floor(process.uptime()),
    schema: { status, differences },
    plugins: plugins.map(({ plugin }) => ({
      name: plugin.name,
      routes: (plugin.routes ?? []).map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}/`),
      resources: (plugin.resources ?? []).map((resource) => resource.name),
      permissions: Object.keys(plugin.permissions ?? {}),
    })),
  }
}

const { version: VERSION } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}
