/** `POST` of a list: every row of it is created, or none; on tables that cannot roll back, as many as can be. */
import { ApiError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Api } from './api.ts'
import type { Resource } from './resource.ts'
import { prepareCreate } from './rows.ts'
import type { Run } from './run.ts'
import { inList, MOST_ROWS, prepareEach, problemOf, writeSeveral } from './several.ts'

export interface RowsAnswer {
  readonly json: string
  /** Of some rows something is to be told: 207. */
  readonly isPartial: boolean
}

/**
 * @returns `{"meta":{"model":"card","created":2},"objects":[…]}`; with `failed` and `problems` where some rows failed
 * @throws ApiError as `createRow`, with places such as `/3/username`: nothing was created then
 */
export async function createRows(
  api: Api,
  resource: Resource,
  origin: Origin,
  bodies: readonly unknown[],
  run: Run,
): Promise<RowsAnswer> {
  if (bodies.length === 0 || bodies.length > MOST_ROWS) {
    const detail = `The body has ${bodies.length} rows; it may have 1 to ${MOST_ROWS}. Nothing was created.`
    throw new ApiError('malformed_body', detail)
  }
  const writes = await prepareEach(bodies, (body) => prepareCreate(api, resource, origin, body), inList)
  const { answers, problems } = await writeSeveral(
    api,
    writes,
    { canRollBack: api.canRollBack(resource.table), run },
    inList,
  )
  const rows = answers.map((answer) => (answer === undefined ? 'null' : String(answer.json)))
  const failed = problems.length
  const meta = { model: resource.name, created: rows.length - failed, ...(failed > 0 && { failed }) }
  const told = problems.map(({ index, error }) => problemOf({ pointer: `/${index}` }, error))
  const json = `{"meta":${JSON.stringify(meta)},"objects":[${rows.join()}]${failed > 0 ? `,"problems":[${told.join()}]` : ''}}`
  return { json, isPartial: failed > 0 }
}
