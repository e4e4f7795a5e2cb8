/**
 * Emits `routers/<resource>.ts`: which URLs a table has and who answers them. Behaviour is in `src/resources/`, once.
 *
 * Three shapes: rows that can be written, rows that can only be read, and rows without an address.
 */
import { shapeOf } from '../model/schema.ts'
import { header } from '../output/header.ts'
import { loadTemplate } from '../output/template.ts'
import type { Emitter } from './emitter.ts'

export const emitRouters: Emitter = (schema) => {
  const templates = {
    'read-write': loadTemplate('routers/read-write.ts'),
    'read-only': loadTemplate('routers/read-only.ts'),
    'list-only': loadTemplate('routers/list-only.ts'),
  }
  return schema.tables.map((table) => ({
    table: table.name,
    path: `routers/${table.resource}.ts`,
    contents:
      header(table.name, 'routers.ts') +
      templates[shapeOf(table)]({ table: table.name, resource: table.resource, variable: table.variable }),
  }))
}
