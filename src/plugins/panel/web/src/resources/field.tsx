/** One value of a row, drawn as its column's type has it. */
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { ReferenceField, useRecordContext, useTranslate } from 'react-admin'
import type { FieldMetadata } from '../api/metadata.ts'
import { resourceNamed } from '../api/metadata.ts'
import { type Translate, translated } from '../i18n/translated.ts'

export interface FieldProps {
  readonly field: FieldMetadata
  /** Read by react-admin for headings and sorting. */
  readonly source?: string
  readonly label?: string
}

const NUMBERS: ReadonlySet<FieldMetadata['type']> = new Set(['integer', 'decimal', 'float'])

export function isNumber({ type, reference, choices }: FieldMetadata): boolean {
  return NUMBERS.has(type) && !reference && !choices
}

/** Drawn as a chip. */
export function isStatus({ name, choices }: FieldMetadata): boolean {
  return name === 'status' && choices !== undefined
}

/** In English, which is the key of the word in other languages: react-admin looks it up. */
export function labelOf({ label }: FieldMetadata): string {
  return label
}

export function Field({ field }: FieldProps) {
  const record = useRecordContext()
  const value: unknown = record?.[field.name]
  const { reference } = field
  if (reference && value !== null && value !== undefined && !reference.none.includes(String(value))) {
    const target = resourceNamed(reference.resource)
    if (target && target.key.length === 1 && target.key[0] === reference.field && target.operations.get) {
      return (
        <ReferenceField source={field.name} reference={reference.resource} link="show" emptyText={String(value)}>
          <Display of={target.display} />
        </ReferenceField>
      )
    }
  }
  return <Value field={field} value={value} />
}

/** The row's name, and its number where it has none. */
function Display({ of }: { readonly of: string }) {
  const record = useRecordContext()
  const shown: unknown = record?.[of]
  const name = shown === null || shown === undefined || shown === '' ? `#${record?.id}` : String(shown)
  return (
    <Typography component="span" variant="body2">
      {name}
    </Typography>
  )
}

export function Value({ field, value }: { readonly field: FieldMetadata; readonly value: unknown }) {
  const translate = useTranslate()
  if (field.writeOnly || field.secret) return <Dim>••••</Dim>
  if (value === null || value === undefined || value === '') return <Dim>–</Dim>
  const text = textOf(field, value, translate)
  if (isStatus(field)) {
    const meaning = field.choices?.find((it) => it.value === String(value))?.label ?? ''
    return <Chip size="small" label={text} color={toneOf(meaning)} variant="outlined" />
  }
  const number = isNumber(field)
  return (
    <Typography
      component="span"
      variant="body2"
      title={text.length > 60 ? text : undefined}
      sx={{
        fontVariantNumeric: 'tabular-nums',
        whiteSpace: number || field.type === 'datetime' ? 'nowrap' : 'normal',
        overflowWrap: 'break-word',
      }}
    >
      {text.length > 200 ? `${text.slice(0, 200)}…` : text}
    </Typography>
  )
}

/** Codes by what they mean; nothing is a dash. */
export function textOf(field: FieldMetadata, value: unknown, translate: Translate): string {
  if (value === null || value === undefined || value === '') return '–'
  if (field.sums && field.choices) return sumOf(field.choices, value, translate)
  const choice = field.choices?.find((it) => it.value === String(value))
  if (choice) return translated(translate, choice.label)
  if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Of a status: what is well, what wants looking at, what is over. */
export function toneOf(meaning: string): 'success' | 'warning' | 'error' | 'default' {
  if (/^(active|open|paid|new|completed)/i.test(meaning)) return 'success'
  if (/suspend|wait|pending|reserve|underpay/i.test(meaning)) return 'warning'
  return /cancel|expire|block|refus|delet|fail/i.test(meaning) ? 'error' : 'default'
}

function sumOf(choices: NonNullable<FieldMetadata['choices']>, value: unknown, translate: Translate): string {
  const bits = choices.filter((it) => (BigInt(String(value)) & BigInt(it.value)) !== 0n)
  return bits.length > 0 ? bits.map(({ label }) => translated(translate, label)).join(', ') : String(value)
}

function Dim({ children }: { readonly children: string }) {
  return (
    <Typography component="span" variant="body2" color="text.secondary">
      {children}
    </Typography>
  )
}
