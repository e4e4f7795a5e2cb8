/** `/api/batch/` -> {@link runBatch}. */
import { Router, type RouterMiddleware } from '@koa/router'
import { guarded, LOGIN } from '../access.ts'
import { jsonBytes } from '../json-bytes.ts'
import type { Origin } from '../origin.ts'
import type { Api } from './api.ts'
import { runBatch } from './batch.ts'
import { parseWriteQuery, refuseParameters } from './query-string.ts'
import type { Answered } from './read-row.ts'
import { dryRunOf, type Run } from './run.ts'

/** @param names - of the resources that may be written to so */
export function batchRouter(api: Api, names: ReadonlySet<string>): Router {
  // What each operation needs is asked where it is read.
  const answer = guarded(LOGIN, async (ctx: Parameters<RouterMiddleware>[0]) => {
    const { isDryRun, on, rest } = parseWriteQuery(ctx.querystring)
    refuseParameters(on === undefined ? rest : 'on')
    const run = isDryRun ? dryRunOf(api) : 'commit'
    const origin: Origin = ctx.state.origin
    const answers = await runBatch(api, names, origin, ctx.request.body, run)
    if (run !== 'commit') ctx.set('Dry-Run', run === 'rollback' ? 'taken-back' : 'checked')
    if (run === 'check') {
      ctx.status = 204
      return
    }
    ctx.status = 200
    ctx.state.json = jsonBytes(`{"results":[${answers.map((each) => resultOf(each, run)).join()}]}`)
  })
  return new Router({ sensitive: true }).post('/api/batch', answer)
}

/** A dry run tells no tags, by which guesses at secrets could be compared. */
function resultOf({ json, tag }: Answered, run: Run): string {
  const etag = tag === undefined || run !== 'commit' ? '' : `"etag":${JSON.stringify(`"${tag}"`)},`
  return `{${etag}"body":${String(json)}}`
}
