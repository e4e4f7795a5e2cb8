/** Rows that refer to the one that is shown, a page at a time, the latest first. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ReferenceManyField, useTranslate } from 'react-admin'
import type { ResourceMetadata } from '../api/metadata.ts'
import { columnsOf } from './columns.ts'
import { ListFailure } from './failure.tsx'
import { Pages } from './pages.tsx'
import { RowTable } from './row-table.tsx'

interface RelatedProps {
  readonly resource: ResourceMetadata
  /** Its field that names the row that is shown. */
  readonly target: string
  /** What its rows must have besides. */
  readonly filter?: Readonly<Record<string, string>>
}

export function Related({ resource, target, filter = {} }: RelatedProps) {
  const translate = useTranslate()
  const isSaid = (name: string): boolean => name === target || name in filter
  return (
    <ReferenceManyField
      reference={resource.name}
      target={target}
      filter={filter}
      perPage={10}
      sort={{ field: resource.key[0] ?? '', order: 'DESC' }}
      pagination={<Pages />}
      error={<ListFailure />}
    >
      <Box sx={{ overflowX: 'auto' }}>
        <RowTable
          resource={resource}
          columns={columnsOf(resource).filter(({ name }) => !isSaid(name))}
          empty={<Typography sx={{ py: 3 }}>{translate('a2b.list.none')}</Typography>}
        />
      </Box>
    </ReferenceManyField>
  )
}
