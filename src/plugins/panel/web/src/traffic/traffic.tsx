/** Calls of a period, added up: by hour or day, destination, trunk, customer or cause. */
import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import CardContent from '@mui/material/CardContent'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableFooter from '@mui/material/TableFooter'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { lazy, Suspense, useEffect, useState, type ChangeEvent } from 'react'
import { Title, useTranslate } from 'react-admin'
import { resourceNamed } from '../api/metadata.ts'
import { acd, asr, type Figures, type Group, margin, minutes, money, readFigures, total } from './figures.ts'

const Chart = lazy(() => import('./chart.tsx'))

const GROUPS: readonly Group[] = ['day', 'hour', 'destination', 'id_trunk', 'card_id', 'terminatecauseid']
const TOP = 20

/** In the browser's own zone, which an operator shares with his server mostly; the fields say which days are meant. */
function dayBefore(days: number): string {
  const day = new Date(Date.now() - days * 86_400_000)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** Whether there are calls that can be added up here. */
export function hasTraffic(): boolean {
  const names = resourceNamed('call')?.fields.map(({ name }) => name) ?? []
  return ['starttime', 'sessiontime', 'sessionbill', 'buycost', 'terminatecauseid'].every((name) =>
    names.includes(name),
  )
}

export function Traffic() {
  const translate = useTranslate()
  const [from, setFrom] = useState(dayBefore(6))
  const [to, setTo] = useState(dayBefore(0))
  const [group, setGroup] = useState<Group>('day')
  const [figures, setFigures] = useState<readonly Figures[]>()
  const [failure, setFailure] = useState<string>()
  const columns = resourceNamed('call')?.fields.map(({ name }) => name) ?? []

  useEffect(() => {
    let isLate = false
    setFailure(undefined)
    readFigures({ from, to }, group, TOP).then(
      (found) => isLate || setFigures(found),
      (error: Error) => isLate || setFailure(error.message),
    )
    return () => {
      isLate = true
    }
  }, [from, to, group])

  const day = (set: (value: string) => void) => (event: ChangeEvent<HTMLInputElement>) => {
    if (event.target.value !== '') set(event.target.value)
  }
  const isMoment = group === 'day' || group === 'hour'
  return (
    <Stack spacing={2} sx={{ py: 2 }}>
      <Title title="a2b.traffic.title" />
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <TextField
          label={translate('a2b.traffic.from')}
          type="date"
          value={from}
          onChange={day(setFrom)}
          slotProps={shrunk}
        />
        <TextField
          label={translate('a2b.traffic.to')}
          type="date"
          value={to}
          onChange={day(setTo)}
          slotProps={shrunk}
        />
        <TextField
          select
          label={translate('a2b.traffic.by')}
          value={group}
          onChange={({ target }) => {
            setFigures(undefined)
            setGroup(target.value as Group)
          }}
        >
          {GROUPS.filter((name) => name === 'day' || name === 'hour' || columns.includes(name)).map((name) => (
            <MenuItem key={name} value={name}>
              {translate(`a2b.traffic.group.${name}`)}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      {failure !== undefined && <Typography color="error">{translate(failure, { _: failure })}</Typography>}
      {isMoment && figures && figures.length > 0 && (
        <Card>
          <CardContent>
            <Suspense fallback={null}>
              <Chart figures={figures} />
            </Suspense>
          </CardContent>
        </Card>
      )}
      {figures && <FiguresTable figures={figures} group={group} />}
    </Stack>
  )
}

const shrunk = { inputLabel: { shrink: true } }

const COLUMNS: readonly [word: string, value: (figures: Figures) => string][] = [
  ['attempts', ({ attempts }) => String(attempts)],
  ['answered', ({ answered }) => String(answered)],
  ['asr', asr],
  ['minutes', minutes],
  ['acd', acd],
  ['sell', ({ sell }) => money(sell)],
  ['buy', ({ buy }) => money(buy)],
  ['margin', margin],
]

function FiguresTable({ figures, group }: { readonly figures: readonly Figures[]; readonly group: Group }) {
  const translate = useTranslate()
  if (figures.length === 0) return <Typography color="text.secondary">{translate('a2b.traffic.none')}</Typography>
  const isTop = group !== 'day' && group !== 'hour' && figures.length === TOP
  return (
    <Card>
      {/* It scrolls, so it can be reached by the keyboard. */}
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('a2b.traffic.title')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate(`a2b.traffic.group.${group}`)}</TableCell>
              {COLUMNS.map(([word]) => (
                <TableCell key={word} align="right">
                  {translate(`a2b.traffic.${word}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {figures.map((row) => (
              <Row key={row.label} figures={row} />
            ))}
          </TableBody>
          {!isTop && (
            <TableFooter>
              <Row figures={total(translate('a2b.traffic.total'), figures)} />
            </TableFooter>
          )}
        </Table>
      </Box>
    </Card>
  )
}

function Row({ figures }: { readonly figures: Figures }) {
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
        {figures.label}
      </TableCell>
      {COLUMNS.map(([word, value]) => (
        <TableCell key={word} align="right" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
          {value(figures)}
        </TableCell>
      ))}
    </TableRow>
  )
}
