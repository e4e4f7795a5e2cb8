import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { sampleWidget } from '../resources/samplewidget.ts'

/** `/api/samplewidget/`: the rows of `cc_sample_widget`. */
export function sampleWidgetRouter(api: Api): Router {
  return new Router({ prefix: '/api/samplewidget', sensitive: true })
    .get('/', list(api, sampleWidget))
    .post('/', create(api, sampleWidget))
    .patch('/', updateList(api, sampleWidget))
    .delete('/', removeList(api, sampleWidget))
    .get('/:key', read(api, sampleWidget))
    .put('/:key', update(api, sampleWidget))
    .patch('/:key', update(api, sampleWidget))
    .post('/:key', update(api, sampleWidget))
    .delete('/:key', remove(api, sampleWidget))
    .post('/:key/delete', remove(api, sampleWidget))
    .delete('/:key/delete', remove(api, sampleWidget))
}
