// @generated from cc_ticket_comment by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { ticketComment } from '../resources/ticketcomment.ts'

/** `/api/ticketcomment/`: the rows of `cc_ticket_comment`. */
export function ticketCommentRouter(api: Api): Router {
  return new Router({ prefix: '/api/ticketcomment', sensitive: true })
    .get('/', list(api, ticketComment))
    .post('/', create(api, ticketComment))
    .patch('/', updateList(api, ticketComment))
    .delete('/', removeList(api, ticketComment))
    .get('/:key', read(api, ticketComment))
    .put('/:key', update(api, ticketComment))
    .patch('/:key', update(api, ticketComment))
    .post('/:key', update(api, ticketComment))
    .delete('/:key', remove(api, ticketComment))
    .post('/:key/delete', remove(api, ticketComment))
    .delete('/:key/delete', remove(api, ticketComment))
}
