/** One field of a form, of the kind that its column's type asks for. What is typed stays text until the API reads it. */
import {
  AutocompleteInput,
  BooleanInput,
  PasswordInput,
  ReferenceInput,
  SelectInput,
  TextInput,
  useRecordContext,
} from 'react-admin'
import type { FieldMetadata } from '../api/metadata.ts'
import { resourceNamed } from '../api/metadata.ts'
import { labelOf } from './field.tsx'

export interface InputProps {
  readonly field: FieldMetadata
  readonly source?: string
  readonly label?: string
  readonly alwaysOn?: boolean
}

export function Input({ field, isNew = false }: { readonly field: FieldMetadata; readonly isNew?: boolean }) {
  const common = {
    source: field.name,
    label: labelOf(field),
    fullWidth: true,
    helperText: helpOf(field),
    isRequired: isNew && field.required === true,
    ...(isNew && field.required && { validate: required }),
  }
  if (field.writeOnly || field.secret)
    return <PasswordInput {...common} helperText="a2b.form.write_only" autoComplete="new-password" />
  if (field.reference && canPick(field)) return <Picker field={field} common={common} />
  if (field.choices && !field.sums) {
    const choices = field.choices.map(({ value, label }) => ({ id: value, name: `${label} (${value})` }))
    return <SelectInput {...common} choices={choices} format={asText} />
  }
  if (field.type === 'boolean') return <BooleanInput {...common} />
  if (field.type === 'enum') {
    return (
      <SelectInput {...common} choices={(field.values ?? []).map((value) => ({ id: value, name: value || '–' }))} />
    )
  }
  if (field.type === 'longtext' || field.type === 'json') {
    return <TextInput {...common} multiline minRows={3} format={asJson} />
  }
  const isNumber = field.type === 'integer' || field.type === 'decimal' || field.type === 'float'
  return (
    <TextInput
      {...common}
      format={asText}
      slotProps={{
        htmlInput: {
          ...(isNumber && { inputMode: field.type === 'integer' ? 'numeric' : 'decimal' }),
          ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
        },
      }}
    />
  )
}

function required(value: unknown): string | undefined {
  return value === undefined || value === null || value === '' ? 'ra.validation.required' : undefined
}

function asText(value: unknown): unknown {
  return value === null || value === undefined ? '' : String(value)
}

function asJson(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : asText(value)
}

function helpOf({ type, scale, maxLength, choices, help }: FieldMetadata): string | false {
  if (help !== undefined) return help
  if (choices) return false
  if (type === 'datetime') return 'YYYY-MM-DD HH:MM:SS'
  if (type === 'date') return 'YYYY-MM-DD'
  if (type === 'decimal' && scale !== undefined) return `0.${'0'.repeat(scale)}`
  if (maxLength !== undefined && maxLength < 20) return `≤ ${maxLength}`
  return false
}

/** Whose rows have an address by the column that is referred to. */
function canPick({ reference }: FieldMetadata): boolean {
  const target = reference && resourceNamed(reference.resource)
  return target !== undefined && target.key.length === 1 && target.key[0] === reference?.field
}

function Picker({ field, common }: { readonly field: FieldMetadata; readonly common: object }) {
  const { reference } = field
  const record = useRecordContext()
  const target = reference && resourceNamed(reference.resource)
  if (!reference || !target) return null
  const filterToQuery = (text: string): object =>
    text === '' ? {} : target.search ? { q: text } : { [`${target.display}__icontains`]: text }
  const noneGiven = reference.none.includes(String(record?.[field.name]))
  return (
    <ReferenceInput
      source={field.name}
      reference={target.name}
      perPage={20}
      sort={{ field: target.key[0] ?? '', order: 'ASC' }}
      enableGetChoices={() => true}
    >
      <AutocompleteInput
        {...common}
        optionText={(row: Record<string, unknown>) => `${row[target.display] ?? ''} (${row['id']})`}
        filterToQuery={filterToQuery}
        {...(noneGiven && { emptyText: '–' })}
      />
    </ReferenceInput>
  )
}
