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

  it('are an audited write', async () => {
    const { json } = await api.request('GET', '/api/audit/?resource=note&ordering=id')
    expect(json).toMatchObject({ objects: [{ user_name: 'admin', operation: 'create', resource: 'note' }] })
  })

  it('are for an agent on his own customers alone', async () => {
    const firstOf = async (filter: string): Promise<string> => {
      const { json } = await api.request('GET', `/api/card/?limit=1&${filter}`)
      return String((json as { objects: { id: number }[] }).objects[0]?.id)
    }
    const [own, other] = [await firstOf('id_group__id_agent=1'), await firstOf('id_group__id_agent__ne=1')]
    const agent = { name: 'an agent', password: 'as long as they must be' }
    const { json } = await api.request('POST', '/api/user/', {
      body: { username: agent.name, password: agent.password, email: '' },
    })
    for (const grant of ['notes:add', 'note:list', 'scope:agent=1']) {
      await api.request('POST', '/api/grant/', { body: { user: (json as { id: number }).id, grant } })
    }
    expect((await add('x', other)).status).toBe(200)
    const addAsAgent = async (id: string) =>
      (await api.request('POST', `/custom_api/note/${id}`, { as: agent, body: { text: 'From the agent' } })).status
    expect([await addAsAgent(own), await addAsAgent(other)]).toEqual([200, 404])
    const list = await api.request('GET', '/api/note/', { as: agent })
    expect(list.json).toMatchObject({ objects: [{ card_id: Number(own), text: 'From the agent' }] })
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
