/** The addresses of the server itself, which are the same whatever the tables. */
import type { HeaderObject, ParameterObject, PathItemObject, ResponseObject, SchemaObject } from 'openapi3-ts/oas31'
import { ANYWHERE, problemResponses, requestIdHeader } from './problems.ts'
import { doctorPaths } from './doctor-paths.ts'
import { batchPaths } from './batch-paths.ts'
import { importPaths } from './import-paths.ts'
import { metadataPaths } from './metadata-paths.ts'
import { sessionPaths } from './session-paths.ts'

export const requestId: HeaderObject = {
  description: "The request's own `X-Request-Id`, or one made for it; the log has it too.",
  schema: { type: 'string' },
}

export const fileName: HeaderObject = {
  description: 'Of exports: a name for the file, e.g. `attachment; filename="card.csv"`.',
  schema: { type: 'string' },
}

const schemaVerdict: SchemaObject = {
  type: 'object',
  description: 'How the database compared with the generated code when the server started.',
  properties: {
    status: { type: 'string', enum: ['equal', 'additive', 'breaking'] },
    breaking: { type: 'integer', description: 'Changes that take something from clients.' },
    additive: { type: 'integer', description: 'What the database has and this document has not.' },
  },
  required: ['status', 'breaking', 'additive'],
}

/** Whoever watches adds what he likes. */
const ignored: ParameterObject = {
  name: 'parameters',
  in: 'query',
  description: 'Whatever there is, it is ignored.',
  style: 'form',
  explode: true,
  schema: { type: 'object', additionalProperties: { type: 'string' } },
  example: {},
}

export const serverPaths: Readonly<Record<string, PathItemObject>> = {
  '/api/': {
    get: {
      operationId: 'listResources',
      tags: ['API server'],
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
  ...batchPaths,
  ...importPaths,
  ...metadataPaths,
  ...doctorPaths,
  '/openapi.json': {
    get: {
      operationId: 'describeApi',
      tags: ['API server'],
      summary: 'Answer this document, or what of it the caller may use',
      description:
        'To who logs in, what he may use, without the fields that he does not see. The whole needs no login.',
      security: [{}, { basic: [] }, { bearer: [] }, { session: [] }],
      parameters: [
        {
          name: 'full',
          in: 'query',
          description: 'With 1, the whole, whoever asks.',
          schema: { type: 'integer', enum: [0, 1], default: 0 },
        },
      ],
      responses: {
        200: answer('The document', {
          type: 'object',
          properties: { openapi: { type: 'string' }, paths: { type: 'object' } },
          required: ['openapi', 'paths'],
        }),
        ...problemResponses(...ANYWHERE),
      },
    },
  },
  ...sessionPaths,
  '/health/live': {
    get: {
      operationId: 'isLive',
      tags: ['API server'],
      summary: 'Tell whether the process runs',
      security: [],
      parameters: [ignored],
      responses: { 200: answer('It runs', health('live')) },
    },
  },
  '/health/ready': {
    get: {
      operationId: 'isReady',
      tags: ['API server'],
      summary: 'Tell whether requests can be served now',
      security: [],
      parameters: [ignored],
      responses: {
        200: answer('They can', readiness('ready')),
        503: answer('They cannot', readiness('draining', 'unavailable')),
      },
    },
  },
}

function health(...statuses: string[]): SchemaObject {
  return { type: 'object', properties: { status: { type: 'string', enum: statuses } }, required: ['status'] }
}

function readiness(...statuses: string[]): SchemaObject {
  const { properties, ...rest } = health(...statuses)
  return { ...rest, properties: { ...properties, schema: schemaVerdict }, required: ['status', 'schema'] }
}

function answer(description: string, schema: SchemaObject): ResponseObject {
  return { description, headers: requestIdHeader, content: { 'application/json': { schema } } }
}
