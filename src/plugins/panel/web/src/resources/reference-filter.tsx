/** A filter by the row that is referred to, found by typing. */
import { AutocompleteInput, ReferenceInput } from 'react-admin'
import { resourceNamed } from '../api/metadata.ts'
import type { InputProps } from './input.tsx'

export function ReferenceFilter({ field, source = field.name, label }: InputProps) {
  const target = field.reference && resourceNamed(field.reference.resource)
  if (!target) return null
  const filterToQuery = (text: string): object =>
    text === '' ? {} : target.search ? { q: text } : { [`${target.display}__icontains`]: text }
  return (
    <ReferenceInput
      source={source}
      reference={target.name}
      perPage={20}
      sort={{ field: target.key[0] ?? '', order: 'ASC' }}
    >
      <AutocompleteInput
        label={label}
        optionText={(row: Record<string, unknown>) => `${row[target.display] ?? ''} (${row['id']})`}
        filterToQuery={filterToQuery}
        sx={{ minWidth: 220 }}
      />
    </ReferenceInput>
  )
}
