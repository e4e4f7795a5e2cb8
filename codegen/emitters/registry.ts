/** Emits `index.ts`: every resource and every router by name, which is all the server imports. */
import { Project, QuoteKind } from 'ts-morph'
import type { Table } from '../model/schema.ts'
import { quote } from '../escape.ts'
import { header } from '../output/header.ts'
import type { Emitter } from './emitter.ts'

export const emitRegistry: Emitter = ({ tables }) => {
  const source = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { quoteKind: QuoteKind.Single },
  }).createSourceFile('index.ts')
  source.addImportDeclarations([
    { moduleSpecifier: '@koa/router', namedImports: ['Router'], isTypeOnly: true },
    { moduleSpecifier: '../src/resources/api.ts', namedImports: ['Api'], isTypeOnly: true },
    { moduleSpecifier: '../src/resources/resource.ts', namedImports: ['Resource'], isTypeOnly: true },
    ...tables.map(({ variable, resource }) => ({
      moduleSpecifier: `./resources/${resource}.ts`,
      namedImports: [variable],
    })),
    ...tables.map(({ variable, resource }) => ({
      moduleSpecifier: `./routers/${resource}.ts`,
      namedImports: [`${variable}Router`],
    })),
  ])
  source.addStatements([
    map('resources', 'Resource', tables, ({ variable }) => variable, 'Every resource by its name in the URL.'),
    map(
      'routers',
      '(api: Api) => Router',
      tables,
      ({ variable }) => `${variable}Router`,
      'Makes the routes of each resource.',
    ),
  ])
  const contents = source.getFullText().replace(/;$/gm, '')
  return [{ path: 'index.ts', contents: header('all tables', 'registry.ts') + contents }]
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
