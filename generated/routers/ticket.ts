// @generated from cc_ticket by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { ticket } from '../resources/ticket.ts'

/** `/api/ticket/`: the rows of `cc_ticket`. */
export function ticketRouter(api: Api): Router {
  return new Router({ prefix: '/api/ticket', sensitive: true })
    .get('/', list(api, ticket))
    .post('/', create(api, ticket))
    .patch('/', updateList(api, ticket))
    .delete('/', removeList(api, ticket))
    .get('/:key', read(api, ticket))
    .put('/:key', update(api, ticket))
    .patch('/:key', update(api, ticket))
    .post('/:key', update(api, ticket))
    .delete('/:key', remove(api, ticket))
    .post('/:key/delete', remove(api, ticket))
    .delete('/:key/delete', remove(api, ticket))
}
