/**
 * Queries made up at random, sent to a server whose own sql_mode is a hostile one: each is answered or refused with a
 * reason, and what `where` puts together is what its parts find.
 */
import * as fc from 'fast-check'
import { createConnection } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { createDemo } from '../../../scripts/demo/create.ts'
import { type PrivateServer, socketUrl } from '../../../scripts/mariadb/server.ts'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase, startTestServer } from '../../helpers/mariadb.ts'
import { queryOf } from '../../helpers/random-query.ts'
import { recorder } from '../../recorder/current.ts'

const HOSTILE =
  'ANSI,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,STRICT_ALL_TABLES,PAD_CHAR_TO_FULL_LENGTH,HIGH_NOT_PRECEDENCE'

/** The same queries each time, and others where someone asks for many. */
const SEED = process.env['A2B_TEST_RUNS'] ? {} : { seed: 20_261_126 }

describeDatabase('queries made up', () => {
  let server: PrivateServer
  let api: TestApi

  beforeAll(async () => {
    server = await startTestServer()
    const url = socketUrl(server.socketPath, '')
    const connection = await createConnection(url)
    await connection.query('create database demo character set utf8mb4')
    const target = new URL(url)
    target.pathname = '/demo'
    const database = {
      name: 'demo',
      url: target.href,
      socketPath: server.socketPath,
      drop: () => Promise.resolve(),
    }
    await createDemo({ url: target.href, database: 'demo', engine: 'InnoDB', today: '2026-01-31', onProgress() {} })
    await connection.query(`set global sql_mode = '${HOSTILE}'`)
    await connection.end()
    api = await startTestApi({ database })
  })
  afterAll(async () => {
    await api.close()
    await server.stop()
  })

  it('are answered as the document says, or refused with a reason', async () => {
    const some = [...resources.values()].filter(({ name }) =>
      ['card', 'callerid', 'call', 'cardgroup', 'ratecard', 'did', 'logrefill', 'invoice'].includes(name),
    )
    const query = fc.constantFrom(...some).chain(({ name }) => {
      const resource = resources.get(name)
      if (!resource) throw new Error(`There is no ${name}`)
      return fc.tuple(fc.constant(name), queryOf(resource, resources))
    })
    let [answered, refused] = [0, 0]
    await fc.assert(
      fc.asyncProperty(query, async ([name, text]) => {
        const answer = await api.request('GET', `/api/${name}/?${text}`)
        expect(recorder.takeMismatches()).toEqual([])
        if (answer.status === 200) answered++
        else {
          const { status, detail } = answer.json as { status: number; detail: string }
          expect(status).toBe(400)
          expect(detail).not.toBe('')
          refused++
        }
      }),
      { numRuns: Number(process.env['A2B_TEST_RUNS'] ?? 400), ...SEED },
    )
    expect(Math.min(answered, refused)).toBeGreaterThan(50)
  })

  describe('where', () => {
    const idsOf = async (query: string): Promise<number[]> => {
      const { status, text, json } = await api.request('GET', `/api/card/?limit=1000&fields=id&${query}`)
      expect(status, text).toBe(200)
      return (json as { objects: { id: number }[] }).objects.map(({ id }) => id)
    }
    type Tree = Readonly<Record<string, unknown>>
    const leaves: readonly Tree[] = [
      { status: 1 },
      { status__in: [5, 6] },
      { credit__lt: '2.5' },
      { '-country': 'DEU' },
      { firstusedate__is_null: true },
      { lastname__startswith: 'S', id__gt: 100 },
      { id_group__name: 'Business' },
      { '-id_group__name': ['Business', 'DEFAULT'] },
      { id_didgroup__didgroupname__is_null: true },
      { vat_rn__ne: 'x' },
    ]
    const { tree } = fc.letrec<{ tree: Tree; leaf: Tree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        tie('leaf'),
        fc.record({ or: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ and: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ not: tie('tree') }),
      ),
      leaf: fc.constantFrom(...leaves),
    }))

    it('finds what its parts find, put together', async () => {
      const everybody = await idsOf('')
      const found = new Map<string, Set<number>>()
      for (const leaf of leaves) {
        // As ordinary filters: a list is several values of one.
        const parts = Object.entries(leaf).flatMap(([name, value]) =>
          name.endsWith('__in') || !Array.isArray(value)
            ? [`${name}=${encodeURIComponent(String(value))}`]
            : value.map((each) => `${name}=${encodeURIComponent(String(each))}`),
        )
        found.set(JSON.stringify(leaf), new Set(await idsOf(parts.join('&'))))
      }
      const meets = (node: Tree, id: number): boolean => {
        const known = found.get(JSON.stringify(node))
        if (known) return known.has(id)
        return Object.entries(node).every(([word, value]) => {
          if (word === 'not') return !meets(value as Tree, id)
          const all = value as readonly Tree[]
          return word === 'or' ? all.some((each) => meets(each, id)) : all.every((each) => meets(each, id))
        })
      }
      const telling = [...found.values()].filter(({ size }) => size > 0 && size < everybody.length)
      expect(telling.length).toBeGreaterThan(6)
      await fc.assert(
        fc.asyncProperty(tree, async (node) => {
          const ids = await idsOf(`where=${encodeURIComponent(JSON.stringify(node))}`)
          expect(ids).toEqual(everybody.filter((id) => meets(node, id)))
        }),
        { numRuns: 100, ...SEED },
      )
    })

    it.each([
      ['', 'It is not valid JSON: it is empty.'],
      ['{"id":1', 'It is not valid JSON'],
      ['[]', 'There must be an object at "".'],
      ['{"or":{}}', 'There must be a list of objects at "/or".'],
      ['{"and":[{"id":1},{}]}', 'There must be something in the object at "/and/1".'],
      ['{"id":{"x":1}}', 'There must be a text, a number or a truth value at "/id".'],
      ['{"lastname":null}', 'Null equals nothing, at "/lastname": ask "lastname__is_null".'],
      ['{"or":[{"id":"x"}]}', 'At "/or/0/id": Must be a whole number.'],
      ['{"uipass":"x"}', 'At "/uipass": Is no field, relation or operator of card.'],
      [`${'{"not":'.repeat(7)}{"id":1}${'}'.repeat(7)}`, 'It is deeper than 6 levels'],
      [
        `{"id__in":[${Array.from({ length: 501 }, (_, index) => index).join()}]}`,
        'At "/id__in": The query holds 501 values',
      ],
      [`{"or":[${Array(101).fill('{"id":1}').join()}]}`, 'It has more than 100 conditions.'],
    ])('%.60s is refused', async (where, detail) => {
      const { json } = await api.request('GET', `/api/card/?where=${encodeURIComponent(where)}`)
      const { status, errors } = json as { status: number; errors: { parameter: string; detail: string }[] }
      expect([status, errors[0]?.parameter]).toEqual([400, 'where'])
      expect(errors[0]?.detail.startsWith(detail), errors[0]?.detail).toBe(true)
    })
  })
})
