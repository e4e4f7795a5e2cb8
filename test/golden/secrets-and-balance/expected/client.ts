// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import { type Client, type ClientOptions, type Facts, makeClient, type ServerResources } from '../src/client/index.ts'
import type * as card from './client/card.ts'
import type * as cardGroup from './client/cardgroup.ts'

export * from '../src/client/index.ts'

/** Every table by its name in the URL, with the types of its rows. */
export interface Tables {
  card: { row: card.Card; new: card.NewCard; patch: card.CardPatch }
  cardgroup: { row: cardGroup.CardGroup; new: cardGroup.NewCardGroup; patch: cardGroup.CardGroupPatch }
}

export type Resources = Tables & Omit<ServerResources, keyof Tables>

/** What the client has to know of them while it runs. */
const facts: Facts = {
  card: { key: ['id'], decimals: ['credit'] },
  cardgroup: { key: ['id'], decimals: [] },
}

/** `createClient({ baseUrl: 'http://127.0.0.1:8008', credentials: { key: 'a2b_7_…' } })` */
export function createClient(options: ClientOptions): Client<Resources> {
  return makeClient<Resources>(options, facts)
}
