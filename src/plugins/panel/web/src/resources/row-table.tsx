/** Rows in columns: the first is a link, for the keyboard and for new tabs; those that are not looked for begin hidden. */
import Link from '@mui/material/Link'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { DataTable, useCreatePath, useRecordContext } from 'react-admin'
import type { FieldMetadata, ResourceMetadata } from '../api/metadata.ts'
import { hiddenAtFirst } from './columns.ts'
import { Field, isNumber, labelOf } from './field.tsx'

interface RowTableProps {
  readonly resource: ResourceMetadata
  readonly columns: readonly FieldMetadata[]
  /** Instead of react-admin's own words where there are no rows. */
  readonly empty?: ReactNode
}

export function RowTable({ resource, columns, empty }: RowTableProps) {
  const [first, ...others] = columns
  return (
    <DataTable
      bulkActionButtons={false}
      rowClick={false}
      hiddenColumns={hiddenAtFirst(columns)}
      {...(empty !== undefined && { empty })}
    >
      {first && (
        <DataTable.Col source={first.name} label={labelOf(first)}>
          <RowLink resource={resource} field={first} />
        </DataTable.Col>
      )}
      {others.map((field) => (
        <DataTable.Col
          key={field.name}
          source={field.name}
          label={labelOf(field)}
          sx={isNumber(field) ? { textAlign: 'right' } : {}}
        >
          <Field field={field} />
        </DataTable.Col>
      ))}
    </DataTable>
  )
}

function RowLink({ resource, field }: { readonly resource: ResourceMetadata; readonly field: FieldMetadata }) {
  const record = useRecordContext()
  const createPath = useCreatePath()
  if (!record) return null
  if (!resource.operations.get) return <Field field={field} />
  return (
    <Link component={RouterLink} to={createPath({ resource: resource.name, id: record.id, type: 'show' })}>
      {String(record[field.name] ?? '') || `#${record.id}`}
    </Link>
  )
}
