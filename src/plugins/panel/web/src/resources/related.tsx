/** Rows that refer to the one that is shown, a page at a time, the latest first. */
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import Box from '@mui/material/Box'
import { Link as RouterLink } from 'react-router-dom'
import { DataTable, ReferenceManyField, useCreatePath, useRecordContext, useTranslate } from 'react-admin'
import type { ResourceMetadata } from '../api/metadata.ts'
import { columnsOf } from './columns.ts'
import { Field, isNumber, labelOf } from './field.tsx'
import { Pages } from './pages.tsx'

export function Related({ resource, target }: { readonly resource: ResourceMetadata; readonly target: string }) {
  const columns = columnsOf(resource).filter(({ name }) => name !== target)
  const [first, ...others] = columns
  const translate = useTranslate()
  return (
    <ReferenceManyField
      reference={resource.name}
      target={target}
      perPage={10}
      sort={{ field: resource.key[0] ?? '', order: 'DESC' }}
      pagination={<Pages />}
    >
      <Box sx={{ overflowX: 'auto' }}>
        <DataTable
          bulkActionButtons={false}
          rowClick={false}
          empty={<Typography sx={{ py: 3 }}>{translate('a2b.list.none')}</Typography>}
          hiddenColumns={columns.slice(7).map(({ name }) => name)}
        >
          {first && (
            <DataTable.Col source={first.name} label={labelOf(first)}>
              <RowLink resource={resource} of={first.name} />
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
      </Box>
    </ReferenceManyField>
  )
}

function RowLink({ resource, of }: { readonly resource: ResourceMetadata; readonly of: string }) {
  const record = useRecordContext()
  const createPath = useCreatePath()
  if (!record) return null
  const text = String(record[of] ?? '') || `#${record.id}`
  if (!resource.operations.get) return <span>{text}</span>
  return (
    <Link component={RouterLink} to={createPath({ resource: resource.name, id: record.id, type: 'show' })}>
      {text}
    </Link>
  )
}
