// @generated from cc_backup by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { backup } from '../resources/backup.ts'

/** `/api/backup/`: the rows of `cc_backup`. */
export function backupRouter(api: Api): Router {
  return new Router({ prefix: '/api/backup', sensitive: true })
    .get('/', list(api, backup))
    .post('/', create(api, backup))
    .patch('/', updateList(api, backup))
    .delete('/', removeList(api, backup))
    .get('/:key', read(api, backup))
    .put('/:key', update(api, backup))
    .patch('/:key', update(api, backup))
    .post('/:key', update(api, backup))
    .delete('/:key', remove(api, backup))
    .post('/:key/delete', remove(api, backup))
    .delete('/:key/delete', remove(api, backup))
}
