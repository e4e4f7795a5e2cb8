/** Generated routers are made from templates and narrowed ones at start: where nothing was lost, they must be alike. */
import { describe, expect, it } from 'vitest'
import { routers, resources } from '../../../generated/index.ts'
import { narrowedRouter } from '../../../src/drift/narrowed-router.ts'
import { offlineApi } from '../resources/resources.ts'

type Made = ReturnType<ReturnType<typeof narrowedRouter>>

function routesOf(router: Made): string[] {
  return router.stack.map(({ path, methods }) => `${String(path)} ${methods.join()}`).sort()
}

describe('narrowedRouter', () => {
  const api = offlineApi()

  it.each([
    { kind: 'read-write', name: 'card' },
    { kind: 'read-only', name: 'callbackspool' },
    { kind: 'list-only', name: 'callplanlcr' },
  ])('has the routes of the generated $kind one where nothing was lost', ({ name }) => {
    const resource = resources.get(name)
    const generated = routers.get(name)?.(api)
    if (!resource || !generated) throw new Error(`there is no resource ${name}`)
    expect(routesOf(narrowedRouter(resource)(api))).toEqual(routesOf(generated))
  })

  it('answers 405 and why, where something was', async () => {
    const card = resources.get('card')
    if (!card) throw new Error('there is no resource card')
    const router = narrowedRouter({ ...card, primaryKey: [], refusals: { row: 'No address.', create: 'No address.' } })(
      api,
    )
    for (const [path, method] of [
      ['/api/card/7', 'GET'],
      ['/api/card/7', 'PUT'],
      ['/api/card/7/delete', 'POST'],
      ['/api/card', 'POST'],
    ] as const) {
      const { pathAndMethod } = router.match(path, method)
      const answer = async (): Promise<unknown> => pathAndMethod.at(-1)?.stack[0]?.({} as never, async () => undefined)
      await expect(answer(), `${method} ${path}`).rejects.toMatchObject({
        code: 'method_not_allowed',
        message: 'No address.',
        headers: { Allow: expect.stringContaining('OPTIONS') },
      })
    }
  })
})
