// @generated from cc_package_group by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { packageGroup } from '../resources/packagegroup.ts'

/** `/api/packagegroup/`: the rows of `cc_package_group`. */
export function packageGroupRouter(api: Api): Router {
  return new Router({ prefix: '/api/packagegroup', sensitive: true })
    .get('/', list(api, packageGroup))
    .post('/', create(api, packageGroup))
    .patch('/', updateList(api, packageGroup))
    .delete('/', removeList(api, packageGroup))
    .get('/:key', read(api, packageGroup))
    .put('/:key', update(api, packageGroup))
    .patch('/:key', update(api, packageGroup))
    .post('/:key', update(api, packageGroup))
    .delete('/:key', remove(api, packageGroup))
    .post('/:key/delete', remove(api, packageGroup))
    .delete('/:key/delete', remove(api, packageGroup))
}
