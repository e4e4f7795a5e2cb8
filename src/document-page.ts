/** `/openapi.json`: to who logs in, what he may use; to anybody else, and with `full=1`, the whole. */
import type { Context } from 'koa'
import { clientAddress } from './http/client-address.ts'
import type { Page } from './http/pages.ts'
import type { Documents } from './metadata/documents.ts'
import { parseChoice } from './resources/choice.ts'
import { refuseParameters } from './resources/query-string.ts'
import { type Authentication, findCallerIfAny } from './sessions/find-caller.ts'

export function documentPage(documents: Documents, authentication: Authentication): Page {
  return {
    type: 'application/json',
    async answer(ctx) {
      ctx.set('Vary', 'Authorization, Cookie')
      const caller = asksForAll(ctx)
        ? undefined
        : await findCallerIfAny(ctx.req, clientAddress(ctx.req), authentication)
      return [200, caller ? documents.of(caller) : documents.whole]
    },
  }
}

/** @throws ApiError `unknown_parameter` or `invalid_parameter` */
function asksForAll({ querystring }: Context): boolean {
  const parameters = new URLSearchParams(querystring)
  const full = parameters.getAll('full')
  parameters.delete('full')
  refuseParameters(parameters.toString())
  return parseChoice('full', full.length > 0 ? full.join() : undefined, ['0', '1']) === '1'
}
