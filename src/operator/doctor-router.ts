/** `/api/doctor/` and `/api/doctor/server/`: what is wrong with the database, and what is running on it. */
import { Router, type RouterMiddleware } from '@koa/router'
import { guarded } from '../access.ts'
import { jsonBytes } from '../json-bytes.ts'
import { refuseParameters } from '../resources/query-string.ts'
import type { Report } from '../doctor/finding.ts'
import type { ServerFacts } from './facts.ts'

/** Both tell of every table and every user, whatever the caller sees of them otherwise. */
const READ = 'doctor:read'

export interface DoctorSources {
  readonly examine: () => Promise<Report>
  readonly readFacts: () => Promise<ServerFacts>
}

export function doctorRouter({ examine, readFacts }: DoctorSources): Router {
  let running: Promise<Report> | undefined
  // Once at a time, however many ask: it reads whole tables.
  const report = (): Promise<Report> => (running ??= examine().finally(() => (running = undefined)))
  return new Router({ sensitive: true })
    .get('/api/doctor', answering(report))
    .get('/api/doctor/server', answering(readFacts))
}

function answering(read: () => Promise<object>) {
  return guarded(READ, async (ctx: Parameters<RouterMiddleware>[0]) => {
    refuseParameters(ctx.querystring)
    const json = jsonBytes(JSON.stringify(await read()))
    ctx.status = 200
    ctx.state.json = json
  })
}
