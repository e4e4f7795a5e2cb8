import { startPluginApi, type TestApi } from 'a2billing-api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

describe.each(['InnoDB', undefined] as const)('notes, on %s tables', (engine) => {
  let api: TestApi
  let card: string
  beforeAll(async () => {
    api = await startPluginApi(import.meta.dirname, { engine })
    const list = await api.request('GET', '/api/card/?limit=1')
    card = String((list.json as { objects: { id: number }[] }).objects[0]?.id)
  })
  afterAll(() => api.close())

  const add = (text: unknown, id = card) => api.request('POST', `/custom_api/note/${id}`, { body: { text } })
  const notes = async () => {
    const { json } = await api.request('GET', `/api/note/?card_id=${card}&ordering=id`)
    return (json as { objects: { text: string; user_name: string }[] }).objects.map(({ text, user_name: who }) => [
      text,
      who,
    ])
  }

  it('are kept, with who wrote them', async () => {
    expect(await add('Wants invoices by post')).toMatchObject({ status: 200, json: { added: 1 } })
    expect(await notes()).toEqual([['Wants invoices by post', 'admin']])
  })

  it('are refused when they are empty, too long, or of nobody', async () => {
    expect((await add(' ')).status).toBe(422)
    expect((await add('x'.repeat(501))).status).toBe(422)
    expect((await add('x', '999999')).status).toBe(404)
    expect(await notes()).toHaveLength(1)
  })

  it('tell who changed the status of a card', async () => {
    await api.request('PATCH', `/api/card/${card}/`, { body: { status: 5 } })
    expect((await notes()).at(-1)).toEqual(['Status set to 5.', 'admin'])
    await api.request('PATCH', `/api/card/${card}/`, { body: { lastname: 'Smith' } })
    expect(await notes()).toHaveLength(2)
  })

  it('are offered in the admin panel', async () => {
    const { json } = await api.request('GET', '/openapi.json')
    expect(json).toMatchObject({
      'x-a2b-actions': expect.arrayContaining([expect.objectContaining({ plugin: 'notes', route: 'addNote' })]),
    })
  })
})
