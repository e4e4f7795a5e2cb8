/** The first line of every generated module; {@link isGenerated} lets nothing without it be deleted. */
import { escapeComment } from '../escape.ts'

const MARK = '// @generated'

/**
 * @param source - the table, or what else it was made from
 * @param emitter - file of the emitter under `codegen/emitters/`
 */
export function header(source: string, emitter: string): string {
  return `${MARK} from ${escapeComment(source)} by \`a2b generate\`. Do not edit: see codegen/emitters/${emitter}.\n\n`
}

export function isGenerated(text: string): boolean {
  return text.startsWith(MARK)
}
