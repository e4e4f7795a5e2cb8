import { describe, expect, it } from 'vitest'
import type { AnyTables } from '../../../src/db/db.ts'
import type { Kysely } from 'kysely'
import { ApiError } from '../../../src/errors.ts'
import { createLog } from '../../../src/http/log.ts'
import type { Plugin, PluginHooks } from '../../../src/plugins/plugin.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import type { AfterEvent, Hooks, TransactionEvent } from '../../../src/resources/hooks.ts'
import { admin, from } from '../../helpers/callers.ts'
import { offlineDb } from '../../helpers/offline-db.ts'
import { hosted } from '../../helpers/plugins.ts'
import { offlineApi } from '../http/serve.ts'

const card: Resource = { name: 'card', table: 'cc_card', primaryKey: ['id'], columns: [], relations: {} }
const event = {
  origin: from(admin),
  resource: card,
  operation: 'create',
  key: null,
  values: { lastname: 'x' },
  canRollBack: true,
  db: offlineDb().kysely,
} as const satisfies TransactionEvent

const plugin = (name: string, hooks: PluginHooks, after: string[] = []): Plugin => ({
  api: 1,
  name,
  after,
  settings: { mark: { type: 'string', default: name, description: 'x' } },
  tables: { cc_card: { access: 'read' } },
  hooks: { card: hooks },
})

function compiled(...plugins: Plugin[]): {
  hooks: NonNullable<ReturnType<Hooks['of']>>
  lines: Record<string, unknown>[]
} {
  const lines: Record<string, unknown>[] = []
  const log = createLog('error', { write: (line: string) => void lines.push(JSON.parse(line)) })
  const { api } = hosted(plugins, offlineApi(new Map([['card', card]])), { log, hookSeconds: 0.05 })
  const hooks = api.hooks.of('card')
  if (!hooks) throw new Error('there are no hooks')
  return { hooks, lines }
}

const never = new Promise<never>(() => {})

it('there are only those that a plugin declares', () => {
  expect(Object.keys(compiled(plugin('a', { beforeCreate: () => {} })).hooks)).toEqual(['beforeCreate'])
  expect(hosted([], offlineApi()).api.hooks.of('card')).toBeUndefined()
})

describe('hooks that change values', () => {
  it('run one after another, each on what the one before has made of them', async () => {
    const append: PluginHooks['validate'] = ({ values }, { settings }) => ({
      lastname: `${String(values['lastname'])}${String(settings['mark'])}`,
    })
    const { hooks } = compiled(
      plugin('a', { validate: append }),
      plugin('b', { validate: () => {} }),
      plugin('c', { validate: append }),
    )
    expect(await hooks.validate?.(event)).toEqual({ lastname: 'xac' })
  })

  it('leave them as they are by returning nothing, and cannot change them in place', async () => {
    const { hooks } = compiled(
      plugin('a', {
        beforeCreate: ({ values }) => {
          Object.assign(values, { lastname: 'changed' })
        },
      }),
    )
    expect(await hooks.beforeCreate?.(event)).toBeUndefined()
    expect(event.values).toEqual({ lastname: 'x' })
  })

  it.each([true, 'text', ['x'], null, 5])('fail when they return %j', async (result) => {
    const { hooks } = compiled(plugin('a', { validate: () => result as never }))
    await expect(hooks.validate?.(event)).rejects.toMatchObject({ code: 'plugin_failed' })
  })
})

describe('a hook that', () => {
  const failing = (hooks: PluginHooks) => compiled(plugin('hostile', hooks)).hooks

  it('refuses, refuses the write with its own words', async () => {
    const refusal = new ApiError('invalid_value', 'No card may be called x.')
    const hooks = failing({
      beforeCreate: () => {
        throw refusal
      },
    })
    await expect(hooks.beforeCreate?.(event)).rejects.toBe(refusal)
  })

  it.each<[string, PluginHooks['beforeCreate']]>([
    [
      'throws',
      () => {
        throw new Error('a canary')
      },
    ],
    ['rejects', async () => Promise.reject(new Error('a canary'))],
    [
      'throws nothing that is an error',
      () => {
        throw 'a canary' as never
      },
    ],
  ])('%s, fails in its own name, which only the log tells', async (_, beforeCreate) => {
    const error: ApiError = await Promise.resolve(
      failing({ ...(beforeCreate && { beforeCreate }) }).beforeCreate?.(event),
    ).then(
      () => expect.unreachable(),
      (thrown: unknown) => thrown as ApiError,
    )
    expect(error).toMatchObject({ code: 'plugin_failed', status: 500 })
    expect(error.message).not.toMatch(/canary|hostile/)
    expect(error.cause).toMatchObject({ message: 'Plugin "hostile", hook card.beforeCreate' })
    expect(String((error.cause as Error).cause)).toContain('a canary')
  })

  it('hangs, is waited for no longer than its time, and its handle is taken from it', async () => {
    let kept: Kysely<AnyTables> | undefined
    const hooks = failing({
      beforeCreate: async ({ db }) => {
        await db.selectFrom('cc_card').selectAll().execute()
        kept = db
        await never
      },
    })
    await expect(hooks.beforeCreate?.(event)).rejects.toMatchObject({
      code: 'plugin_failed',
      cause: { cause: { message: 'it had not ended after 0.05 seconds' } },
    })
    await expect(kept?.selectFrom('cc_card').selectAll().execute()).rejects.toThrow('after its time had ended')
  })

  it('reaches for a table that it has not declared, fails', async () => {
    const hooks = failing({
      afterCreate: async ({ db }) => {
        await db.selectFrom('cc_config').selectAll().execute()
      },
    })
    const after: AfterEvent = { ...event, key: '1', row: {} }
    await expect(hooks.afterCreate?.(after)).rejects.toMatchObject({
      code: 'plugin_failed',
      cause: { cause: { message: 'Plugin "hostile" has not declared the table cc_config. Add it to `tables`.' } },
    })
  })

  it('fails after the write was committed, is logged, and keeps no other from running', async () => {
    const ran: string[] = []
    const { hooks, lines } = compiled(
      plugin('a', { afterCommit: () => never }),
      plugin('b', {
        afterCommit: () => {
          throw new Error('broken')
        },
      }),
      plugin('c', { afterCommit: () => void ran.push('c') }),
    )
    await hooks.afterCommit?.({ ...event, key: '1', row: {} })
    expect(ran).toEqual(['c'])
    expect(lines).toMatchObject([
      { plugin: 'a', id: 'test', err: { cause: { message: 'Plugin "a", hook card.afterCommit' } } },
      { plugin: 'b', id: 'test', err: { cause: { message: 'Plugin "b", hook card.afterCommit' } } },
    ])
  })
})

describe('scopes', () => {
  it('of several plugins must all be met', () => {
    const { hooks } = compiled(
      plugin('a', { scope: ({ id }) => `id_agent=${id}` }),
      plugin('b', { scope: () => undefined }),
      plugin('c', { scope: () => ['x=1', 'y=2'] }),
    )
    expect(hooks.scope?.(admin)).toEqual(['id_agent=1', 'x=1', 'y=2'])
  })

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('broken')
      },
    ],
    ['promises', async () => 'x=1'],
    ['is empty', () => ''],
    ['is no text', () => 5],
  ])('fail closed when one %s', (_, scope) => {
    const { hooks } = compiled(plugin('a', { scope: scope as never }))
    expect(() => hooks.scope?.(admin)).toThrow(expect.objectContaining({ code: 'plugin_failed' }))
  })
})
