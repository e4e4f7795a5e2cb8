/**
 * What a plugin declares. From the one declaration come its routes, the check of its bodies, its permission and its
 * part of the OpenAPI document.
 */
import type { SchemaObject } from 'openapi3-ts/oas31'
import type { Caller } from '../caller.ts'
import type { Api } from '../resources/api.ts'

export interface Plugin {
  readonly name: string
  /**
   * Tables and columns it cannot do without, by A2Billing's names: `{ cc_card: { credit: 'decimal' } }`. On a database
   * that lacks one, or has it of another kind, the plugin is left out and the log says what is missing.
   */
  readonly requires?: Requirements
  /** Tables it adds rows to, with every column it may give. Where such a row must be given more, it is left out, too. */
  readonly adds?: Readonly<Record<string, readonly string[]>>
  readonly routes: readonly PluginRoute[]
}

/** Columns by table, each with what it has to be. */
export type Requirements = Readonly<Record<string, Readonly<Record<string, ColumnRequirement>>>>

/** With a `?`, the column may be absent; where it is there, it has to be this. */
export type ColumnRequirement = RequiredKind | `${RequiredKind}?`

/** `decimal`: exact, as a balance must be. `number`: DECIMAL, FLOAT, DOUBLE or whole. */
export type RequiredKind = 'any' | 'integer' | 'decimal' | 'number'

export interface PluginRoute {
  /** Unique in the OpenAPI document, e.g. `refillCard`; its schemas are named after it. */
  readonly operationId: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** E.g. `/custom_api/refill/:card_id`: two fixed segments, then what you like. Served with and without a final slash. */
  readonly path: string
  readonly summary: string
  /** What the caller must hold, e.g. `money:refill`. Administrators hold every permission, other users none. */
  readonly permission: string
  /** On POST, PUT and PATCH. */
  readonly body?: BodySchema
  readonly response: SchemaObject
  handle(request: PluginRequest, api: Api): Promise<Answer>
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

export interface PluginRequest {
  readonly caller: Caller
  readonly params: Readonly<Record<string, string>>
  /** The declared properties that the client sent, checked; numbers as the text of their digits. */
  readonly body: Readonly<Record<string, string | boolean>>
}

/** Written as JSON. Numbers that must be exact are given as `JsonNumber`. */
export type Answer = Readonly<Record<string, unknown>>
