/**
 * What every generated file says of itself at its beginning: what it was made from, by which command and which emitter.
 * {@link isGenerated} lets nothing without it be overwritten or deleted.
 */
import { posix } from 'node:path'
import { escapeComment } from '../escape.ts'

/** How a comment begins and ends, by the end of a file's name; JSON has none, so it gets a member. */
const COMMENTS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  ...comments('// ', '', '.ts .tsx .mts .js .mjs'),
  ...comments('# ', '', '.yaml .yml .toml .graphql .py'),
  ...comments('-- ', '', '.sql'),
  ...comments('<!-- ', ' -->', '.md .html'),
  ...comments('/* ', ' */', '.css'),
}

const MARK = /@generated from .* by `a2b generate`/

/**
 * The first line of a module, and the blank one behind it.
 *
 * @param source - the table, or what else it was made from
 * @param emitter - file of the emitter under `codegen/emitters/`
 */
export function header(source: string, emitter: string): string {
  return `// ${mark(source, `codegen/emitters/${emitter}`)}\n\n`
}

/** @param emitter - where to change what is generated */
export function mark(source: string, emitter: string): string {
  return `@generated from ${escapeComment(source).replaceAll('-->', '--\\>')} by \`a2b generate\`. Do not edit: see ${emitter}.`
}

/**
 * Puts the mark in front of a file in the words of its format: a comment, or the first member of a JSON object.
 *
 * @returns undefined for a format that can hold neither
 */
export function withMark(path: string, contents: string, sentence: string): string | undefined {
  const extension = posix.extname(path)
  if (extension === '.json') return withMember(contents, sentence)
  const [open, close] = COMMENTS[extension] ?? []
  return open === undefined ? undefined : `${open}${sentence}${close}\n\n${contents}`
}

function withMember(contents: string, sentence: string): string | undefined {
  const [brace, space] = /^\{(\s*)/.exec(contents) ?? []
  if (brace === undefined) return undefined
  const rest = contents.slice(brace.length)
  const comma = rest.startsWith('}') ? '' : `,${space || ' '}`
  return `{${space}"x-generated": ${JSON.stringify(sentence)}${comma}${rest}`
}

/** The mark stands on the first line, or on the second where the first is a brace. */
export function isGenerated(text: string): boolean {
  return text
    .slice(0, 2000)
    .split('\n', 2)
    .some((line) => MARK.test(line))
}

/** The formats that {@link withMark} knows, for a message. */
export const MARKED_FORMATS = [...Object.keys(COMMENTS), '.json (an object)'].join(' ')

function comments(open: string, close: string, extensions: string): Record<string, readonly [string, string]> {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, [open, close] as const]))
}
