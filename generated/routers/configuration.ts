// @generated from cc_configuration by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { configuration } from '../resources/configuration.ts'

/** `/api/configuration/`: the rows of `cc_configuration`. */
export function configurationRouter(api: Api): Router {
  return new Router({ prefix: '/api/configuration', sensitive: true })
    .get('/', list(api, configuration))
    .post('/', create(api, configuration))
    .patch('/', updateList(api, configuration))
    .delete('/', removeList(api, configuration))
    .get('/:key', read(api, configuration))
    .put('/:key', update(api, configuration))
    .patch('/:key', update(api, configuration))
    .post('/:key', update(api, configuration))
    .delete('/:key', remove(api, configuration))
    .post('/:key/delete', remove(api, configuration))
    .delete('/:key/delete', remove(api, configuration))
}
