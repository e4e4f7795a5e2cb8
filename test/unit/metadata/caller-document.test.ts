/** What `/openapi.json` leaves of the committed document for callers with different rights. */
import { readFileSync } from 'node:fs'
import type { OpenAPIObject, SchemaObject } from 'openapi3-ts/oas31'
import { describe, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { type Layer, makeAccess } from '../../../src/access.ts'
import type { Caller } from '../../../src/caller.ts'
import { callerDocument } from '../../../src/metadata/caller-document.ts'
import { documentsOf } from '../../../src/metadata/documents.ts'
import { BUILT_IN } from '../../../src/plugins/index.ts'
import { withPlugins } from '../../../src/plugins/openapi.ts'
import { admin, apiOn } from '../../helpers/callers.ts'
import { offlineDb } from '../../helpers/offline-db.ts'

const generated: OpenAPIObject = JSON.parse(
  readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8'),
)
const whole = withPlugins(generated, BUILT_IN)
const own = BUILT_IN.flatMap((plugin) => (plugin.resources ?? []).map((resource) => [resource.name, resource] as const))
const api = apiOn(offlineDb(), new Map([...resources, ...own]))

interface Rights {
  readonly permissions: readonly string[]
  readonly masks?: readonly string[]
  readonly scopes?: Layer['scopes']
}

function caller({ permissions, masks = [], scopes = [] }: Rights): Caller {
  const access = makeAccess({ permissions: new Set(permissions), masks: new Set(masks), scopes })
  return { id: 2, name: 'narrow', access }
}

function seenBy(rights: Rights): OpenAPIObject {
  return callerDocument(whole, api, caller(rights))
}

function operationsIn({ paths = {} }: OpenAPIObject): string[] {
  return Object.values(paths).flatMap((item) =>
    Object.values(item).flatMap((operation) => (operation as { operationId?: string }).operationId ?? []),
  )
}

function schemaOf({ components }: OpenAPIObject, name: string): SchemaObject | undefined {
  return components?.schemas?.[name] as SchemaObject | undefined
}

function fieldsOf(document: OpenAPIObject, name: string): string[] {
  return Object.keys(schemaOf(document, name)?.properties ?? {})
}

const SERVER = [
  'listResources',
  'importRows',
  'getImport',
  'readMetadata',
  'describeApi',
  'signIn',
  'readSession',
  'signOut',
  'changeOwnPassword',
  'isLive',
  'isReady',
  'runBatch',
]

describe('the document of a caller', () => {
  it.each<[string, Rights, string[]]>([
    ['nothing', { permissions: [] }, []],
    ['to list', { permissions: ['country:list'] }, ['listCountry']],
    ['to read', { permissions: ['country:get'] }, ['readCountry']],
    [
      'to create and change',
      { permissions: ['country:create', 'country:update'] },
      ['createCountry', 'updateCountry', 'patchCountry', 'editCountry'],
    ],
    [
      'to delete',
      { permissions: ['country:delete'] },
      ['removeCountry', 'removeCountry_byPost', 'removeCountry_byAddress'],
    ],
    ['to refill', { permissions: ['money:refill'] }, ['refillCard', 'refillCardByKey']],
    ['to look at the audit', { permissions: ['audit:list'] }, ['listAudit']],
  ])('who may %s has that and what everybody has', (_, rights, ids) => {
    const document = seenBy(rights)
    expect(operationsIn(document).toSorted()).toEqual([...SERVER, ...ids].toSorted())
  })

  it('who may everything is shown the whole, the same bytes', () => {
    const documents = documentsOf(whole, api)
    expect(documents.of(admin)).toBe(documents.whole)
    expect(documents.of(caller({ permissions: ['*'] }))).toBe(documents.whole)
    expect(documents.of(caller({ permissions: ['*'], masks: ['card.email'] }))).not.toBe(documents.whole)
  })

  it('is made once for the same rights, whichever rows are whose', () => {
    const documents = documentsOf(whole, api)
    const agent = (id: string): Caller => caller({ permissions: ['card:list'], scopes: [{ kind: 'agent', id }] })
    expect(documents.of(agent('1'))).toBe(documents.of(agent('2')))
    expect(documents.of(agent('1'))).not.toBe(documents.of(caller({ permissions: ['card:list', 'card:get'] })))
    // Of what says whose it is nowhere, an agent sees nothing; who is none does.
    const closed = caller({ permissions: ['trunk:list'], scopes: [{ kind: 'agent', id: '1' }] })
    expect(documents.of(closed).includes('listTrunk')).toBe(false)
    expect(documents.of(caller({ permissions: ['trunk:list'] })).includes('listTrunk')).toBe(true)
  })

  it('names no masked field anywhere', () => {
    const rights = { permissions: ['*'], masks: ['card.email', 'callerid.cid', 'card.company_website'] }
    const document = seenBy(rights)
    for (const suffix of ['', '.Part', '.New', '.Patch']) {
      expect(fieldsOf(whole, `Card${suffix}`)).toContain('company_website')
      expect(fieldsOf(document, `Card${suffix}`)).not.toContain('company_website')
      expect(fieldsOf(document, `Card${suffix}`)).toContain('lastname')
    }
    const card = JSON.stringify([document.paths?.['/api/card/'], document.paths?.['/api/card/{key}/']])
    expect(card).not.toMatch(/"email"|`email`|`callerid\.cid|company_website/)
    expect(JSON.stringify(whole.paths?.['/api/card/'])).toMatch(/`email/)
    expect(schemaOf(document, 'Card')?.required).not.toContain('email')
    expect(schemaOf(whole, 'Card')?.required).toContain('email')
  })

  it('has no address for rows whose key is masked', () => {
    const ids = operationsIn(seenBy({ permissions: ['*'], masks: ['country.id'] }))
    expect(ids).toContain('listCountry')
    expect(ids.filter((id) => /^(read|update|create|remove)Country/.test(id))).toEqual([])
  })

  it('makes no row that needs what is masked', () => {
    const ids = operationsIn(seenBy({ permissions: ['*'], masks: ['card.username'] }))
    expect(ids).toContain('updateCard')
    expect(ids).not.toContain('createCard')
  })

  it('shows secrets to those who may read them; to others they can be set', () => {
    const fields = (permissions: string[], schema: string) => fieldsOf(seenBy({ permissions }), schema)
    expect(fields(['card:*'], 'Card')).not.toContain('uipass')
    expect(fields(['card:*'], 'Card.Part')).not.toContain('uipass')
    expect(fields(['card:*'], 'Card.New')).toContain('uipass')
    expect(fields(['card:*', 'secrets:read'], 'Card')).toContain('uipass')
  })

  it('says nothing of a resource that the caller does not see, not even where another refers to it', () => {
    const document = seenBy({ permissions: ['callerid:list', 'callerid:get'] })
    const text = JSON.stringify({ ...document, info: {} })
    expect(text).not.toMatch(/Refers to|`card`|schemas\/Card\b|"card"/)
    expect(Object.keys(document.components?.schemas ?? {}).filter((name) => !name.startsWith('Api.'))).toEqual([
      'Callerid',
      'Callerid.List',
      'Callerid.Part',
    ])
    expect(document.tags?.map(({ name }) => name)).toEqual(['API server', 'callerid'])
    // The controls: whoever may list cards, too, is told where it leads.
    const both = JSON.stringify(seenBy({ permissions: ['callerid:list', 'card:list'] }))
    expect(both).toMatch(/Refers to `card\.id`/)
    expect(both).toMatch(/schemas\/Card\.Part/)
  })

  it('offers the permissions, and the buttons, that the caller has', () => {
    const document = seenBy({ permissions: ['card:list', 'money:refill'] })
    expect(Object.keys(document['x-a2b-permissions'] as object)).toEqual(['money:refill'])
    expect((document['x-a2b-actions'] as { route: string }[]).map(({ route }) => route)).toEqual(['refillCard'])
    expect(seenBy({ permissions: ['card:list'] })['x-a2b-actions']).toEqual([])
  })

  it.each<Rights>([
    { permissions: [] },
    { permissions: ['*'], masks: ['card.email', 'country.id', 'call.card_id'] },
    { permissions: ['card:*', 'call:list', 'callerid:get'] },
    { permissions: ['*'], scopes: [{ kind: 'agent', id: '1' }] },
  ])('refers to nothing that it does not have, and has nothing that it does not refer to: %j', (rights) => {
    const document = seenBy(rights)
    const references = new Set(
      [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].map(
        ([, kind, name]) => `${kind}/${name}`,
      ),
    )
    const components = Object.entries(document.components ?? {}).flatMap(([kind, named]) =>
      kind === 'securitySchemes' ? [] : Object.keys(named as object).map((name) => `${kind}/${name}`),
    )
    expect([...references].toSorted()).toEqual(components.toSorted())
  })

  it('leaves the whole as it is', () => {
    const before = JSON.stringify(whole)
    seenBy({ permissions: ['card:list'], masks: ['card.email'] })
    expect(JSON.stringify(whole)).toBe(before)
  })
})
