/**
 * `generated/extra/zod/<resource>.ts`: a Zod schema of each table's rows as the API answers them.
 *
 * `z.number()` stands for DECIMAL and BIGINT as well, as in any client that reads JSON numbers as doubles; one that must
 * keep every digit reads the text of the answer.
 */
import { type Column, type Emitter, propertyName, quote } from '../../codegen/public.ts'

export const zodSchemas: Emitter = ({ tables }) =>
  tables.map((table) => ({
    path: `extra/zod/${table.resource}.ts`,
    table: table.name,
    contents: [
      `import { z } from 'zod'\n`,
      `export const ${table.variable} = z.object({`,
      ...table.columns.map((column) => `  ${propertyName(column.field)}: ${schemaOf(column)},`),
      '})\n',
    ].join('\n'),
  }))

/** Secrets are left out for most callers; a zero date is null. */
function schemaOf({ kind, nullable, secret }: Column): string {
  const types = kind.schema.type === undefined ? ['unknown'] : [kind.schema.type].flat()
  const [first = 'z.unknown()', ...others] = types.map((type) => ofType(type, kind.schema.enum))
  const value = first + others.map((other) => `.or(${other})`).join('')
  return `${value}${nullable || kind.hasZeroDate ? '.nullable()' : ''}${secret ? '.optional()' : ''}`
}

function ofType(type: string, values: readonly unknown[] | undefined): string {
  const texts = values?.filter((value) => typeof value === 'string')
  if (type === 'string') return texts ? `z.enum([${texts.map(quote).join(', ')}])` : 'z.string()'
  return { integer: 'z.number()', number: 'z.number()', boolean: 'z.boolean()' }[type] ?? 'z.unknown()'
}
