/**
 * `PATCH` and `DELETE` of a list: what is written to every row that meets the filters, under the rules for single rows.
 *
 * How many may be written to is said by the client, and looked at before anything is done. Each row is looked at once more
 * when its turn comes: who does not meet the filters any more is left alone, and who has come to meet them, too.
 */
import { ApiError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Api } from './api.ts'
import { CAP } from './count-mode.ts'
import type { RowsAnswer } from './create-rows.ts'
import { countMatching, findKeys, stillMatches } from './matching-rows.ts'
import { parseSelection } from './query-string.ts'
import type { Resource } from './resource.ts'
import { writeKey } from './row-key.ts'
import type { RowWrite } from './row-write.ts'
import { prepareRemove, prepareUpdate } from './rows.ts'
import type { Run } from './run.ts'
import type { Selection } from './selection.ts'
import { type Locate, MOST_ROWS, prepareEach, problemOf, writeSeveral } from './several.ts'
import { parseUpdate } from './write-body.ts'

export interface Matching {
  /** The query string. */
  readonly filters: string
  /** As the client says it: how many rows may be written to. */
  readonly maxAffected: string | undefined
  readonly run: Run
}

/**
 * @returns `{"updated":2}`; with `failed` and `problems` where some rows failed
 * @throws ApiError `too_many_affected`; as `updateRowByKey`, for all of the rows
 */
export async function updateMatching(
  api: Api,
  resource: Resource,
  origin: Origin,
  matching: Matching,
  body: unknown,
): Promise<RowsAnswer> {
  const rows = await findMatching(api, resource, matching, () => {
    if (parseUpdate(resource, body, []).length > 0) return
    throw new ApiError('malformed_body', `The body names no field of ${resource.name} to change.`)
  })
  return write(api, resource, rows, matching.run, 'updated', (segment) =>
    prepareUpdate(api, resource, origin, segment, body),
  )
}

/** @throws ApiError `too_many_affected`; as `removeRow`, for all of the rows */
export async function removeMatching(
  api: Api,
  resource: Resource,
  origin: Origin,
  matching: Matching,
): Promise<RowsAnswer> {
  const rows = await findMatching(api, resource, matching, () => undefined)
  return write(api, resource, rows, matching.run, 'deleted', (segment) => prepareRemove(api, resource, origin, segment))
}

interface Found {
  readonly selection: Selection
  readonly keys: Awaited<ReturnType<typeof findKeys>>
}

async function findMatching(
  api: Api,
  resource: Resource,
  { filters, maxAffected }: Matching,
  check: () => void,
): Promise<Found> {
  const selection = parseSelection(api, resource, filters)
  const most = readMost(maxAffected)
  check()
  const keys = await findKeys(api, resource, selection, most + 1)
  if (keys.length <= most) return { selection, keys }
  const count = await countMatching(api, resource, selection)
  const shown = count > CAP ? `More than ${CAP}` : String(count)
  const detail = `${shown} rows meet the filters, and max-affected is ${most}. Nothing was changed.`
  throw new ApiError('too_many_affected', detail)
}

function readMost(text: string | undefined): number {
  const most = /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0
  if (most >= 1 && most <= MOST_ROWS) return most
  const given = text === undefined ? '' : ` It says ${JSON.stringify(text)}.`
  throw new ApiError(
    'missing_max_affected',
    `To write to the rows of a list, say how many at most: Prefer: max-affected=N, N being 1 to ${MOST_ROWS}.${given} Nothing was changed.`,
  )
}

async function write(
  api: Api,
  resource: Resource,
  { selection, keys }: Found,
  run: Run,
  done: 'updated' | 'deleted',
  prepare: (segment: string) => Promise<RowWrite>,
): Promise<RowsAnswer> {
  const segments = keys.map(writeKey)
  const locate: Locate = (index, error) => named(`${resource.name} ${segments[index]}`, error)
  const canRollBack = api.canRollBack(resource.table)
  const prepared = await prepareEach(segments, prepare, locate)
  let leftAlone = 0
  const writes = prepared.map((each, index): RowWrite => {
    return {
      ...each,
      async perform(session, isCheck) {
        const matches = await stillMatches(api, session, resource, selection, keys[index] ?? [], canRollBack)
        if (matches) return each.perform(session, isCheck)
        leftAlone++
        return { answer: { json: '' }, committed: async () => {} }
      },
    }
  })
  const { problems } = await writeSeveral(api, writes, { canRollBack, run }, locate)
  const failed = problems.length
  const told = problems.map(({ index, error }) => problemOf({ key: segments[index] }, error))
  const count = `"${done}":${keys.length - failed - leftAlone}`
  const json = failed > 0 ? `{${count},"failed":${failed},"problems":[${told.join()}]}` : `{${count}}`
  return { json, isPartial: failed > 0 }
}

function named(row: string, error: unknown): unknown {
  if (!(error instanceof ApiError)) return error
  const { code, message, errors, headers, shortText } = error
  return new ApiError(code, `${row}: ${message}`, { errors, headers, error: shortText, cause: error })
}
