/** Every example of docs/queries.md, sent as it stands there; the answer has what the document shows of it. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

interface Example {
  readonly path: string
  readonly shown: Readonly<Record<string, unknown>>
}

const text = readFileSync(new URL('../../../docs/queries.md', import.meta.url), 'utf8')
const examples = Array.from(
  text.matchAll(/```http\n(.*?)```(?:\s*```json\n(.*?)```)?/gs),
  ([, requests = '', shown = '{}']) =>
    requests
      .trim()
      .split('\n')
      .map((line): Example => {
        const path = /^GET (\/.*)$/.exec(line)?.[1]
        if (path === undefined) throw new Error(`docs/queries.md: "${line}" is no request`)
        return { path, shown: JSON.parse(shown) as Example['shown'] }
      }),
).flat()

describeDatabase('docs/queries.md', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi({ engine: 'InnoDB', rows: true })
  })
  afterAll(() => api.close())

  it.each(examples)('$path', async ({ path, shown }) => {
    const { status, json, text: answer } = await api.request('GET', encodeURI(path).replaceAll('+', '%2B'))
    expect(status, answer).toBe(shown['status'] ?? 200)
    if (json === undefined) return expect(answer.split('\n').length).toBeGreaterThan(2)
    expect(json).toMatchObject(shown)
    // An example that finds nothing shows nothing.
    const { objects } = json as { objects?: unknown[] }
    if (objects && !path.includes('explain=1')) expect(objects.length).toBeGreaterThan(0)
  })

  it('has an example for every word of a list', () => {
    const document = JSON.parse(readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8')) as {
      paths: Record<string, { get: { parameters: { $ref?: string }[] } }>
      components: { parameters: Record<string, { name: string; in: string }> }
    }
    const shared =
      document.paths['/api/card/']?.get.parameters.flatMap(({ $ref }) => $ref?.split('/').at(-1) ?? []) ?? []
    const inQuery = shared
      .flatMap((name) => document.components.parameters[name] ?? [])
      .filter((parameter) => parameter.in === 'query')
    const words = inQuery.map(({ name }) => name)
    expect(words.length).toBeGreaterThan(15)
    const used = new Set(examples.flatMap(({ path }) => [...new URLSearchParams(path.split('?')[1]).keys()]))
    expect(words.filter((word) => word !== 'filters' && !used.has(word))).toEqual([])
    expect(used).toContain('search')
  })
})
