// @generated from cc_currencies by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { currencies } from '../resources/currencies.ts'

/** `/api/currencies/`: the rows of `cc_currencies`. */
export function currenciesRouter(api: Api): Router {
  return new Router({ prefix: '/api/currencies', sensitive: true })
    .get('/', list(api, currencies))
    .post('/', create(api, currencies))
    .patch('/', updateList(api, currencies))
    .delete('/', removeList(api, currencies))
    .get('/:key', read(api, currencies))
    .put('/:key', update(api, currencies))
    .patch('/:key', update(api, currencies))
    .post('/:key', update(api, currencies))
    .delete('/:key', remove(api, currencies))
    .post('/:key/delete', remove(api, currencies))
    .delete('/:key/delete', remove(api, currencies))
}
