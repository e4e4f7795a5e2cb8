/** The addresses by which a browser signs in and out. */
import type { OperationObject, PathItemObject, RequestBodyObject, SchemaObject } from 'openapi3-ts/oas31'
import { ANYWHERE, problemResponses, requestIdHeader } from './problems.ts'

export const session: SchemaObject = {
  type: 'object',
  properties: {
    user: {
      type: 'object',
      properties: { id: { type: 'integer' }, name: { type: 'string' } },
      required: ['id', 'name'],
    },
    csrf: { type: 'string', description: 'For the header `X-CSRF-Token`.' },
    expires_at: { type: 'string', description: 'When the session ends at the latest: `YYYY-MM-DD HH:MM:SS`.' },
    permissions: {
      type: 'array',
      items: { type: 'string' },
      description: 'What the user may do, without stars; `*` alone is everything.',
    },
  },
  required: ['user', 'csrf', 'expires_at', 'permissions'],
}

const setCookie = { description: 'The session.', schema: { type: 'string' } } as const

export const sessionPaths: Readonly<Record<string, PathItemObject>> = {
  '/api/session/': {
    post: {
      operationId: 'signIn',
      summary: 'Begin a session',
      security: [],
      requestBody: body({
        name: { type: 'string', description: 'Of a user of the API.' },
        password: { type: 'string', writeOnly: true },
      }),
      ...answering('Signed in', 'Session', [...ANYWHERE, 403, 413, 415, 422], true),
    },
    get: {
      operationId: 'readSession',
      summary: 'Tell who is signed in, and what he may do',
      ...answering('The session', 'Session', ANYWHERE),
    },
    delete: {
      operationId: 'signOut',
      summary: 'End the session',
      ...answering('It has ended', 'Deleted', [...ANYWHERE, 403], true),
    },
  },
  '/api/session/password/': {
    put: {
      operationId: 'changeOwnPassword',
      summary: 'Change the password of who is signed in',
      description: 'Every other session of the user ends; this one goes on under another cookie and another `csrf`.',
      requestBody: body({
        current: { type: 'string', writeOnly: true, description: 'As it is.' },
        new: { type: 'string', writeOnly: true, description: 'As it is to be: 12 to 128 characters.' },
      }),
      ...answering('Changed', 'Session', [...ANYWHERE, 403, 413, 415, 422], true),
    },
  },
}

function body(properties: Record<string, SchemaObject>): RequestBodyObject {
  const schema: SchemaObject = { type: 'object', properties, required: Object.keys(properties) }
  return { required: true, content: { 'application/json': { schema } } }
}

function answering(
  description: string,
  schema: 'Session' | 'Deleted',
  problems: readonly number[],
  setsCookie = false,
): Pick<OperationObject, 'tags' | 'responses'> {
  return {
    tags: ['API server'],
    responses: {
      200: {
        description,
        headers: { ...requestIdHeader, ...(setsCookie && { 'Set-Cookie': setCookie }) },
        content: { 'application/json': { schema: { $ref: `#/components/schemas/Api.${schema}` } } },
      },
      ...problemResponses(...problems.toSorted((a, b) => a - b)),
    },
  }
}
