/** What is asked for: paths that walk over the whole tables, the same ones for every contender. */
import { CARDS } from './seed.ts'

export interface Workload {
  readonly id: string
  readonly title: string
  /** Ratio to the limit in requests a second. */
  readonly wanted?: { readonly floor: number; readonly aim: number }
  readonly paths: readonly string[]
}

const wanted = { floor: 1.3, aim: 2 }
/** So many different rows are asked for, spread evenly. */
const KEYS = 5000

const someCards = Array.from({ length: KEYS }, (_, index) => 1 + ((index * 7919) % CARDS))

export const WORKLOADS: readonly Workload[] = [
  { id: 'W1', title: 'one card of 100,000 by id', wanted, paths: someCards.map((id) => `/api/card/${id}/`) },
  { id: 'W1h', title: 'the same card again and again', paths: ['/api/card/7/'] },
  { id: 'W2', title: 'the list of 20 countries', wanted, paths: ['/api/country/'] },
  { id: 'W3', title: 'first page of 2,000,000 calls', wanted, paths: ['/api/call/'] },
  {
    id: 'W5',
    title: 'calls of one card, newest first',
    wanted,
    paths: someCards.map((id) => `/api/call/?card_id=${id}&ordering=-starttime`),
  },
]
