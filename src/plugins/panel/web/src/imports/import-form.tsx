/** Which file, what every line is given beside its own, and what becomes of rows that are there. */
import Delete from '@mui/icons-material/Delete'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import IconButton from '@mui/material/IconButton'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useRef } from 'react'
import { useTranslate } from 'react-admin'
import type { FieldMetadata, ResourceMetadata } from '../api/metadata.ts'
import { translated } from '../i18n/translated.ts'
import { RowPicker } from '../reports/row-picker.tsx'
import { labelOf } from '../resources/field.tsx'
import type { Order } from './import-file.ts'

interface Props {
  readonly resource: ResourceMetadata
  readonly order: Partial<Order>
  readonly isDisabled: boolean
  onChange(changed: Partial<Order>): void
}

export function ImportForm({
  resource,
  order: { file, set = {}, on = '', isSkipping = false },
  isDisabled,
  onChange,
}: Props) {
  const translate = useTranslate()
  const writable = resource.fields.filter((field) => field.writable !== 'never')
  const free = writable.filter(({ name }) => !Object.hasOwn(set, name))
  const needed = writable.filter((field) => field.required).map(({ name }) => name)
  const others = writable.filter((field) => !field.required).map(({ name }) => name)
  return (
    <Stack spacing={2}>
      <Typography variant="body2">{translate('a2b.import.how')}</Typography>
      {needed.length > 0 && (
        <Typography variant="body2">{`${translate('a2b.import.needed')}: ${needed.join(', ')}`}</Typography>
      )}
      <Typography component="details" variant="body2">
        <summary>{translate('a2b.import.possible')}</summary>
        {others.join(', ')}
      </Typography>
      <FileField file={file} isDisabled={isDisabled} onChange={(chosen) => onChange({ file: chosen })} />
      {Object.entries(set).map(([name, value]) => {
        const field = writable.find((it) => it.name === name)
        const { [name]: _, ...rest } = set
        return (
          field && (
            <Stack key={name} direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
              <Constant
                field={field}
                value={value}
                isDisabled={isDisabled}
                onChange={(changed) => onChange({ set: { ...set, [name]: changed } })}
              />
              <IconButton
                aria-label={`${translate('ra.action.remove')}: ${translated(translate, labelOf(field))}`}
                disabled={isDisabled}
                onClick={() => onChange({ set: rest })}
              >
                <Delete />
              </IconButton>
            </Stack>
          )
        )
      })}
      <TextField
        select
        size="small"
        label={translate('a2b.import.every')}
        value=""
        disabled={isDisabled || free.length === 0}
        onChange={({ target }) => onChange({ set: { ...set, [target.value]: '' } })}
      >
        {free.map((field) => (
          <MenuItem key={field.name} value={field.name}>
            {`${translated(translate, labelOf(field))} (${field.name})`}
          </MenuItem>
        ))}
      </TextField>
      {resource.operations.update && (
        <TextField
          select
          size="small"
          label={translate('a2b.import.there')}
          value={on}
          disabled={isDisabled}
          onChange={({ target }) => onChange({ on: target.value })}
          slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        >
          <MenuItem value="">{translate('a2b.import.leave')}</MenuItem>
          {resource.unique.map((fields) => (
            <MenuItem key={fields.join()} value={fields.join()}>
              {translate('a2b.import.change_by', { fields: fields.join(', ') })}
            </MenuItem>
          ))}
        </TextField>
      )}
      <FormControlLabel
        control={
          <Checkbox
            checked={isSkipping}
            disabled={isDisabled}
            onChange={(_, checked) => onChange({ isSkipping: checked })}
          />
        }
        label={translate('a2b.import.skip')}
      />
    </Stack>
  )
}

interface FileFieldProps {
  readonly file: File | undefined
  readonly isDisabled: boolean
  onChange(file: File): void
}

function FileField({ file, isDisabled, onChange }: FileFieldProps) {
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
      <Button variant="outlined" disabled={isDisabled} onClick={() => input.current?.click()} sx={{ flexShrink: 0 }}>
        {translate('a2b.import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        hidden
        // The same file, corrected meanwhile, can be chosen once more.
        onClick={({ currentTarget }) => (currentTarget.value = '')}
        onChange={({ target: { files } }) => files?.[0] && onChange(files[0])}
      />
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {file ? `${file.name} (${Math.ceil(file.size / 1024)} KB)` : translate('a2b.import.no_file')}
      </Typography>
    </Stack>
  )
}

interface ConstantProps {
  readonly field: FieldMetadata
  readonly value: string
  readonly isDisabled: boolean
  onChange(value: string): void
}

function Constant({ field, value, isDisabled, onChange }: ConstantProps) {
  const translate = useTranslate()
  const label = translated(translate, labelOf(field))
  const { reference, choices, sums } = field
  if (reference && !isDisabled) {
    return (
      <Stack sx={{ flexGrow: 1 }}>
        <RowPicker
          resource={reference.resource}
          field={reference.field}
          label={label}
          value={value}
          onChange={onChange}
        />
      </Stack>
    )
  }
  const isChoice = choices !== undefined && !sums
  return (
    <TextField
      select={isChoice}
      size="small"
      fullWidth
      label={label}
      value={value}
      disabled={isDisabled}
      onChange={({ target }) => onChange(target.value)}
    >
      {isChoice &&
        choices.map((choice) => (
          <MenuItem key={choice.value} value={choice.value}>
            {translated(translate, choice.label)}
          </MenuItem>
        ))}
    </TextField>
  )
}
