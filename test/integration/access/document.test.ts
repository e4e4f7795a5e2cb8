/** `/openapi.json` over HTTP: the whole for anybody, and for who logs in what he may use. */
import { type Connection, createConnection } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, type Answer, type RequestOptions, startTestApi, type TestApi } from '../../helpers/api.ts'
import { makeKey } from '../../helpers/keys.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { openBrowser } from '../../helpers/session-browser.ts'

interface Document {
  readonly paths: Record<string, Record<string, object>>
  readonly components: { readonly schemas: Record<string, { readonly properties: object }> }
}

describeDatabase('/openapi.json', () => {
  let api: TestApi
  let connection: Connection
  let narrow: Pick<RequestOptions, 'as' | 'headers'>
  beforeAll(async () => {
    api = await startTestApi({ rows: true })
    connection = await createConnection(api.database.url)
    narrow = await makeKey(connection, 'narrow', ['card:list', 'card:get', 'mask:card.email'])
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  const get = (options: RequestOptions, query = ''): Promise<Answer> =>
    api.request('GET', `/openapi.json${query}`, options)
  const cardPaths = ({ json }: Answer): string[] => Object.keys((json as Document).paths['/api/card/{key}/'] ?? {})

  it('is the whole to who does not log in, and to who may everything', async () => {
    const whole = await get({ as: null })
    expect(cardPaths(whole)).toEqual(expect.arrayContaining(['get', 'put', 'delete']))
    expect((await get({ as: ADMIN })).text).toBe(whole.text)
  })

  it('is what a caller may use, and tells him where the whole is', async () => {
    const own = await get(narrow)
    const { paths, components } = own.json as Document
    expect(Object.keys(paths).filter((path) => /^\/(custom_)?api\/(?!session|metadata)./.test(path))).toEqual([
      '/api/batch/',
      '/api/import/{resource}/',
      '/api/card/',
      '/api/card/{key}/',
    ])
    expect(cardPaths(own)).toEqual(['parameters', 'get'])
    expect(Object.keys(components.schemas['Card']?.properties ?? {})).not.toContain('email')
    expect(own.text).toContain('/openapi.json?full=1')
    expect(own.headers.get('Vary')).toBe('Authorization, Cookie')
    const whole = await get(narrow, '?full=1')
    expect(whole.text).toBe((await get({ as: null })).text)
  })

  it('is true: what it has is answered, and what it has not is refused', async () => {
    const { paths } = (await get(narrow)).json as Document
    const lists = ['/api/card/', '/api/country/', '/api/call/', '/api/logrefill/']
    for (const list of lists) {
      const { status } = await api.request('GET', list, narrow)
      expect([list, status]).toEqual([list, paths[list] ? 200 : 403])
    }
    expect((await api.request('GET', '/api/card/?email=x', narrow)).status).toBe(400)
    expect((await api.request('GET', '/api/card/?lastname=x', narrow)).status).toBe(200)
  })

  it('is refused to who gives a wrong password, or asks for what is not there', async () => {
    expect((await get({ as: { name: 'admin', password: 'not the password' } })).status).toBe(401)
    expect((await get({ as: null }, '?ful=1')).status).toBe(400)
    expect((await get({ as: null }, '?full=yes')).status).toBe(400)
  })

  it('is that of who is signed in with a browser, and after that the whole', async () => {
    const whole = await get({ as: null })
    const ann = { username: 'ann', password: 'a password of her own' }
    expect((await api.request('POST', '/api/user/', { body: { ...ann, email: '' } })).status).toBe(200)
    const browser = openBrowser(api)
    await browser.signIn({ name: ann.username, password: ann.password })
    const { cookie } = browser
    expect(cardPaths(await browser.request('GET', '/openapi.json'))).toEqual(['parameters', 'get'])
    await browser.request('DELETE', '/api/session/')
    const ended = await api.request('GET', '/openapi.json', { as: null, headers: { Cookie: cookie } })
    expect([ended.status, ended.text === whole.text]).toEqual([200, true])
  })
})
