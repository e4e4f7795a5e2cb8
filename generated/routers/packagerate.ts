// @generated from cc_package_rate by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { packageRate } from '../resources/packagerate.ts'

/** `/api/packagerate/`: the rows of `cc_package_rate`. */
export function packageRateRouter(api: Api): Router {
  return new Router({ prefix: '/api/packagerate', sensitive: true })
    .get('/', list(api, packageRate))
    .post('/', create(api, packageRate))
    .patch('/', updateList(api, packageRate))
    .delete('/', removeList(api, packageRate))
    .get('/:key', read(api, packageRate))
    .put('/:key', update(api, packageRate))
    .patch('/:key', update(api, packageRate))
    .post('/:key', update(api, packageRate))
    .delete('/:key', remove(api, packageRate))
    .post('/:key/delete', remove(api, packageRate))
    .delete('/:key/delete', remove(api, packageRate))
}
