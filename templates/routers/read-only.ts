import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { list, read } from '../../src/resources/handlers.ts'
import { sampleWidget } from '../resources/samplewidget.ts'

/** `/api/samplewidget/`: the rows of `cc_sample_widget`, read-only. */
export function sampleWidgetRouter(api: Api): Router {
  return new Router({ prefix: '/api/samplewidget', sensitive: true })
    .get('/', list(api, sampleWidget))
    .get('/:key', read(api, sampleWidget))
}
