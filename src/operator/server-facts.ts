/** What runs: versions, plugins, and how the database compared with the generated code when the server started. */
import { readFileSync } from 'node:fs'
import type { Db } from '../db/db.ts'
import type { Drift, SchemaDifference } from '../drift/drift.ts'
import type { HostedPlugin } from '../plugins/host.ts'
import { rowsOf, text } from '../doctor/patient.ts'

export interface ServerFacts {
  /** Of a2billing-api. */
  readonly version: string
  /** Of Node, without a `v`. */
  readonly node: string
  readonly database: {
    readonly name: string
    /** E.g. `10.11.19-MariaDB`. */
    readonly version: string
  }
  /** Seconds since the process began. */
  readonly uptime: number
  readonly schema: {
    readonly status: Drift['status']
    readonly differences: readonly SchemaDifference[]
  }
  /** Those that run, in the order of their start. */
  readonly plugins: readonly PluginFacts[]
}

export interface PluginFacts {
  readonly name: string
  /** `POST /custom_api/refill/{card_id}/` */
  readonly routes: readonly string[]
  readonly resources: readonly string[]
  /** Those that it asks for beside `<resource>:<operation>`. */
  readonly permissions: readonly string[]
}

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
