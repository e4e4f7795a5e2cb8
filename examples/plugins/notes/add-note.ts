/** `POST /custom_api/note/<card>` with `{"text": "Wants invoices by post"}`. */
import { ApiError, cardIdOf, type PluginRoute } from 'a2billing-api/plugin'

export const addNote: PluginRoute = {
  operationId: 'addNote',
  method: 'POST',
  path: '/custom_api/note/:card_id',
  summary: 'Adds a note to a customer.',
  permission: 'notes:add',
  body: { required: ['text'], properties: { text: { type: 'string', pattern: '\\S', description: 'a text' } } },
  response: { type: 'object', required: ['added'], properties: { added: { const: 1 } } },
  async handle({ params, body, origin }, { sees, settings, write }) {
    const cardId = cardIdOf(params)
    const text = String(body['text'])
    if (text.length > Number(settings['longest'])) {
      throw new ApiError('invalid_value', `text: a note has at most ${settings['longest']} characters.`)
    }
    if (!(await sees(origin.caller, 'card', cardId))) throw new ApiError('not_found', `No card has the id ${cardId}.`)
    await write(origin, async (db) => {
      const values = { card_id: cardId, text, user_name: origin.caller.name }
      const { insertId } = await db.insertInto('a2b_notes').values(values).executeTakeFirstOrThrow()
      const changes = { card_id: [null, cardId], text: [null, text] } as const
      return { operation: 'create', resource: 'note', key: String(insertId), changes }
    })
    return { added: 1 }
  },
}
