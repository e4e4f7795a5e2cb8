/** What all clients of a run wanted done: the side of the account that is not the database's. */
import type { Random } from '../../scripts/demo/seed/random.ts'
import { createAmounts } from './amounts.ts'
import type { Edit, Money, Movement } from './movement.ts'

export interface Book {
  readonly movements: readonly Movement[]
  /** Thinks of something to do, and writes it down. */
  next(client: number, random: Random): Movement
}

/** Columns of `cc_card` that only say who the customer is. */
export const EDITED = ['lastname', 'firstname', 'address', 'city', 'company_name', 'company_website', 'tag', 'phone']

/** @param cards - their ids */
export function openBook(cards: readonly string[], random: Random): Book {
  const movements: Movement[] = []
  const nextAmount = createAmounts(random)
  const write = <T extends Movement>(movement: T): T => {
    movements.push(movement)
    return movement
  }
  return {
    movements,
    next(client, choice) {
      const told = { key: `${client}-${movements.length}-${choice.word(16)}`, attempts: 0 }
      const edit = choice.chance(0.2) ? ownColumn(cards, client) : undefined
      if (edit) return write<Edit>({ ...told, ...edit, kind: 'edit', value: choice.word(12) })
      const card = choice.pick(cards)
      const kind = choice.chance(0.55) ? 'refill' : 'charge'
      return write<Money>({ ...told, kind, card, units: nextAmount(`${kind} ${card}`) })
    },
  }
}

/** Each client has a column of a card to itself, so that it knows what must stand there; those who come late have none. */
function ownColumn(cards: readonly string[], client: number): Pick<Edit, 'card' | 'column'> | undefined {
  const column = EDITED[Math.floor(client / cards.length)]
  const card = cards[client % cards.length]
  return column === undefined || card === undefined ? undefined : { card, column }
}
