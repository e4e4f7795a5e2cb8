/**
 * `POST /api/batch/`: writes to rows of any tables, all of them or none.
 *
 * Each is what its own request would be, with the permissions, hooks and records of that; but they are one transaction.
 */
import { may } from '../access.ts'
import { ApiError, type FieldError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Api } from './api.ts'
import { tagsIn } from './preconditions.ts'
import type { Answered } from './read-row.ts'
import type { Resource } from './resource.ts'
import { type RowWrite, writeTogether } from './row-write.ts'
import { prepareCreate, prepareRemove, prepareUpdate } from './rows.ts'
import type { Run } from './run.ts'
import { prepareEach } from './several.ts'
import { assertCreatable, viewOf } from './view.ts'

/** Operations of one request. */
export const MOST_OPERATIONS = 100

/** As the body has it. */
interface Operation {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly ifMatch?: string
}

/**
 * @param names - of the resources that may be written to so
 * @returns an answer for each operation, in their order
 * @throws ApiError the first that fails, with its place; nothing was done then
 */
export async function runBatch(
  api: Api,
  names: ReadonlySet<string>,
  origin: Origin,
  body: unknown,
  run: Run,
): Promise<Answered[]> {
  const operations = readOperations(body)
  const view = viewOf(api, origin.caller)
  const writes = await prepareEach(operations, (operation) => prepare(view, names, origin, operation), inOperation)
  return writeTogether(api, writes, run, inOperation)
}

const MEMBERS = ['method', 'path', 'body', 'if_match']

function readOperations(body: unknown): Operation[] {
  const operations = isObject(body) && Object.keys(body).length === 1 ? body['operations'] : undefined
  if (!Array.isArray(operations) || operations.length === 0 || operations.length > MOST_OPERATIONS) {
    const detail = `The body must be {"operations": […]}, with 1 to ${MOST_OPERATIONS} of them. Nothing was done.`
    throw new ApiError('malformed_body', detail)
  }
  return operations.map((given: unknown, index): Operation => {
    const { method, path, body: own, if_match: ifMatch } = isObject(given) ? given : {}
    const isKnown = isObject(given) && Object.keys(given).every((name) => MEMBERS.includes(name))
    const isTagged = ifMatch === undefined || typeof ifMatch === 'string'
    if (isKnown && typeof method === 'string' && typeof path === 'string' && isTagged) {
      return { method, path, body: own, ...(ifMatch !== undefined && { ifMatch }) }
    }
    const detail = `Must be an object with "method", "path" and, where they are needed, "body" and "if_match", and nothing else.`
    const pointer = `/operations/${index}`
    throw new ApiError('malformed_body', `${pointer}: ${detail}`, { errors: [{ pointer, detail }] })
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const PATH = /^\/api\/([^/?#]+)(?:\/([^/?#]+))?\/?$/

async function prepare(
  view: Api,
  names: ReadonlySet<string>,
  origin: Origin,
  { method, path, body, ifMatch }: Operation,
): Promise<RowWrite> {
  const [, name = '', part] = PATH.exec(path) ?? []
  if (!names.has(name)) {
    const detail = `"path" must be that of a table or of a row, /api/card/ or /api/card/7/, without parameters: money has calls of its own, with a key for each.`
    throw new ApiError('not_found', detail)
  }
  const verb = verbOf(method, part !== undefined)
  const permission = `${name}:${verb}`
  if (!may(origin.caller.access, permission)) {
    throw new ApiError('forbidden', `This needs the permission "${permission}".`)
  }
  const resource = view.resources.get(name)
  if (!resource) throw new ApiError('forbidden', `Of the rows of ${name} nothing says whose they are.`)
  assertPossible(view, resource, verb)
  const tags = tagsIn({ headers: { ...(ifMatch !== undefined && { 'if-match': ifMatch }) } }, 'if-match')
  if (verb === 'create') {
    if (tags !== undefined) throw new ApiError('unsupported_header', '"if_match" goes with a row that is there.')
    assertCreatable(resource)
    return prepareCreate(view, resource, origin, body)
  }
  const segment = decode(part ?? '')
  if (verb === 'update') return prepareUpdate(view, resource, origin, segment, body, tags)
  if (body !== undefined) throw new ApiError('malformed_body', 'A DELETE has no "body".')
  return prepareRemove(view, resource, origin, segment, tags)
}

function verbOf(method: string, isOfRow: boolean): 'create' | 'update' | 'delete' {
  if (!isOfRow && method === 'POST') return 'create'
  if (isOfRow && (method === 'PUT' || method === 'PATCH')) return 'update'
  if (isOfRow && method === 'DELETE') return 'delete'
  const detail = isOfRow ? '"method" must be PUT, PATCH or DELETE of a row.' : '"method" must be POST of a table.'
  throw new ApiError('malformed_body', detail)
}

function assertPossible(view: Api, resource: Resource, verb: 'create' | 'update' | 'delete'): void {
  const { name, table, readOnly, primaryKey, refusals = {} } = resource
  if (readOnly !== undefined) throw new ApiError('forbidden', `${name} can only be read. ${readOnly}`)
  const refused =
    refusals.row ?? (verb === 'delete' ? refusals.remove : verb === 'create' ? refusals.create : undefined)
  if (refused !== undefined) throw new ApiError('forbidden', refused)
  if (primaryKey.length === 0) throw new ApiError('forbidden', `The rows of ${name} have no address for you.`)
  if (view.canRollBack(table)) return
  const detail =
    `The table ${table} cannot take back what is done, as none can that is MyISAM: all or none cannot be promised. ` +
    'Send the requests one by one; or have the operator run `a2b convert-engine`.'
  throw new ApiError('cannot_roll_back', detail)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new ApiError('malformed_url', '"path" has a % that no two hexadecimal digits of UTF-8 follow.', { cause })
  }
}

/** Places within an operation's body are places in the request's. */
function inOperation(index: number, error: unknown): unknown {
  if (!(error instanceof ApiError)) return error
  const { code, message, headers, shortText } = error
  const place = `/operations/${index}`
  const own: readonly FieldError[] = error.errors.length > 0 ? error.errors : [{ detail: message }]
  const errors = own.map(({ pointer, detail }) => {
    return { pointer: pointer === undefined ? place : `${place}/body${pointer}`, detail }
  })
  return new ApiError(code, `${place}: ${message}`, { errors, headers, error: shortText, cause: error })
}
