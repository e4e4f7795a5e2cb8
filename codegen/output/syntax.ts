/** A last look at what was emitted: text that is not TypeScript is the generator's own error, with file and line. */
import { ts } from 'ts-morph'
import type { GeneratedFile } from '../emitters/emitter.ts'
import { CodegenError } from '../errors.ts'

/** A third of the time would go into comments, where nothing can be wrong that ends them. */
const PARSING: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
}

/** @throws {@link CodegenError} for the first file that does not parse */
export function checkSyntax(files: readonly GeneratedFile[]): void {
  for (const { path, contents } of files) {
    if (!path.endsWith('.ts')) continue
    const source = ts.createSourceFile(path, contents, PARSING) as ParsedFile
    const [problem] = source.parseDiagnostics
    if (!problem) continue
    const line = source.getLineAndCharacterOfPosition(problem.start).line
    throw new CodegenError(
      `generated/${path}:${line + 1} would not be TypeScript (${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}): ` +
        `${contents.split('\n')[line]?.trim()}`,
    )
  }
}

/** The compiler keeps a file's own syntax errors on it, but does not say so in its types. */
type ParsedFile = ReturnType<typeof ts.createSourceFile> & {
  readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[]
}
