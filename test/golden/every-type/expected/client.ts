// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import { type Client, type ClientOptions, type Facts, makeClient, type ServerResources } from '../src/client/index.ts'
import type * as everyType from './client/everytype.ts'

export * from '../src/client/index.ts'

/** Every table by its name in the URL, with the types of its rows. */
export interface Tables {
  everytype: { row: everyType.EveryType; new: everyType.NewEveryType; patch: everyType.EveryTypePatch }
}

export type Resources = Tables & Omit<ServerResources, keyof Tables>

/** What the client has to know of them while it runs. */
const facts: Facts = {
  everytype: { key: ['id'], decimals: ['c8', 'c9'] },
}

/** `createClient({ baseUrl: 'http://127.0.0.1:8008', credentials: { key: 'a2b_7_…' } })` */
export function createClient(options: ClientOptions): Client<Resources> {
  return makeClient<Resources>(options, facts)
}
