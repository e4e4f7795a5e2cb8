/** `/api/batch/`, as `src/resources/batch.ts` answers it. */
import { triedHeaders } from './row-conditions.ts'
import type { PathItemObject, SchemaObject } from 'openapi3-ts/oas31'
import { MOST_OPERATIONS } from '../../model/most-rows.ts'
import { ANYWHERE, OF_ROW, problemResponses, requestIdHeader, WITH_BODY } from './problems.ts'
import { object, said } from './small-schemas.ts'

const operation: SchemaObject = {
  ...object(
    {
      method: { type: 'string', enum: ['POST', 'PUT', 'PATCH', 'DELETE'] },
      path: said('Of a table for POST, `/api/card/`; otherwise of a row, `/api/card/7/`. Without parameters.'),
    },
    {
      body: { type: 'object', description: 'As the request of its own would have it.' },
      if_match: said('As the header `If-Match` of that request.'),
    },
  ),
}

export const batch: SchemaObject = object({
  operations: { type: 'array', minItems: 1, maxItems: MOST_OPERATIONS, items: operation },
})

export const batchResults: SchemaObject = object({
  results: {
    type: 'array',
    description: 'In the order of the operations.',
    items: object({ body: { type: 'object' } }, { etag: said('Of the row as it is stored now.') }),
  },
})

export const batchPaths: Readonly<Record<string, PathItemObject>> = {
  '/api/batch/': {
    post: {
      operationId: 'runBatch',
      tags: ['API server'],
      summary: 'Write to rows of any tables, all or none',
      description:
        'One transaction. Each operation needs the permission of its own request. Refused where a table is MyISAM, which cannot take back ' +
        'what is done. Not for money calls, nor for what plugins serve.',
      parameters: [{ $ref: '#/components/parameters/DryRun' }],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Api.Batch' } } },
      },
      responses: {
        200: {
          description: 'All was done',
          headers: { ...requestIdHeader, ...triedHeaders },
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Api.BatchResults' } } },
        },
        204: { $ref: '#/components/responses/Minimal' },
        ...problemResponses(...ANYWHERE, ...WITH_BODY, ...OF_ROW),
      },
    },
  },
}
