/** A row of a resource, found by typing: for what is no form of react-admin's. */
import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useGetList, useGetOne, type RaRecord } from 'react-admin'
import { resourceNamed } from '../api/metadata.ts'

interface RowPickerProps {
  readonly resource: string
  /** Field that the value is of. */
  readonly field: string
  readonly label: string
  /** Empty where none is chosen. */
  readonly value: string
  onChange(value: string): void
}

export function RowPicker(props: RowPickerProps) {
  return resourceNamed(props.resource) ? <Picker {...props} /> : null
}

function Picker({ resource, field, label, value, onChange }: RowPickerProps) {
  const [typed, setTyped] = useState('')
  const { display = field, search = false, key = [] } = resourceNamed(resource) ?? {}
  const isKey = key.length === 1 && key[0] === field
  const { data: found = [], isFetching } = useGetList(resource, {
    pagination: { page: 1, perPage: 20 },
    sort: { field: key[0] ?? '', order: 'ASC' },
    filter: typed === '' ? {} : search ? { q: typed } : { [`${display}__icontains`]: typed },
  })
  const { data: chosen } = useGetOne(resource, { id: value }, { enabled: value !== '' && isKey, retry: false })
  const nameOf = (row: RaRecord): string => `${row[display] ?? ''} (${row[field]})`
  return (
    <Autocomplete<RaRecord>
      size="small"
      loading={isFetching}
      options={found}
      filterOptions={(all) => all}
      getOptionLabel={nameOf}
      getOptionKey={(row) => String(row.id)}
      isOptionEqualToValue={(row, other) => row[field] === other[field]}
      value={
        value === ''
          ? null
          : (chosen ?? found.find((row) => String(row[field]) === value) ?? ({ id: value, [field]: value } as RaRecord))
      }
      onChange={(_, row) => onChange(row === null ? '' : String(row[field]))}
      onInputChange={(_, text, reason) => reason === 'input' && setTyped(text)}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  )
}
