/** Emits `index.ts`: every resource and every router by name, which is all the server imports. */
import { type ImportDeclarationStructure, Project, QuoteKind, StructureKind } from 'ts-morph'
import type { Table } from '../model/schema.ts'
import { quote } from '../escape.ts'
import { header } from '../output/header.ts'
import type { Emitter } from './emitter.ts'

export const emitRegistry: Emitter = ({ tables }) => {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { quoteKind: QuoteKind.Single },
  })
  const source = project.createSourceFile('index.ts', {
    statements: [
      typeImport('@koa/router', 'Router'),
      typeImport('../src/resources/api.ts', 'Api'),
      typeImport('../src/resources/resource.ts', 'Resource'),
      ...tables.map(({ variable, resource }) => namedImport(`./resources/${resource}.ts`, variable)),
      ...tables.map(({ variable, resource }) => namedImport(`./routers/${resource}.ts`, `${variable}Router`)),
      map('resources', 'Resource', tables, ({ variable }) => variable, 'Every resource by its name in the URL.'),
      map(
        'routers',
        '(api: Api) => Router',
        tables,
        ({ variable }) => `${variable}Router`,
        'Makes the routes of each resource.',
      ),
    ],
  })
  const contents = source.getFullText().replace(/;$/gm, '')
  return [{ path: 'index.ts', contents: header('all tables', 'registry.ts') + contents }]
}

function namedImport(moduleSpecifier: string, name: string): ImportDeclarationStructure {
  return { kind: StructureKind.ImportDeclaration, moduleSpecifier, namedImports: [name] }
}

function typeImport(moduleSpecifier: string, name: string): ImportDeclarationStructure {
  return { ...namedImport(moduleSpecifier, name), isTypeOnly: true }
}

function map(
  name: string,
  type: string,
  tables: readonly Table[],
  value: (table: Table) => string,
  doc: string,
): string {
  const entries = tables.map((table) => `  [${quote(table.resource)}, ${value(table)}],\n`).join('')
  return `\n/** ${doc} */\nexport const ${name}: ReadonlyMap<string, ${type}> = new Map([\n${entries}])`
}
