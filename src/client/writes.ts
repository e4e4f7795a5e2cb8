/** Writes to rows: one, many, and of several tables; only if unchanged, and only for a trial. */
import { type BatchResults, type Operation, runBatch } from './batch.ts'
import type { Facts } from './facts.ts'
import { PartlyDoneError, type RowProblem } from './partly-done.ts'
import type { LooseRow } from './paths.ts'
import { RowChangedError } from './problem.ts'
import type { RowsFilter } from './query.ts'
import type { New, Patch, Row } from './resource-types.ts'
import { tagOf, withTag } from './tags.ts'
import { because, type Key, type Requests } from './transport.ts'

export interface TrialOptions {
  /** Why, for the audit. */
  readonly reason?: string
  /** Nothing is done. What is wrong is thrown; the answer is as if it had been, or undefined where a table cannot roll back. */
  readonly dryRun?: boolean
}
export interface WriteOptions extends TrialOptions {
  /** No answer: for those who do not need the row. */
  readonly minimal?: boolean
}
export interface ChangeOptions extends WriteOptions {
  /** The tag of the row as it was seen, {@link tagOf}: where it has changed since, a {@link RowChangedError} is thrown. */
  readonly ifMatch?: string
}
export interface RowsOptions extends TrialOptions {
  /** Where more rows meet the filters, nothing is done: `too_many_affected`. 500 at most. */
  readonly maxAffected: number
}

/** Undefined is an answer only for who has asked for it. */
type Answered<T, Options> = [Extract<keyof Options, 'dryRun' | 'minimal'>] extends [never] ? T : T | undefined
type None = Record<never, never>

export interface Writes<R> {
  create<Name extends keyof R & string, Options extends WriteOptions = None>(
    resource: Name,
    row: New<R, Name>,
    options?: Options,
  ): Promise<Answered<Row<R, Name>, Options>>
  /**
   * Up to 500 rows, in their order: all or none.
   *
   * @throws PartlyDoneError on tables that cannot roll back, where some were created and some were not
   */
  createMany<Name extends keyof R & string, Options extends WriteOptions = None>(
    resource: Name,
    rows: readonly New<R, Name>[],
    options?: Options,
  ): Promise<Answered<Row<R, Name>[], Options>>
  /** Changes the row that has these values, or creates one. @param on - the key, or the fields of a unique index */
  upsert<Name extends keyof R & string, Options extends WriteOptions = None>(
    resource: Name,
    row: New<R, Name>,
    on: (keyof New<R, Name> & string) | readonly (keyof New<R, Name> & string)[],
    options?: Options,
  ): Promise<Answered<Row<R, Name>, Options>>
  /** Changes the columns that are named, and no others. */
  update<Name extends keyof R & string, Options extends ChangeOptions = None>(
    resource: Name,
    key: Key,
    changes: Patch<R, Name>,
    options?: Options,
  ): Promise<Answered<Row<R, Name>, Options>>
  /**
   * Reads the row, asks for changes of it, and makes them; again where somebody else was faster, five times in all.
   *
   * @param decide - may be asked several times; undefined changes nothing
   * @throws RowChangedError when the attempts are used up
   */
  change<Name extends keyof R & string>(
    resource: Name,
    key: Key,
    decide: (row: Row<R, Name>) => Patch<R, Name> | undefined | Promise<Patch<R, Name> | undefined>,
    options?: { readonly reason?: string; readonly attempts?: number },
  ): Promise<Row<R, Name>>
  remove<Name extends keyof R & string>(resource: Name, key: Key, options?: ChangeOptions): Promise<void>
  /**
   * Changes all rows that meet the filters.
   *
   * @returns how many there were
   * @throws PartlyDoneError on tables that cannot roll back, where some were changed and some were not
   */
  updateWhere<Name extends keyof R & string, Options extends RowsOptions>(
    resource: Name,
    filter: RowsFilter<Row<R, Name>>,
    changes: Patch<R, Name>,
    options: Options,
  ): Promise<Answered<number, Options>>
  /** Deletes all rows that meet the filters; otherwise as {@link updateWhere}. */
  removeWhere<Name extends keyof R & string, Options extends RowsOptions>(
    resource: Name,
    filter: RowsFilter<Row<R, Name>>,
    options: Options,
  ): Promise<Answered<number, Options>>
  /** Up to 100 writes to rows of any tables that can roll back: all or none. */
  batch<const Operations extends readonly Operation<R>[], Options extends TrialOptions = None>(
    operations: Operations,
    options?: Options,
  ): Promise<Answered<BatchResults<R, Operations>, Options>>
}

interface Made {
  readonly objects: readonly (LooseRow | null)[]
  readonly problems?: readonly Omit<RowProblem, 'code'>[]
}
interface Counted {
  readonly updated?: number
  readonly deleted?: number
  readonly problems?: readonly Omit<RowProblem, 'code'>[]
}

/** Without its types, as all that stands behind `makeClient`. */
export function makeWrites({ get, exchange }: Requests, facts: Facts) {
  const list = (resource: string): string => `/api/${resource}/`
  const item = (resource: string): string => `/api/${resource}/{key}/`
  const at = (key: Key) => ({ path: { key } })
  const row = async (method: 'POST' | 'PATCH', path: string, init: object): Promise<unknown> => {
    const { data, response } = await exchange(method, path, init)
    return withTag(data, response.headers.get('ETag'))
  }
  const counted = async (
    method: 'PATCH' | 'DELETE',
    resource: string,
    filter: object,
    body: object | undefined,
    { maxAffected, ...options }: RowsOptions,
  ): Promise<number | undefined> => {
    const init = written(options, {}, filter, [`max-affected=${maxAffected}`])
    const { data } = await exchange(method, list(resource), { ...init, ...(body && { body }) })
    if (data === undefined) return undefined
    const { updated, deleted, problems } = data as Counted
    const done = updated ?? deleted ?? 0
    if (problems) throw new PartlyDoneError(done, [], problems)
    return done
  }
  const update = (resource: string, key: Key, body: object, options: ChangeOptions = {}) =>
    row('PATCH', item(resource), { body, ...written(options, at(key)) })

  return {
    create: (resource: string, body: object, options: WriteOptions = {}) =>
      row('POST', list(resource), { body, ...written(options) }),
    createMany: async (resource: string, body: readonly object[], options: WriteOptions = {}) => {
      const { data } = await exchange('POST', list(resource), { body, ...written(options) })
      if (data === undefined) return undefined
      const { objects, problems } = data as Made
      if (problems) throw new PartlyDoneError(objects.filter((made) => made !== null).length, objects, problems)
      return objects
    },
    upsert: (resource: string, body: object, on: string | readonly string[], options: WriteOptions = {}) =>
      row('POST', list(resource), { body, ...written(options, {}, { on: [on].flat().join(',') }) }),
    update,
    change: async (
      resource: string,
      key: Key,
      decide: (row: never) => object | undefined | Promise<object | undefined>,
      { reason, attempts = 5 }: { reason?: string; attempts?: number } = {},
    ) => {
      for (let attempt = 1; ; attempt++) {
        const found = (await get(item(resource), { params: at(key) })) as object
        const changes = await decide(found as never)
        if (changes === undefined) return found
        try {
          return await update(resource, key, changes, {
            ifMatch: tagOf(found),
            ...(reason !== undefined && { reason }),
          })
        } catch (error) {
          if (!(error instanceof RowChangedError) || attempt >= attempts) throw error
        }
      }
    },
    remove: async (resource: string, key: Key, options: ChangeOptions = {}) => {
      await exchange('DELETE', item(resource), written(options, at(key)))
    },
    updateWhere: (resource: string, filter: object, changes: object, options: RowsOptions) =>
      counted('PATCH', resource, filter, changes, options),
    removeWhere: (resource: string, filter: object, options: RowsOptions) =>
      counted('DELETE', resource, filter, undefined, options),
    batch: (operations: readonly Operation<never>[], options: TrialOptions = {}) =>
      runBatch(exchange, facts, operations, written(options)),
  }
}

/** @param wanted - what is preferred besides */
function written(
  { reason, dryRun, minimal, ifMatch }: ChangeOptions,
  params: object = {},
  query: object = {},
  wanted: readonly string[] = [],
) {
  const prefer = [...wanted, ...(minimal ? ['return=minimal'] : [])]
  return {
    params: { ...params, query: { ...query, ...(dryRun && { dry_run: 1 }) } },
    headers: {
      ...because(reason),
      ...(prefer.length > 0 && { Prefer: prefer.join(', ') }),
      ...(ifMatch !== undefined && { 'If-Match': ifMatch }),
    },
  }
}
