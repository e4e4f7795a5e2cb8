/**
 * `/api/import/card/`: a file of CSV to rows.
 *
 *     the body -> a file without a name -> every line is looked at -> some lines at a time are written
 *
 * The answer is a report; who accepts NDJSON is told how far it is while it goes on.
 */
import { createHash } from 'node:crypto'
import { Router, type RouterMiddleware } from '@koa/router'
import { guarded, LOGIN, may } from '../access.ts'
import { ApiError } from '../errors.ts'
import { fairShare } from '../http/fair-share.ts'
import { idempotencyKey } from '../http/idempotency-key.ts'
import { jsonBytes } from '../json-bytes.ts'
import type { Origin } from '../origin.ts'
import type { Api } from '../resources/api.ts'
import { refuseParameters } from '../resources/query-string.ts'
import type { Resource } from '../resources/resource.ts'
import { dryRunOf } from '../resources/run.ts'
import { AT_ONCE, type InTurn } from '../resources/together.ts'
import { parseOn } from '../resources/upsert.ts'
import { assertCreatable, viewOf } from '../resources/view.ts'
import type { Streamed } from '../streamed.ts'
import { readLines } from './csv-lines.ts'
import { importLines, type Report } from './import-lines.ts'
import { parseImportQuery } from './import-query.ts'
import { findImport, type ImportKey, problemsOf, type Progress } from './ledger.ts'
import type { Import } from './task.ts'
import { assertCsv, receive } from './upload.ts'

export interface ImportOptions {
  /** Of the resources that files can be imported to. */
  readonly names: ReadonlySet<string>
  /** Bytes of a file. */
  readonly fileLimit: number
  /** Characters of a line. */
  readonly lineLimit: number
  /** True once the server is stopping. */
  readonly isDraining: () => boolean
}

type Context = Parameters<RouterMiddleware>[0]

/** Files that one caller may be sending at once. */
const UPLOADS = 2

export function importRouter(api: Api, options: ImportOptions): Router {
  const uploads = fairShare(UPLOADS)
  const start = guarded(LOGIN, async (ctx: Context) => {
    const query = parseImportQuery(ctx.querystring)
    const target = targetOf(api, options.names, ctx, query.on)
    const { view, origin } = target
    const key = keyOf(ctx, target)
    if (key === undefined && !query.isDryRun) throw keyMissing('to import')
    assertCsv(ctx.req)
    const run = query.isDryRun ? dryRunOf(view) : 'commit'
    const inTurn: InTurn = ctx.state.inTurn ?? AT_ONCE
    const on = query.on === undefined ? undefined : parseOn(target.resource, query.on)
    // A slow line is waited for apart: who sends a file can ask for other things meanwhile.
    const upload = await uploads(origin.caller.id, () => receive(ctx.req, options.fileLimit))
    const task: Import = {
      ...query,
      api: view,
      resource: target.resource,
      origin,
      read: () => readLines(upload.bytes(), options.lineLimit),
      on,
      run,
      key: query.isDryRun ? undefined : key,
      fingerprint: createHash('sha256').update(`${upload.digest} ${query.identity}`).digest('hex'),
    }
    const work: Work = { task, inTurn, isStopping: options.isDraining, close: () => upload.close() }
    if (ctx.accepts(['application/json', NDJSON]) === NDJSON) {
      ctx.state.streamed = told(work)
      return
    }
    const report = await carryOut(
      work,
      () => ctx.res.closed,
      async () => {},
    )
    ctx.set(headersOf(task))
    ctx.status = report.failed > 0 ? 207 : 200
    ctx.state.json = jsonBytes(reportOf(task.resource, report))
  })
  const look = guarded(LOGIN, async (ctx: Context) => {
    refuseParameters(ctx.querystring)
    const target = targetOf(api, options.names, ctx)
    const key = keyOf(ctx, target)
    if (!key) throw keyMissing('to see how far an import has come')
    const entry = await findImport(api.db, key)
    if (!entry) {
      const detail = `Nothing was imported here under this Idempotency-Key, or it is too long ago.`
      throw new ApiError('unknown_idempotency_key', detail)
    }
    ctx.status = 200
    const report = { ...entry.progress, problems: await problemsOf(api.db, entry.id) }
    ctx.state.json = jsonBytes(reportOf(target.resource, report))
  })
  const taking = { takesIdempotencyKey: true, takesTurns: true, readsBody: true } as const
  return new Router({ prefix: '/api/import', sensitive: true })
    .post('/:resource', Object.assign(start, taking))
    .get('/:resource', look)
}

const NDJSON = 'application/x-ndjson'

interface Target {
  readonly view: Api
  /** As the caller sees it. */
  readonly resource: Resource
  readonly origin: Origin
}

/** @throws ApiError `not_found`, `forbidden`, `method_not_allowed` */
function targetOf(api: Api, names: ReadonlySet<string>, ctx: Context, on?: string): Target {
  const { resource: name = '' } = ctx.params
  if (!names.has(name)) {
    throw new ApiError('not_found', `There is no table "${name}" to import to. /api/ lists every resource.`)
  }
  const origin: Origin = ctx.state.origin
  for (const permission of [`${name}:create`, ...(on === undefined ? [] : [`${name}:update`])]) {
    if (!may(origin.caller.access, permission)) {
      throw new ApiError('forbidden', `This needs the permission "${permission}".`)
    }
  }
  const view = viewOf(api, origin.caller)
  const resource = view.resources.get(name)
  if (!resource) throw new ApiError('forbidden', `Of the rows of ${name} nothing says whose they are.`)
  const { readOnly, refusals } = resource
  if (readOnly !== undefined) throw new ApiError('forbidden', `${name} can only be read. ${readOnly}`)
  const refused = refusals?.create ?? (on === undefined ? undefined : refusals?.row)
  if (refused !== undefined) throw new ApiError('forbidden', refused)
  assertCreatable(resource)
  return { view, resource, origin }
}

function keyOf(ctx: Context, { origin, resource }: Target): ImportKey | undefined {
  const key = idempotencyKey(ctx.req)
  return key === undefined ? undefined : { userId: origin.caller.id, resource: resource.name, idempotencyKey: key }
}

function keyMissing(what: string): ApiError {
  const detail =
    `Send a header Idempotency-Key ${what}: any name for this import, a new one for each. The same file sent again under ` +
    'the same key goes on where it was broken off. Nothing was stored.'
  return new ApiError('missing_idempotency_key', detail)
}

interface Work {
  readonly task: Import
  readonly inTurn: InTurn
  readonly isStopping: () => boolean
  /** Whatever has become of it. */
  close(): Promise<void>
}

/** @throws ApiError `import_interrupted` */
async function carryOut(
  { task, inTurn, isStopping, close }: Work,
  isGone: () => boolean,
  tell: (progress: Progress) => Promise<void>,
): Promise<Report> {
  let done = 0
  const note = (progress: Progress): Promise<void> => {
    ;({ done } = progress)
    return tell(progress)
  }
  const assertWanted = (): void => {
    if (!isGone() && !isStopping()) return
    const detail =
      `${isGone() ? 'The client has gone away' : 'The server is stopping'}. ${done} lines are done, and stay so. Send the ` +
      'same file with the same Idempotency-Key, and it goes on behind them.'
    throw new ApiError('import_interrupted', detail, { headers: { 'Retry-After': '5' } })
  }
  try {
    return await inTurn(() => importLines(task, note, assertWanted))
  } finally {
    await close()
  }
}

/** A line for each step, and the report as the last one. */
function told(work: Work): Streamed {
  const { name } = work.task.resource
  return {
    type: `${NDJSON}; charset=utf-8`,
    headers: headersOf(work.task),
    async write(sink) {
      let lines = 0
      const gone = new Promise<never>((_, reject) => {
        sink.signal.addEventListener('abort', () => reject(sink.signal.reason), { once: true })
      })
      gone.catch(() => undefined)
      const say = async (json: string): Promise<void> => {
        sink.signal.throwIfAborted()
        lines++
        // Of who takes nothing any more, the sink never says that it was taken.
        await Promise.race([sink.write(Buffer.from(`${json}\n`)), gone])
      }
      const isGone = (): boolean => sink.signal.aborted
      const report = await carryOut(work, isGone, (progress) => say(JSON.stringify({ resource: name, ...progress })))
      await say(reportOf(work.task.resource, report))
      return lines
    },
  }
}

function headersOf({ run }: Import): Readonly<Record<string, string>> {
  return run === 'commit' ? {} : { 'Dry-Run': run === 'rollback' ? 'taken-back' : 'checked' }
}

function reportOf({ name }: Resource, { problems, ...progress }: Report): string {
  const list = problems.map(({ problem }) => problem).join()
  return `${JSON.stringify({ resource: name, ...progress }).slice(0, -1)},"problems":[${list}]}`
}
