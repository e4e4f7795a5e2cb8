// @generated from Odd *\/ table's name by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { oddTableSName } from '../resources/Odd-table-s-name.ts'

/** `/api/Odd-table-s-name/`: the rows of `Odd *\/ table's name`. */
export function oddTableSNameRouter(api: Api): Router {
  return new Router({ prefix: '/api/Odd-table-s-name', sensitive: true })
    .get('/', list(api, oddTableSName))
    .post('/', create(api, oddTableSName))
    .patch('/', updateList(api, oddTableSName))
    .delete('/', removeList(api, oddTableSName))
    .get('/:key', read(api, oddTableSName))
    .put('/:key', update(api, oddTableSName))
    .patch('/:key', update(api, oddTableSName))
    .post('/:key', update(api, oddTableSName))
    .delete('/:key', remove(api, oddTableSName))
    .post('/:key/delete', remove(api, oddTableSName))
    .delete('/:key/delete', remove(api, oddTableSName))
}
