/** Whenever the status of a card is changed, a note says by whom, in the same transaction. */
import type { PluginHooks } from 'a2billing-api/plugin'

export const cardHooks: PluginHooks = {
  async afterUpdate({ db, values, key, row, origin }) {
    if (values['status'] === undefined) return
    const text = `Status set to ${row['status']}.`
    await db.insertInto('a2b_notes').values({ card_id: key, text, user_name: origin.caller.name }).execute()
  },
}
