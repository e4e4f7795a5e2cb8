// @generated from cc_templatemail by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { templatemail } from '../resources/templatemail.ts'

/** `/api/templatemail/`: the rows of `cc_templatemail`. */
export function templatemailRouter(api: Api): Router {
  return new Router({ prefix: '/api/templatemail', sensitive: true })
    .get('/', list(api, templatemail))
    .post('/', create(api, templatemail))
    .patch('/', updateList(api, templatemail))
    .delete('/', removeList(api, templatemail))
    .get('/:key', read(api, templatemail))
    .put('/:key', update(api, templatemail))
    .patch('/:key', update(api, templatemail))
    .post('/:key', update(api, templatemail))
    .delete('/:key', remove(api, templatemail))
    .post('/:key/delete', remove(api, templatemail))
    .delete('/:key/delete', remove(api, templatemail))
}
