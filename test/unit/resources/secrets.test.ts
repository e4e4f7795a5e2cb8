/**
 * Asked for by any operator and through any relation, a secret column is answered byte for byte as a column that does
 * not exist: a server from whose tables the secrets are gone answers the same.
 */
import { describe, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { makeAccess } from '../../../src/access.ts'
import { ApiError } from '../../../src/errors.ts'
import { problemBody } from '../../../src/http/problem.ts'
import type { Api } from '../../../src/resources/api.ts'
import { MAX_RELATIONS } from '../../../src/resources/field-path.ts'
import { OPERATORS } from '../../../src/resources/operators.ts'
import { type Column, fieldOf, type Resource } from '../../../src/resources/resource.ts'
import { viewOf } from '../../../src/resources/view.ts'
import { admin, apiOn, readerOf } from '../../helpers/callers.ts'
import { offlineDb } from '../../helpers/offline-db.ts'
import { listRows } from '../../helpers/rows.ts'

const reader = readerOf(resources.keys())

/** The same tables without these columns. */
function without(isGone: (column: Column, resource: Resource) => boolean): Api {
  const left = Array.from(resources, ([name, resource]) => {
    const columns = resource.columns.filter((column) => !isGone(column, resource))
    return [name, { ...resource, columns }] as const
  })
  return apiOn(offlineDb(), new Map(left))
}

const whole = apiOn(offlineDb(), resources)
const withoutSecrets = without(({ secret }) => secret === true)

/** Status and body, as they are sent. */
async function answerOf(api: Api, caller: typeof reader, name: string, query: string): Promise<string> {
  const view = viewOf(api, caller)
  const resource = view.resources.get(name)
  if (!resource) throw new Error(`There is no ${name}`)
  try {
    return `200 ${await listRows(view, resource, caller, query)}`
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return `${error.status} ${problemBody(error, 'id')}`
  }
}

/** Of the paths that a filter can follow. */
const LENGTHS = Array.from({ length: MAX_RELATIONS + 1 }, (_, length) => length)

interface Path {
  /** Resource that is listed. */
  readonly from: string
  readonly columns: readonly string[]
}

/** By the resource that they lead to: every reference there is. */
const references = Map.groupBy(
  [...resources.values()].flatMap(({ name, relations }) =>
    Object.entries(relations).map(([column, { resource }]) => ({ from: name, column, to: resource })),
  ),
  ({ to }) => to,
)

/** Ways to the rows of a resource, by their number of relations. */
function pathsTo(target: string, length: number): Path[] {
  if (length === 0) return [{ from: target, columns: [] }]
  return pathsTo(target, length - 1).flatMap((path) =>
    (references.get(path.from) ?? []).map(({ from, column }) => ({ from, columns: [column, ...path.columns] })),
  )
}

const secrets = [...resources.values()].flatMap((resource) =>
  resource.columns.flatMap((column) => (column.secret ? [{ resource, column }] : [])),
)

/** Every operator, and what is none: without one, a mistyped one, and one that only other columns have. */
const TESTS = ['', ...Array.from(OPERATORS.keys(), (name) => `__${name}`), '__lik', '__id', '__']

function namesOf(column: Column): string[] {
  return [...new Set([column.name, fieldOf(column)])]
}

function queriesFor(path: readonly string[], column: Column): string[] {
  return namesOf(column).flatMap((name) => TESTS.map((test) => `${[...path, name].join('__')}${test}=1`))
}

/** Those of the queries that tell the two servers apart. */
async function toldApart(one: Api, other: Api, path: Path, column: Column, caller = reader): Promise<string[]> {
  const told: string[] = []
  for (const query of queriesFor(path.columns, column)) {
    const [left, right] = [
      await answerOf(one, caller, path.from, query),
      await answerOf(other, caller, path.from, query),
    ]
    if (left !== right) told.push(`${path.from}?${query}: ${left} | ${right}`)
  }
  return told
}

describe.each(secrets.map(({ resource, column }) => [`${resource.name}.${column.name}`, resource, column] as const))(
  '%s',
  (_, resource, column) => {
    it('is like nothing through every path of relations', async () => {
      const paths = LENGTHS.flatMap((length) => pathsTo(resource.name, length))
      for (const path of paths) expect(await toldApart(whole, withoutSecrets, path, column)).toEqual([])
      expect(paths).not.toEqual([])
    })

    it('is like nothing with a minus, in quotes, mistyped, and in an ordering; to an administrator, too', async () => {
      const name = fieldOf(column)
      const queries = [
        `-${name}=1`,
        `-${name}__like=1`,
        `%22${name}%22=1`,
        `%22${name}%22__like=1`,
        `${name.slice(0, -1)}=1`,
        `ordering=${name}`,
        `ordering=-${name}`,
        `ordering=${name.slice(1)}`,
        `ordering=id,${name}`,
        ...['', '__like', '__is_null'].map((word) => `where={"not":{"${name}${word}":"1"}}`),
        ...['count', 'distinct', 'min', 'max'].map((word) => `agg=${word}(${name})`),
        `group=${name}`,
        `group=${name}:day`,
        `agg=count&having={"${name}":1}`,
        `agg=count&ordering=${name}`,
        `expand=${name}`,
      ]
      for (const caller of [reader, admin]) {
        for (const query of queries) {
          const secret = await answerOf(whole, caller, resource.name, query)
          expect(secret).toBe(await answerOf(withoutSecrets, caller, resource.name, query))
          expect(secret).toMatch(/^400 /)
        }
      }
      for (const query of [`fields=${name}`, `omit=${name}`, `fields=id,${name.slice(1)}`]) {
        const secret = await answerOf(whole, reader, resource.name, query)
        expect(secret).toBe(await answerOf(withoutSecrets, reader, resource.name, query))
        expect(secret).toMatch(/^400 /)
      }
    })
  },
)

describe('the control: a column that is no secret', () => {
  const withoutNames = without(({ name }, { name: of }) => of === 'card' && name === 'lastname')
  const lastname = resources.get('card')?.columns.find(({ name }) => name === 'lastname') as Column

  it.each(LENGTHS)('is told from nothing through every path of %i relations', async (length) => {
    const paths = pathsTo('card', length)
    expect(paths.length).toBeGreaterThan(length === 0 ? 0 : 10)
    for (const path of paths) {
      const told = await toldApart(whole, withoutNames, path, lastname)
      expect(told.length).toBeGreaterThan(OPERATORS.size / 2)
    }
  })

  it('and a masked one is not', async () => {
    const layers = reader.access.layers.map((layer) => ({ ...layer, masks: new Set(['card.lastname']) }))
    const caller = { ...reader, access: makeAccess(...layers) }
    for (const path of LENGTHS.flatMap((length) => pathsTo('card', length))) {
      expect(await toldApart(whole, withoutNames, path, lastname, caller)).toEqual([])
    }
  })
})

it('looked at every secret there is', () => {
  expect(secrets.length).toBeGreaterThan(30)
  const paths = secrets.flatMap(({ resource }) => LENGTHS.flatMap((length) => pathsTo(resource.name, length)))
  expect(paths.length).toBeGreaterThan(350)
})
