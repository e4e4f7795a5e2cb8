/** The `<card>` of `/custom_api/…/<card>`. */
import { unknownCard } from '../money/balance.ts'

/**
 * Canonical digits only: the database would read `1abc` as 1, and `01` is no second address of card 1.
 *
 * @throws ApiError `not_found`
 */
export function cardIdOf({ card_id: id = '' }: Readonly<Record<string, string>>): string {
  if (!/^[1-9]\d{0,18}$/.test(id)) throw unknownCard(id)
  return id
}
