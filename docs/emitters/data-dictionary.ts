/** `generated/data-dictionary.md`: every table with its columns, for people. */
import type { Column, Emitter } from '../../codegen/public.ts'

export const dataDictionary: Emitter = ({ tables }) => {
  const row = ({ name, sqlType, comment = '' }: Column): string =>
    `| ${[name, sqlType, comment].map(cell).join(' | ')} |`
  const sections = tables.map((table) =>
    [`## ${table.name}`, '', '| column | type | |', '| --- | --- | --- |', ...table.columns.map(row), ''].join('\n'),
  )
  return [{ path: 'data-dictionary.md', contents: ['# Data dictionary\n', ...sections].join('\n') }]
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
