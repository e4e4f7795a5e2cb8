// @generated from cc_packgroup_package by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { packgroupPackage } from '../resources/packgrouppackage.ts'

/** `/api/packgrouppackage/`: the rows of `cc_packgroup_package`. */
export function packgroupPackageRouter(api: Api): Router {
  return new Router({ prefix: '/api/packgrouppackage', sensitive: true })
    .get('/', list(api, packgroupPackage))
    .post('/', create(api, packgroupPackage))
    .patch('/', updateList(api, packgroupPackage))
    .delete('/', removeList(api, packgroupPackage))
    .get('/:key', read(api, packgroupPackage))
    .put('/:key', update(api, packgroupPackage))
    .patch('/:key', update(api, packgroupPackage))
    .post('/:key', update(api, packgroupPackage))
    .delete('/:key', remove(api, packgroupPackage))
    .post('/:key/delete', remove(api, packgroupPackage))
    .delete('/:key/delete', remove(api, packgroupPackage))
}
