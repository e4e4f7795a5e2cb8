// @generated from cc_country by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { country } from '../resources/country.ts'

/** `/api/country/`: the rows of `cc_country`. */
export function countryRouter(api: Api): Router {
  return new Router({ prefix: '/api/country', sensitive: true })
    .get('/', list(api, country))
    .post('/', create(api, country))
    .patch('/', updateList(api, country))
    .delete('/', removeList(api, country))
    .get('/:key', read(api, country))
    .put('/:key', update(api, country))
    .patch('/:key', update(api, country))
    .post('/:key', update(api, country))
    .delete('/:key', remove(api, country))
    .post('/:key/delete', remove(api, country))
    .delete('/:key/delete', remove(api, country))
}
