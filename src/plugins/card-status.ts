/** Cards whose status keeps money from moving, as the operator has set it. */
import { ApiError } from '../errors.ts'
import type { SettingSchema } from './plugin.ts'

/** @param what - completes the description: `refilled` */
export function refusedStatuses(what: string): SettingSchema {
  return {
    type: 'list',
    default: [],
    description: `statuses of cards that may not be ${what}: 0 cancelled, 5 expired, 6 and 7 suspended, …`,
  }
}

/**
 * @param status - of the card, as the database prints it; null where this version has none
 * @throws ApiError `card_not_usable`
 */
export function assertUsable(cardId: string, status: string | null, refused: readonly string[]): void {
  if (status === null || !refused.includes(status)) return
  throw new ApiError(
    'card_not_usable',
    `Card ${cardId} has the status ${status}, with which the operator lets no money move. Nothing was changed.`,
  )
}
