/** What A2Billing's tables should hold, kept in a few lists and whole numbers. */
import { LIMIT } from './commands.ts'

export interface ReferenceCard {
  readonly id: string
  /** In units of 0.00001. */
  credit: bigint
  lastname: string
  /** Per cent. */
  readonly vat: number
}

/** A row that tells of a movement. */
export interface ReferenceRow {
  readonly card: string
  readonly units: bigint
}

export class Reference {
  readonly cards: ReferenceCard[] = []
  readonly refills: ReferenceRow[] = []
  readonly charges: ReferenceRow[] = []

  /** Why the movement must be refused; undefined when it must be done. */
  refusal(kind: 'refill' | 'charge', card: ReferenceCard | undefined, units: bigint): readonly number[] | undefined {
    const after = (card?.credit ?? 0n) + (kind === 'refill' ? units : -units)
    const isTooMuch = after > LIMIT || after < -LIMIT || (kind === 'charge' && digits(units) > 6)
    if (!card) return isTooMuch ? [404, 422] : [404]
    return isTooMuch ? [422] : undefined
  }

  /** Done with a negative amount, a refill takes and a charge gives. */
  move(kind: 'refill' | 'charge', card: ReferenceCard, units: bigint): void {
    card.credit += kind === 'refill' ? units : -units
    const rows = kind === 'refill' ? this.refills : this.charges
    rows.push({ card: card.id, units })
  }

  /** Rows that tell of movements may not be orphaned. */
  isDeletable({ id }: ReferenceCard): boolean {
    return ![...this.refills, ...this.charges].some(({ card }) => card === id)
  }
}

/** Significant ones: cc_charge.amount is a FLOAT, which keeps six. */
function digits(units: bigint): number {
  return String(units).replace('-', '').replace(/0+$/, '').length
}

/** What is left of an amount without the VAT, to the unit, half a unit away from zero. */
export function withoutVat(units: bigint, vat: number): bigint {
  if (units < 0n) return -withoutVat(-units, vat)
  const perMille = BigInt(1000 + vat * 10)
  return (units * 1000n * 2n + perMille) / (perMille * 2n)
}
