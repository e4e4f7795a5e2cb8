// @generated from cc_config_group by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { configGroup } from '../resources/configgroup.ts'

/** `/api/configgroup/`: the rows of `cc_config_group`. */
export function configGroupRouter(api: Api): Router {
  return new Router({ prefix: '/api/configgroup', sensitive: true })
    .get('/', list(api, configGroup))
    .post('/', create(api, configGroup))
    .patch('/', updateList(api, configGroup))
    .delete('/', removeList(api, configGroup))
    .get('/:key', read(api, configGroup))
    .put('/:key', update(api, configGroup))
    .patch('/:key', update(api, configGroup))
    .post('/:key', update(api, configGroup))
    .delete('/:key', remove(api, configGroup))
    .post('/:key/delete', remove(api, configGroup))
    .delete('/:key/delete', remove(api, configGroup))
}
