import { describe, expect, it } from 'vitest'
import { may } from '../../../src/access.ts'
import { committedGrantable } from '../../helpers/grantable.ts'
import { layerOf, NoGrant, parseGrant, parseNewGrant, printGrant } from '../../../src/users/grant.ts'
import { accessOf, covers, DEFAULT_ROLES } from '../../../src/users/rights.ts'
import { ROLES } from '../../../src/users/roles.ts'

const grantable = await committedGrantable()

describe('the text of a grant', () => {
  it.each([
    ['role:support', { kind: 'role', role: 'support' }],
    ['card:get', { kind: 'permission', permission: 'card:get' }],
    ['card:*', { kind: 'permission', permission: 'card:*' }],
    ['money:refill', { kind: 'permission', permission: 'money:refill' }],
    ['secrets:read', { kind: 'permission', permission: 'secrets:read' }],
    ['mask:card.email', { kind: 'mask', column: 'card.email' }],
    ['scope:agent=5', { kind: 'scope', scope: { kind: 'agent', id: '5' } }],
    [
      'scope:card?id_group__id_agent=5',
      { kind: 'scope', scope: { kind: 'filter', resource: 'card', query: 'id_group__id_agent=5' } },
    ],
    ['scope:agent?id=5', { kind: 'scope', scope: { kind: 'filter', resource: 'agent', query: 'id=5' } }],
  ])('%s is read, and printed as it was', (text, grant) => {
    expect(parseNewGrant(text, grantable)).toEqual(grant)
    expect(parseGrant(text)).toEqual(grant)
    expect(printGrant(parseGrant(text) as Exclude<ReturnType<typeof parseGrant>, NoGrant>)).toBe(text)
  })

  it.each([
    ['', 'A grant is'],
    ['*', 'A grant is'],
    ['card', 'A grant is'],
    ['card:', 'A grant is'],
    [':get', 'A grant is'],
    ['*:get', 'is no permission'],
    ['card:get,list', 'is no permission'],
    ['role:suport', 'Did you mean "support"?'],
    ['role:constructor', 'No role is called'],
    ['mask:card', 'names a resource and a field'],
    ['mask:card.', 'names a resource and a field'],
    ['mask:card.a.b', 'names a resource and a field'],
    ['scope:agent=0', 'A scope is'],
    ['scope:agent=05', 'A scope is'],
    ['scope:agent=5 or 1=1', 'no spaces'],
    ['scope:card', 'A scope is'],
    ['scope:card?', 'A scope is'],
    [' card:get', 'no spaces'],
    [`scope:card?id=${'1'.repeat(500)}`, 'at most 500'],
  ])('"%s" is refused for its form', (text, why) => {
    const refused = parseGrant(text)
    expect(refused).toBeInstanceOf(NoGrant)
    expect(refused).toMatchObject({ detail: expect.stringContaining(why) })
  })

  it.each([
    ['crad:get', 'Did you mean "card:get"?'],
    ['money:refil', 'Did you mean "money:refill"?'],
    ['user:list', 'There is no permission "user:list"'],
    ['card:remove', 'one may be granted list, get'],
    ['mask:card.emial', 'Did you mean "email"?'],
    ['mask:crad.email', 'Did you mean "card"?'],
    ['scope:crad?id=5', 'Did you mean "card"?'],
  ])('"%s" is refused when it is given, and read where it was given once', (text, why) => {
    expect(parseNewGrant(text, grantable)).toMatchObject({ detail: expect.stringContaining(why) })
    expect(parseGrant(text)).not.toBeInstanceOf(NoGrant)
  })
})

describe('roles', () => {
  const permissions = Object.entries(ROLES).flatMap(([role, { permissions: held }]) =>
    held.filter((permission) => permission !== '*').map((permission) => ({ role, permission })),
  )

  it('name what there is in A2Billing 2.3, one by one', () => {
    expect(permissions.length).toBeGreaterThan(100)
    expect(permissions.filter(({ permission }) => parseNewGrant(permission, grantable) instanceof NoGrant)).toEqual([])
    expect(permissions.filter(({ permission }) => permission.endsWith('*'))).toEqual([])
  })

  it('hold no secrets, no users, no negative amounts and no configuration', () => {
    const forbidden =
      /^(secrets:read|users:manage|money:negative|audit:|movement:|config|uiauthen|callbackspool|monitor)/
    expect(permissions.filter(({ permission }) => forbidden.test(permission))).toEqual([])
  })

  it('are what a user without grants may have, but for the administrator', () => {
    expect([...DEFAULT_ROLES, 'administrator'].toSorted()).toEqual(Object.keys(ROLES).toSorted())
  })
})

describe('rights', () => {
  const plain = { admin: false, grants: [] }

  it.each([
    ['an administrator', { admin: true, grants: [] }, 'support', true, true],
    ['an administrator with grants', { admin: true, grants: ['card:get'] }, 'none', true, true],
    ['a user without grants', plain, 'support', true, false],
    ['a user without grants where nothing is the default', plain, 'none', false, false],
    ['a user with a grant', { admin: false, grants: ['card:get'] }, 'clerk', true, false],
    ['a user with another grant', { admin: false, grants: ['country:get'] }, 'clerk', false, false],
    ['a user with limits only', { admin: false, grants: ['mask:card.email'] }, 'support', true, false],
    ['a user of role none', { admin: false, grants: ['role:none'] }, 'support', false, false],
    ['a user with a star', { admin: false, grants: ['card:*'] }, 'none', true, true],
  ] as const)('%s', (_, rights, role, mayGet, mayDelete) => {
    const access = accessOf(rights, role)
    expect([may(access, 'card:get'), may(access, 'card:delete')]).toEqual([mayGet, mayDelete])
  })

  it('a key limits what its user may, and never adds to it', () => {
    const support = (...keyGrants: string[]): ReturnType<typeof accessOf> => accessOf(plain, 'support', keyGrants)
    expect(may(support(), 'call:get')).toBe(true)
    expect(may(support('card:*'), 'call:get')).toBe(false)
    expect(may(support('card:*'), 'card:get')).toBe(true)
    expect(may(support('card:*'), 'card:delete')).toBe(false)
    expect(may(support('role:administrator'), 'card:delete')).toBe(false)
    expect(support('scope:agent=5').layers[1]).toMatchObject({ scopes: [{ kind: 'agent', id: '5' }] })
    expect(may(support('scope:agent=5'), 'call:get')).toBe(true)
    expect(may(accessOf({ admin: true, grants: [] }, 'none', ['card:get']), 'call:get')).toBe(false)
  })

  it('what cannot be read is not passed over', () => {
    expect(layerOf(['card:get', 'fence:all'], []).permissions).toEqual(new Set(['card:get', 'fence:all']))
    expect(() => layerOf(['card:get', 'fence:card=5'], [])).toThrow('The grant "fence:card=5" cannot be read')
    expect(() => layerOf(['card:get', 'scope:fence=5'], [])).toThrow('The grant "scope:fence=5" cannot be read')
  })

  it.each([
    ['everything', ['role:administrator'], ['role:administrator'], true],
    ['everything, and less', ['role:administrator'], ['card:*', 'mask:card.email'], true],
    ['the same', ['card:get', 'users:manage'], ['card:get', 'users:manage'], true],
    ['less', ['card:*'], ['card:get'], true],
    ['more', ['card:get'], ['card:*'], false],
    ['something else', ['card:get'], ['call:get'], false],
    ['an administrator', ['role:clerk', 'users:manage'], ['role:administrator'], false],
    ['what the other sees', ['card:get', 'mask:card.email'], ['card:get'], false],
    ['the same mask', ['card:get', 'mask:card.email'], ['card:get', 'mask:card.email', 'mask:card.phone'], true],
    ['rows of others', ['card:get', 'scope:agent=5'], ['card:get'], false],
    ['rows of another', ['card:get', 'scope:agent=5'], ['card:get', 'scope:agent=6'], false],
    ['the same rows', ['card:get', 'scope:agent=5'], ['card:get', 'scope:agent=5', 'scope:card?status=1'], true],
  ] as const)('%s', (_, held, other, want) => {
    const access = (grants: readonly string[]): ReturnType<typeof accessOf> =>
      accessOf({ admin: false, grants }, 'none')
    expect(covers(access(held), access(other))).toBe(want)
  })

  it('of a user and a key together', () => {
    const user = { admin: true, grants: [] }
    const limited = accessOf(user, 'none', ['card:get', 'users:manage'])
    expect(covers(limited, accessOf(user, 'none'))).toBe(false)
    expect(covers(limited, accessOf(user, 'none', ['card:get']))).toBe(true)
    expect(covers(limited, accessOf(user, 'none', ['card:*']))).toBe(false)
    expect(covers(accessOf(user, 'none'), limited)).toBe(true)
  })
})
