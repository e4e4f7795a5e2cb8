// @generated from cc_tariffgroup_plan by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { tariffgroupPlan } from '../resources/tariffgroupplan.ts'

/** `/api/tariffgroupplan/`: the rows of `cc_tariffgroup_plan`. */
export function tariffgroupPlanRouter(api: Api): Router {
  return new Router({ prefix: '/api/tariffgroupplan', sensitive: true })
    .get('/', list(api, tariffgroupPlan))
    .post('/', create(api, tariffgroupPlan))
    .patch('/', updateList(api, tariffgroupPlan))
    .delete('/', removeList(api, tariffgroupPlan))
    .get('/:key', read(api, tariffgroupPlan))
    .put('/:key', update(api, tariffgroupPlan))
    .patch('/:key', update(api, tariffgroupPlan))
    .post('/:key', update(api, tariffgroupPlan))
    .delete('/:key', remove(api, tariffgroupPlan))
    .post('/:key/delete', remove(api, tariffgroupPlan))
    .delete('/:key/delete', remove(api, tariffgroupPlan))
}
