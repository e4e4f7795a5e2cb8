/**
 * What a plugin declares. From the one declaration come its routes, the check of its bodies and settings, its
 * permissions, its part of the OpenAPI document, its commands, its tables and the order in which all of it happens.
 */
import type { Kysely } from 'kysely'
import type { SchemaObject } from 'openapi3-ts/oas31'
import type { Caller } from '../caller.ts'
import type { AnyTables } from '../db/db.ts'
import type { Folder } from '../http/folder.ts'
import type { Logger } from '../http/log.ts'
import type { Money, Moved } from '../money/money.ts'
import type { Origin } from '../origin.ts'
import type { Migration } from '../own-tables/migration.ts'
import type { Api, AuditEntry } from '../resources/api.ts'
import type { ResourceHooks } from '../resources/hooks.ts'
import type { Resource } from '../resources/resource.ts'
import type { Users } from '../users/users.ts'

export interface Plugin {
  /** Of the contract that it was written for. */
  readonly api: 1
  /** Letters, digits and dashes, e.g. `refill`: it stands in settings, commands, table names and errors. */
  readonly name: string
  /** Plugins that have to be there, and start before this one. */
  readonly after?: readonly string[]
  /**
   * Settings, from the section `plugins.settings.<name>` of `a2b.config.ts` and the environment, which wins:
   * `allowNegativeBalance` of `charge` is `A2B_CHARGE_ALLOW_NEGATIVE_BALANCE`.
   */
  readonly settings?: Readonly<Record<string, SettingSchema>>
  /** A2Billing's tables that it reads or writes, by A2Billing's names; nothing else can be reached. */
  readonly tables?: Readonly<Record<string, TableUse>>
  /** Tables of its own, `a2b_<name>` or `a2b_<name>_…`. */
  readonly migrations?: readonly Migration[]
  /** Its own tables that are served as resources. */
  readonly resources?: readonly PluginResource[]
  /** Permissions that it asks for and that are not `<resource>:<operation>`, each with what it allows. */
  readonly permissions?: Readonly<Record<string, string>>
  readonly routes?: readonly (PluginRoute | MoneyRoute)[]
  /** By resource name. */
  readonly hooks?: Readonly<Record<string, PluginHooks>>
  /** Files for browsers, each folder at an address of its own, such as `/admin`. Anybody may load them. */
  readonly folders?: readonly Folder[]
  /** What the admin panel offers on rows of a resource. */
  readonly actions?: readonly PanelAction[]
  /** Rows that the admin panel shows on the page of another row, where no relation leads to it. */
  readonly panels?: readonly RowPanel[]
  /** What it says of fields in the admin panel, by resource or A2Billing's table, and column. */
  readonly fields?: Readonly<Record<string, Readonly<Record<string, FieldWords>>>>
  /** `a2b <plugin> <command>`. */
  readonly commands?: readonly PluginCommand[]
  readonly jobs?: readonly Job[]
  /** Before the server listens, in each process where there are several; what it throws stops the start. */
  start?(host: Host): Promise<void>
  /** After the last request was answered. */
  stop?(host: Host): Promise<void>
}

/** @param plugin - as it is; the compiler looks at it here, the server once more when it starts */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin
}

export interface SettingSchema {
  readonly type: 'string' | 'integer' | 'boolean' | 'list'
  /** Of a list: texts; in the environment with commas between them. */
  readonly default: SettingValue
  /** What it does, in a sentence. */
  readonly description: string
  /** The only texts that are allowed. */
  readonly values?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
}

export type SettingValue = string | number | boolean | readonly string[]

export type PluginSettings = Readonly<Record<string, SettingValue>>

export interface TableUse {
  /** `add`: it may read rows and insert some. `write`: change and delete them, too; never a balance. */
  readonly access: 'read' | 'add' | 'write'
  /** The plugin can do without the whole table. */
  readonly optional?: true
  /** Columns that it cannot do without, or with a `?` only uses where they are. On a database that lacks one the plugin is left out. */
  readonly columns?: Readonly<Record<string, ColumnRequirement>>
  /** Every column that it may give a new row. Where such a row must be given more, the plugin is left out, too. */
  readonly gives?: readonly string[]
}

/** Of what kind a column has to be. With a `?`, the column may be absent; where it is there, it has to be this. */
export type ColumnRequirement = RequiredKind | `${RequiredKind}?`

/** `decimal`: exact, as a balance must be. `number`: DECIMAL, FLOAT, DOUBLE or whole. `moment`: TIMESTAMP or DATETIME. */
export type RequiredKind = 'any' | 'integer' | 'decimal' | 'number' | 'moment'

/** A table of its own at `/api/<name>/`: listed and read, and written to where it does not say `readOnly`. */
export interface PluginResource extends Resource {
  /** What is asked for, whatever is done with it, instead of `<name>:list` and so on. */
  readonly permission?: string
}

export interface PluginRoute {
  /** Unique in the OpenAPI document, e.g. `refillCard`; its schemas are named after it. */
  readonly operationId: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /**
   * E.g. `/custom_api/refill/:card_id`: two fixed segments, then what you like; under `/api/` only behind a resource of the
   * plugin's own, `/api/note/:id/share`. Served with and without a final slash.
   */
  readonly path: string
  readonly summary: string
  /** What the caller must hold: of those the plugin declares, or `<resource>:<operation>`. */
  readonly permission: string
  /** On POST, PUT and PATCH. */
  readonly body?: BodySchema
  /** On GET: what its query may hold. Anything else is refused. */
  readonly parameters?: Readonly<Record<string, ParameterSchema>>
  readonly response: SchemaObject
  readonly idempotent?: never
  handle(request: PluginRequest, host: Host): Promise<Answer>
}

/** A route that moves money: it takes `Idempotency-Key`, and a GET of its path with that header answers what was stored. */
export interface MoneyRoute extends Omit<PluginRoute, 'idempotent' | 'handle'> {
  readonly method: 'POST'
  /** What it calls itself in `money.move`, such as `refill`; its path has a parameter `card_id`. */
  readonly idempotent: string
  handle(request: PluginRequest, host: Host): Promise<Moved>
}

/**
 * JSON Schema, as far as it is enforced here. Further properties of a body are ignored, as the original API did.
 *
 * `readonly` all the way, and no keyword that would be published but not checked.
 */
export interface BodySchema {
  readonly required: readonly string[]
  readonly properties: Readonly<Record<string, PropertySchema>>
}

export interface PropertySchema {
  readonly type: 'string' | 'number' | 'boolean' | readonly ('string' | 'number' | 'boolean')[]
  /** For numbers, too: it is matched with the digits as they were sent. */
  readonly pattern?: string
  /** Completes "must be …" in the error that a client reads. */
  readonly description: string
  readonly examples?: readonly (string | number | boolean)[]
}

/** JSON Schema, as far as it is enforced here, of a parameter in a query. */
export interface ParameterSchema {
  readonly type: 'string' | 'integer'
  readonly required?: true
  /** What the handler is given where the client says nothing. */
  readonly default?: string
  /** The only texts that are allowed. */
  readonly values?: readonly string[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  /** Completes "must be …" in the error that a client reads. */
  readonly description: string
  readonly example?: string
}

/** The hooks of a resource, each given what the server lends the plugin beside the event. */
export type PluginHooks = {
  readonly [Name in keyof ResourceHooks]: (
    event: Parameters<NonNullable<ResourceHooks[Name]>>[0],
    host: Host,
  ) => ReturnType<NonNullable<ResourceHooks[Name]>>
}

export interface PluginRequest {
  readonly origin: Origin
  readonly params: Readonly<Record<string, string>>
  /** The declared parameters of the query, checked, those with a default among them. */
  readonly query: Readonly<Record<string, string>>
  /** The declared properties that the client sent, checked; numbers as the text of their digits. */
  readonly body: Readonly<Record<string, string | boolean>>
  /** Of an `idempotent` route, where the client sent one. */
  readonly idempotencyKey?: string
}

/** Written as JSON. Numbers that must be exact are given as `JsonNumber`. */
export type Answer = Readonly<Record<string, unknown>>

/** What the server lends a plugin. */
export interface Host {
  /** Of what comes with the server, with the whole database; of others, with as much of it as `db` reaches. */
  readonly api: Api
  /** Reaches only the tables that the plugin declares. Of a route it only reads, as `api.db` does: see `write`. */
  readonly db: Kysely<AnyTables>
  /**
   * Writes for somebody, in one transaction with the audit's row of it. Routes write by this and by `money.move` alone.
   *
   * @param work - writes with the handle it is given, and returns what the audit is to say of it
   * @returns what `work` has returned
   * @throws whatever `work` throws; nothing is changed then, but on tables that cannot roll back
   */
  write(origin: Origin, work: (db: Kysely<AnyTables>) => Promise<AuditEntry>): Promise<AuditEntry>
  /**
   * Whether there is such a row, and the caller's scopes let him see it: a row that he does not see is for him none.
   *
   * @param resource - its name, `card`
   * @param key - of the row, as in its address
   * @throws Error for a resource that does not exist
   */
  sees(caller: Caller, resource: string, key: string): Promise<boolean>
  readonly money: Money
  readonly users: Users
  /** As declared, with the defaults. */
  readonly settings: PluginSettings
  /** Each line names the plugin. */
  readonly log: Logger
}

export interface PanelAction {
  /** Name of the resource, or of A2Billing's table, `cc_card`, whatever its resource is called here. */
  readonly resource: string
  readonly place: 'row' | 'list'
  readonly label: string
  /** `operationId` of the route that it sends to; the form is made from the body's schema. */
  readonly route: string
  /** Asks before it is sent. */
  readonly confirm?: true
}

export interface RowPanel {
  /** Name of the resource on whose rows it is, or of A2Billing's table. */
  readonly resource: string
  readonly label: string
  /** Resource whose rows are shown, and its field that holds the key of the row they are shown on. */
  readonly of: string
  readonly field: string
}

export interface FieldWords {
  readonly label?: string
  /** Shown under the field of a form. */
  readonly help?: string
}

export interface PluginCommand {
  readonly name: string
  readonly description: string
  /** As in a usage line: `<name> [roles...]`. */
  readonly arguments?: string
  /** As in a usage line, each with what it does: `--dry-run`. */
  readonly options?: Readonly<Record<string, string>>
  /** @returns the exit code: 0 done, 1 found something, 2 could not run */
  run(input: CommandInput, host: Host): Promise<number>
}

export interface CommandInput {
  /** Who is at the keyboard, for `host.write`; no user of the API, and may do everything. */
  readonly origin: Origin
  readonly arguments: readonly string[]
  readonly options: Readonly<Record<string, string | boolean>>
  /** Shows a line. */
  print(line: string): void
}

export interface Job {
  readonly name: string
  /** Seconds between the end of one run and the start of the next, at least 1; the first comes after as long. */
  readonly every: number
  run(host: Host): Promise<void>
}
