/** `GET /api/metadata/`: what the caller sees of the resources, for programs that draw lists and forms. */
import { Router, type RouterMiddleware } from '@koa/router'
import { guarded, LOGIN } from '../access.ts'
import { jsonBytes } from '../json-bytes.ts'
import type { Plugin } from '../plugins/plugin.ts'
import type { Api } from '../resources/api.ts'
import { refuseParameters } from '../resources/query-string.ts'
import { metadataFor } from './metadata.ts'

export function metadataRouter(api: Api, plugins: readonly Plugin[]): Router {
  const answer = guarded(LOGIN, (ctx: Parameters<RouterMiddleware>[0]) => {
    refuseParameters(ctx.querystring)
    ctx.status = 200
    ctx.state.json = jsonBytes(JSON.stringify(metadataFor(api, ctx.state.caller, plugins)))
  })
  return new Router({ sensitive: true }).get('/api/metadata', answer)
}
