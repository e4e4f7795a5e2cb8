/** The addresses of the server itself, which are the same whatever the tables. */
import type { HeaderObject, PathItemObject, ResponseObject, SchemaObject } from 'openapi3-ts/oas31'
import { ANYWHERE, problemResponses, requestIdHeader } from './problems.ts'

export const requestId: HeaderObject = {
  description: "The request's own `X-Request-Id`, or one made for it; the log has it too.",
  schema: { type: 'string' },
}

export const serverPaths: Readonly<Record<string, PathItemObject>> = {
  '/api/': {
    get: {
      operationId: 'listResources',
      tags: ['server'],
      summary: 'List the resources with their addresses',
      responses: {
        200: answer('Addresses by resource', {
          type: 'object',
          properties: { resources: { type: 'object', additionalProperties: { type: 'string' } } },
          required: ['resources'],
        }),
        ...problemResponses(...ANYWHERE),
      },
    },
  },
  '/health/live': {
    get: {
      operationId: 'isLive',
      tags: ['server'],
      summary: 'Tell whether the process runs',
      security: [],
      responses: { 200: health('It runs', 'live') },
    },
  },
  '/health/ready': {
    get: {
      operationId: 'isReady',
      tags: ['server'],
      summary: 'Tell whether requests can be served now',
      security: [],
      responses: { 200: health('They can', 'ready'), 503: health('They cannot', 'draining', 'unavailable') },
    },
  },
}

function health(description: string, ...statuses: string[]): ResponseObject {
  return answer(description, {
    type: 'object',
    properties: { status: { type: 'string', enum: statuses } },
    required: ['status'],
  })
}

function answer(description: string, schema: SchemaObject): ResponseObject {
  return { description, headers: requestIdHeader, content: { 'application/json': { schema } } }
}
