/** What an operator sees first: a search, today against last week, who is about to run out, and what has just happened. */
import Search from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import CardContent from '@mui/material/CardContent'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router-dom'
import { Title, useCreatePath, useGetList, useTranslate, type RaRecord } from 'react-admin'
import { resourceNamed } from './api/metadata.ts'
import { duration } from './reports/reports.ts'
import { WithoutReports } from './reports/without-reports.tsx'
import { Today } from './reports/today.tsx'
import { RunningOut, TopDestinations } from './reports/top.tsx'
import { ShortList } from './short-list.tsx'

export function Dashboard() {
  const translate = useTranslate()
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(440px, 100%), 1fr))',
        alignItems: 'start',
        py: 2,
      }}
    >
      <Title title="ra.page.dashboard" />
      {resourceNamed('card')?.search && <Find />}
      <Today />
      <WithoutReports />
      <RunningOut />
      <TopDestinations />
      <Latest
        resource="logrefill"
        title={translate('a2b.dashboard.refills')}
        heads={['a2b.dashboard.number', 'Date', 'a2b.action.field.amount']}
        cells={({ id, date, credit }) => [`#${id}`, text(date), text(credit)]}
      />
      <Latest
        resource="call"
        title={translate('a2b.dashboard.calls')}
        heads={['Called number', 'Start', 'a2b.traffic.duration', 'Sold for']}
        cells={({ id, calledstation, starttime, sessiontime, sessionbill }) => [
          text(calledstation) || `#${id}`,
          text(starttime),
          duration(sessiontime ?? null),
          text(sessionbill),
        ]}
      />
    </Box>
  )
}

function Find() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const find = (event: FormEvent): void => {
    event.preventDefault()
    void navigate(`/card?filter=${encodeURIComponent(JSON.stringify({ q: words }))}`)
  }
  return (
    <Card sx={{ gridColumn: '1 / -1' }}>
      <CardContent component="form" onSubmit={find} role="search" sx={{ '&:last-child': { pb: 2 } }}>
        <TextField
          fullWidth
          label={translate('a2b.dashboard.find')}
          helperText={translate('a2b.dashboard.find_hint')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
          slotProps={{
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <Search />
                </InputAdornment>
              ),
            },
          }}
        />
      </CardContent>
    </Card>
  )
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

interface LatestProps {
  readonly resource: string
  readonly title: string
  readonly heads: readonly string[]
  cells(row: RaRecord): readonly string[]
}

/** Nothing at all for who may not list it. */
function Latest(props: LatestProps) {
  return resourceNamed(props.resource)?.key[0] === 'id' ? <LatestOf {...props} /> : null
}

function LatestOf({ resource, title, heads, cells }: LatestProps) {
  const createPath = useCreatePath()
  const { data, isPending, error } = useGetList(resource, {
    pagination: { page: 1, perPage: 8 },
    sort: { field: 'id', order: 'DESC' },
  })
  return (
    <ShortList
      title={title}
      heads={heads}
      isPending={isPending}
      failure={error?.message}
      rows={data?.map((row) => ({
        id: String(row.id),
        cells: cells(row),
        to: createPath({ resource, id: row.id, type: 'show' }),
      }))}
    />
  )
}
