/** Calls of a period, added up: by hour or day, destination, trunk, customer, agent or cause. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import CardContent from '@mui/material/CardContent'
import LinearProgress from '@mui/material/LinearProgress'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableFooter from '@mui/material/TableFooter'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Title, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { addressOf } from '../api/client.ts'
import { resourceNamed } from '../api/metadata.ts'
import { translated, type Translate } from '../i18n/translated.ts'
import type { Series } from './chart.tsx'
import { ByField, FIELDS, PeriodFields, useChoices } from './period-fields.tsx'
import { dayBefore, periodQuery, ZONE } from './period.ts'
import { duration, type Figures, height, percent, type TrafficReport, type TrafficRow, useReport } from './reports.ts'
import { RowPicker } from './row-picker.tsx'

const Chart = lazy(() => import('./chart.tsx'))

const TIMES = ['day', 'hour', 'week', 'month']
const GROUPS = [...TIMES, 'destination', 'trunk', 'customer', 'agent', 'cause']
/** As the server has it: agents are told to who may list what they are read from. */
function groups(): readonly string[] {
  const isTold = ['card', 'cardgroup'].every((name) => resourceNamed(name) !== undefined)
  return isTold ? GROUPS : GROUPS.filter((name) => name !== 'agent')
}

/** The choices that narrow the calls, and the call's column that each is of. */
const FILTERS = {
  customer: 'card_id',
  destination: 'destination',
  trunk: 'id_trunk',
  cause: 'terminatecauseid',
} as const
type Filter = keyof typeof FILTERS
const TOP = 50

export function Traffic() {
  const translate = useTranslate()
  const [choices, choose] = useChoices({
    from: dayBefore(6),
    to: dayBefore(0),
    by: 'day',
    order: '-seconds',
    customer: '',
    destination: '',
    trunk: '',
    cause: '',
  })
  const { from, to, by, order } = choices
  const filters = Object.fromEntries(
    (Object.keys(FILTERS) as Filter[]).filter((name) => choices[name] !== '').map((name) => [name, choices[name]]),
  )
  const { answer, failure, isPending } = useReport<TrafficReport>('reportTraffic', {
    ...periodQuery(from, to),
    by,
    ...(!TIMES.includes(by) && { order, limit: String(TOP) }),
    ...filters,
  })
  const causes = resourceNamed('call')?.fields.find(({ name }) => name === 'terminatecauseid')?.choices ?? []
  return (
    <Stack spacing={2} sx={{ py: 2 }}>
      <Title title="a2b.traffic.title" />
      <Stack direction="row" useFlexGap spacing={2} sx={FIELDS}>
        <PeriodFields from={from} to={to} onChange={choose} />
        <ByField names={groups()} by={by} onChange={(chosen) => choose({ by: chosen })} />
        <RowPicker
          resource="card"
          field="id"
          label={translate('a2b.traffic.group.customer')}
          value={choices.customer}
          onChange={(customer) => choose({ customer })}
        />
        <RowPicker
          resource="prefix"
          field="prefix"
          label={translate('a2b.traffic.group.destination')}
          value={choices.destination}
          onChange={(destination) => choose({ destination })}
        />
        <RowPicker
          resource="trunk"
          field="id_trunk"
          label={translate('a2b.traffic.group.trunk')}
          value={choices.trunk}
          onChange={(trunk) => choose({ trunk })}
        />
        {causes.length > 0 && (
          <TextField
            select
            size="small"
            label={translate('a2b.traffic.group.cause')}
            value={choices.cause}
            onChange={({ target }) => choose({ cause: target.value })}
          >
            <MenuItem value="">–</MenuItem>
            {causes.map(({ value, label }) => (
              <MenuItem key={value} value={value}>
                {translated(translate, label)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Stack>
      {failure !== undefined && <Alert severity="error">{translate(failure, { _: failure })}</Alert>}
      {isPending && <LinearProgress aria-label={translate('ra.page.loading')} />}
      {answer && failure === undefined && (
        <>
          {TIMES.includes(by) && answer.rows.length > 1 && <Charts rows={answer.rows} />}
          <FiguresTable
            report={answer}
            by={by}
            order={order}
            onOrder={(name) => choose({ order: name })}
            calls={callsQuery(answer.database, choices)}
          />
        </>
      )}
    </Stack>
  )
}

/** Filters of the list of calls that were counted. */
function callsQuery(
  { from, to }: TrafficReport['database'],
  choices: Readonly<Record<Filter, string>>,
): Record<string, string> {
  const chosen = Object.entries(FILTERS).filter(([name]) => choices[name as Filter] !== '')
  return {
    starttime__gte: from,
    starttime__lt: to,
    ...Object.fromEntries(chosen.map(([name, field]) => [field, choices[name as Filter]])),
  }
}

type View = 'volume' | 'quality' | 'money'

function Charts({ rows }: { readonly rows: readonly TrafficRow[] }) {
  const translate = useTranslate()
  const [view, setView] = useState<View>('volume')
  const names = useMemo(() => rows.map(({ key }) => String(key)), [rows])
  const { series, left, right } = useMemo(() => viewOf(view, rows, translate), [view, rows, translate])
  return (
    <Card>
      <CardContent>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={view}
          aria-label={translate('a2b.traffic.view.title')}
          onChange={(_, chosen: View | null) => chosen && setView(chosen)}
          sx={{ mb: 1 }}
        >
          {(['volume', 'quality', 'money'] as const).map((name) => (
            <ToggleButton key={name} value={name}>
              {translate(`a2b.traffic.view.${name}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Suspense fallback={<Box sx={{ minHeight: 280 }} />}>
          <Chart names={names} series={series} left={left} {...(right !== undefined && { right })} />
        </Suspense>
      </CardContent>
    </Card>
  )
}

function viewOf(view: View, rows: readonly TrafficRow[], translate: Translate) {
  const of = (
    name: keyof Figures,
    kind: Series['kind'],
    color: Series['color'],
    side: Series['side'] = 'left',
  ): Series => ({
    label: translate(`a2b.traffic.${name}`),
    kind,
    color,
    side,
    values: rows.map((row) => height(row[name])),
  })
  switch (view) {
    case 'volume':
      return {
        series: [
          of('calls', 'bar', 'primary'),
          of('answered', 'bar', 'success'),
          of('minutes', 'line', 'warning', 'right'),
        ],
        left: translate('a2b.traffic.calls'),
        right: translate('a2b.traffic.minutes'),
      }
    case 'quality':
      return {
        series: [of('asr', 'line', 'primary'), of('acd', 'line', 'warning', 'right')],
        left: `${translate('a2b.traffic.asr')}, %`,
        right: `${translate('a2b.traffic.acd')}, s`,
      }
    default:
      return {
        series: [of('sell', 'bar', 'primary'), of('buy', 'bar', 'warning'), of('margin', 'line', 'success')],
        left: translate('a2b.traffic.money'),
      }
  }
}

const COLUMNS: readonly (readonly [name: keyof Figures, value: (figures: Figures) => string])[] = [
  ['calls', ({ calls }) => String(calls)],
  ['answered', ({ answered }) => String(answered)],
  ['asr', ({ asr }) => percent(asr)],
  ['minutes', ({ minutes }) => String(minutes)],
  ['acd', ({ acd }) => duration(acd)],
  ['sell', ({ sell }) => String(sell)],
  ['buy', ({ buy }) => String(buy)],
  ['margin', ({ margin }) => String(margin)],
  ['margin_percent', ({ margin_percent: share }) => percent(share)],
]

interface FiguresTableProps {
  readonly report: TrafficReport
  readonly by: string
  readonly order: string
  /** Of the list of calls that were counted. */
  readonly calls: Readonly<Record<string, string>>
  onOrder(order: string): void
}

function FiguresTable({
  report: { rows, total, is_complete: isComplete },
  by,
  order,
  onOrder,
  calls,
}: FiguresTableProps) {
  const translate = useTranslate()
  if (total.calls === 0) return <Typography color="text.secondary">{translate('a2b.traffic.none')}</Typography>
  const isTime = TIMES.includes(by)
  const csv = new URLSearchParams({ ...calls, format: 'csv' })
  return (
    <Card>
      <Stack
        direction="row"
        useFlexGap
        sx={{ justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap', p: 1.5, pb: 0 }}
      >
        <Typography variant="caption" color="text.secondary">
          {translate('a2b.traffic.zone', { zone: ZONE })}
          {!isTime && !isComplete && ` ${translate('a2b.traffic.top', { count: rows.length })}`}
        </Typography>
        <Stack direction="row" spacing={1}>
          <Button size="small" component={RouterLink} to={`/call?filter=${encodeURIComponent(JSON.stringify(calls))}`}>
            {translate('a2b.traffic.show_calls')}
          </Button>
          {resourceNamed('call')?.operations.export && (
            <Button size="small" component="a" href={addressOf(`api/call/?${csv}`)} download>
              {translate('a2b.list.csv')}
            </Button>
          )}
        </Stack>
      </Stack>
      {/* It scrolls, so it can be reached by the keyboard. */}
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('a2b.traffic.title')}>
        <Table size="small" sx={{ '& th, & td': { px: 1, whiteSpace: 'nowrap' }, '& th:first-of-type': { pl: 2 } }}>
          <TableHead>
            <TableRow>
              <TableCell>{translate(`a2b.traffic.group.${by}`)}</TableCell>
              {COLUMNS.map(([name]) => (
                <TableCell
                  key={name}
                  align="right"
                  {...(!isTime && order === `-${name}` && { 'aria-sort': 'descending' as const })}
                >
                  {isTime ? (
                    translate(`a2b.traffic.${name}`)
                  ) : (
                    <Button size="small" color="inherit" sx={{ minWidth: 0, p: 0 }} onClick={() => onOrder(`-${name}`)}>
                      {`${translate(`a2b.traffic.${name}`)}${order === `-${name}` ? ' ↓' : ''}`}
                    </Button>
                  )}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <Row key={String(row.key)} name={nameOf(row, by, translate)} figures={row} />
            ))}
          </TableBody>
          <TableFooter sx={{ '& td, & th': { color: 'text.primary', fontSize: '0.875rem', fontWeight: 600 } }}>
            <Row name={translate('a2b.traffic.total')} figures={total} />
          </TableFooter>
        </Table>
      </Box>
    </Card>
  )
}

function nameOf({ key, label }: TrafficRow, by: string, translate: Translate): string {
  if (label !== null) return by === 'cause' ? translated(translate, label) : label
  if (key === null || key === 0) return '–'
  return TIMES.includes(by) ? String(key) : `#${key}`
}

function Row({ name, figures }: { readonly name: string; readonly figures: Figures }) {
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
        {name}
      </TableCell>
      {COLUMNS.map(([word, value]) => (
        <TableCell key={word} align="right" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
          {value(figures)}
        </TableCell>
      ))}
    </TableRow>
  )
}
