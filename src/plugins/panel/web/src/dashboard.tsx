/** What an operator sees first: a search, who is about to run out, and what has just happened. */
import Search from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import CardContent from '@mui/material/CardContent'
import InputAdornment from '@mui/material/InputAdornment'
import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Link as RouterLink, useNavigate } from 'react-router-dom'
import { Title, useCreatePath, useGetList, useTranslate, type RaRecord } from 'react-admin'
import { resourceNamed } from './api/metadata.ts'

export function Dashboard() {
  const translate = useTranslate()
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(400px, 100%), 1fr))',
        alignItems: 'start',
        py: 2,
      }}
    >
      <Title title="ra.page.dashboard" />
      {resourceNamed('card')?.search && <Find />}
      <Latest
        resource="card"
        title={translate('a2b.dashboard.low')}
        sort="credit"
        order="ASC"
        filter={{ status: 1 }}
        row={customer}
      />
      <Latest resource="logrefill" title={translate('a2b.dashboard.refills')} sort="id" order="DESC" row={refill} />
      <Latest resource="call" title={translate('a2b.dashboard.calls')} sort="id" order="DESC" row={call} />
    </Box>
  )
}

function Find() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const find = (event: FormEvent): void => {
    event.preventDefault()
    void navigate(`/card?filter=${encodeURIComponent(JSON.stringify({ q: text }))}`)
  }
  return (
    <Card sx={{ gridColumn: '1 / -1' }}>
      <CardContent component="form" onSubmit={find} role="search">
        <TextField
          fullWidth
          label={translate('a2b.dashboard.find')}
          helperText={translate('a2b.dashboard.find_hint')}
          value={text}
          onChange={({ target }) => setText(target.value)}
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

type Cells = readonly [first: string, middle: string, last: string]

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
const customer = (row: RaRecord): Cells => [
  text(row['username']),
  `${text(row['firstname'])} ${text(row['lastname'])}`,
  text(row['credit']),
]
const refill = (row: RaRecord): Cells => [`#${row.id}`, text(row['date']), text(row['credit'])]
const call = (row: RaRecord): Cells => [
  text(row['calledstation']) || `#${row.id}`,
  text(row['starttime']),
  text(row['sessionbill']),
]

interface LatestProps {
  readonly resource: string
  readonly title: string
  readonly sort: string
  readonly order: 'ASC' | 'DESC'
  readonly filter?: object
  row(record: RaRecord): Cells
}

/** Nothing at all for who may not list it, or where the table has no such column. */
function Latest(props: LatestProps): ReactNode {
  const found = resourceNamed(props.resource)
  if (!found?.fields.some(({ name }) => name === props.sort)) return null
  return <LatestOf {...props} />
}

function LatestOf({ resource, title, sort, order, filter = {}, row }: LatestProps) {
  const translate = useTranslate()
  const createPath = useCreatePath()
  const {
    data = [],
    isPending,
    error,
  } = useGetList(resource, {
    pagination: { page: 1, perPage: 8 },
    sort: { field: sort, order },
    filter,
  })
  return (
    <Card>
      <CardContent>
        <Typography variant="h6" component="h2" gutterBottom>
          {title}
        </Typography>
        {error && <Typography color="error">{translate(error.message, { _: error.message })}</Typography>}
        {!isPending && !error && data.length === 0 && (
          <Typography color="text.secondary">{translate('a2b.dashboard.empty')}</Typography>
        )}
        <Table size="small">
          <TableBody>
            {data.map((record) => {
              const [first, middle, last] = row(record)
              return (
                <TableRow key={record.id}>
                  <TableCell sx={{ pl: 0 }}>
                    <Link component={RouterLink} to={createPath({ resource, id: record.id, type: 'show' })}>
                      {first}
                    </Link>
                  </TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap', px: 1 }}>{middle}</TableCell>
                  <TableCell sx={{ pr: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>{last}</TableCell>
                </TableRow>
              )
            })}
          </TableBody>
        </Table>
      </CardContent>
    </Card>
  )
}
