/** What runs: versions, plugins, and how the database compared with the generated code when the server started. */
import type { Drift, SchemaDifference } from '../drift/drift.ts'

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
