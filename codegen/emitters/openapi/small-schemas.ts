/** Schemas of the server's own answers, put together of few words. */
import type { SchemaObject } from 'openapi3-ts/oas31'

export const text: SchemaObject = { type: 'string' }

export function said(description: string): SchemaObject {
  return { ...text, description }
}

export function list(items: SchemaObject, description?: string): SchemaObject {
  return { type: 'array', ...(description !== undefined && { description }), items }
}

export function object(
  required: Readonly<Record<string, SchemaObject>>,
  optional: Readonly<Record<string, SchemaObject>> = {},
): SchemaObject {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  }
}
