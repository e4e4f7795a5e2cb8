// @generated from cc_ui_authen by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { uiAuthen } from '../resources/uiauthen.ts'

/** `/api/uiauthen/`: the rows of `cc_ui_authen`. */
export function uiAuthenRouter(api: Api): Router {
  return new Router({ prefix: '/api/uiauthen', sensitive: true })
    .get('/', list(api, uiAuthen))
    .post('/', create(api, uiAuthen))
    .patch('/', updateList(api, uiAuthen))
    .delete('/', removeList(api, uiAuthen))
    .get('/:key', read(api, uiAuthen))
    .put('/:key', update(api, uiAuthen))
    .patch('/:key', update(api, uiAuthen))
    .post('/:key', update(api, uiAuthen))
    .delete('/:key', remove(api, uiAuthen))
    .post('/:key/delete', remove(api, uiAuthen))
    .delete('/:key/delete', remove(api, uiAuthen))
}
