/**
 * Renders Kanel's declarations as TypeScript; the only file that imports Kanel, and two modules of it that are not
 * its public face (docs/adr/0003-kanel.md). The version is pinned; a test holds it to the bytes expected here.
 */
import { createRequire } from 'node:module'
import type { InterfacePropertyDeclaration, TsDeclaration } from 'kanel/build/ts-utilities/ts-declaration-types.js'
import { escapeComment, propertyName } from '../escape.ts'

export type { InterfacePropertyDeclaration, TsDeclaration }

type Render = (declarations: TsDeclaration[], path: string) => string[]
type RunWithContext = <T>(context: object, run: () => T) => T

// Kanel is CommonJS without an export map: required, because named imports of it exist only for the type checker.
const require = createRequire(import.meta.url)
const render = (require('kanel/build/ts-utilities/renderTsFile.js') as { default: Render }).default
const { runWithContextSync } = require('kanel/build/context.js') as { runWithContextSync: RunWithContext }

/** A name Kanel prints as it is, and that no placeholder looks like. */
const PLAIN = /^(?!__odd_)[A-Za-z_$][\w$]*$/
/** Where a property's name stands: comments may hold the same text. */
const PLACEHOLDER = /(?<=^ {2})__odd_(\d+)__(?=\??: )/

const CONTEXT = {
  typescriptConfig: { enumStyle: 'literal-union', importsExtension: '.ts' },
  config: {},
  schemas: {},
}

/**
 * @param path - of the file to be, from which Kanel makes relative imports
 * @returns the file's text without a header
 */
export function renderDeclarations(declarations: readonly TsDeclaration[], path: string): string {
  const odd: string[] = []
  const safe = declarations.map((declaration) => withSafeText(declaration, odd))
  const lines = runWithContextSync(CONTEXT, () => render(safe, path))
  return `${lines
    .map((line) => line.replace(/;$/, '').replace(PLACEHOLDER, (_, index) => propertyName(odd[Number(index)] ?? '')))
    .join('\n')}\n`
}

/**
 * Kanel takes `a b` and `a=1` for property names and lets backslashes through, so a name it might print wrongly goes
 * in as a placeholder and is put in afterwards, quoted.
 */
function withSafeText(declaration: TsDeclaration, odd: string[]): TsDeclaration {
  const comment = declaration.comment && { comment: declaration.comment.map(escapeComment) }
  if (declaration.declarationType !== 'interface') return { ...declaration, ...comment }
  const properties = declaration.properties.map((property) => ({
    ...property,
    ...(property.comment && { comment: property.comment.map(escapeComment) }),
    name: PLAIN.test(property.name) ? property.name : `__odd_${odd.push(property.name) - 1}__`,
  }))
  return { ...declaration, ...comment, properties }
}
