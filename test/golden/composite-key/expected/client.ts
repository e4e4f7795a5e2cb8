// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import { type Client, type ClientOptions, type Facts, makeClient, type ServerResources } from '../src/client/index.ts'
import type * as agentTariffgroup from './client/agenttariffgroup.ts'

export * from '../src/client/index.ts'

/** Every table by its name in the URL, with the types of its rows. */
export interface Tables {
  agenttariffgroup: { row: agentTariffgroup.AgentTariffgroup; new: agentTariffgroup.NewAgentTariffgroup; patch: agentTariffgroup.AgentTariffgroupPatch }
}

export type Resources = Tables & Omit<ServerResources, keyof Tables>

/** What the client has to know of them while it runs. */
const facts: Facts = {
  agenttariffgroup: { key: ['id_agent', 'id_tariffgroup'], decimals: [] },
}

/** `createClient({ baseUrl: 'http://127.0.0.1:8008', credentials: { key: 'a2b_7_…' } })` */
export function createClient(options: ClientOptions): Client<Resources> {
  return makeClient<Resources>(options, facts)
}
