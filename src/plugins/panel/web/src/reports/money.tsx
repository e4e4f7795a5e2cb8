/** What was refilled, paid and charged, by day, week or month. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import CardContent from '@mui/material/CardContent'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableFooter from '@mui/material/TableFooter'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { Link as RouterLink } from 'react-router-dom'
import { lazy, Suspense, useMemo } from 'react'
import { Title, useTranslate } from 'react-admin'
import { resourceNamed } from '../api/metadata.ts'
import type { Series } from './chart.tsx'
import { ByField, FIELDS, PeriodFields, useChoices } from './period-fields.tsx'
import { dayBefore, periodQuery } from './period.ts'
import { height, type Log, type MoneyReport, type Sums, useReport } from './reports.ts'

const Chart = lazy(() => import('./chart.tsx'))

const BY = ['day', 'week', 'month']
/** With the resource that each is of. */
const LOGS: readonly (readonly [Log, resource: string, Series['color']])[] = [
  ['payments', 'logpayment', 'success'],
  ['refills', 'logrefill', 'primary'],
  ['charges', 'charge', 'warning'],
]

export function Money() {
  const translate = useTranslate()
  const [{ from, to, by }, choose] = useChoices({ from: dayBefore(13), to: dayBefore(0), by: 'day' })
  const { answer, failure, isPending } = useReport<MoneyReport>('reportMoney', { ...periodQuery(from, to), by })
  return (
    <Stack spacing={2} sx={{ py: 2 }}>
      <Title title="a2b.money.title" />
      <Stack direction="row" useFlexGap spacing={2} sx={FIELDS}>
        <PeriodFields from={from} to={to} onChange={choose} />
        <ByField names={BY} by={by} onChange={(chosen) => choose({ by: chosen })} />
      </Stack>
      {failure !== undefined && <Alert severity="error">{translate(failure, { _: failure })}</Alert>}
      {isPending && <LinearProgress aria-label={translate('ra.page.loading')} />}
      {answer && failure === undefined && <Report report={answer} by={by} />}
    </Stack>
  )
}

function Report({ report: { rows, total }, by }: { readonly report: MoneyReport; readonly by: string }) {
  const translate = useTranslate()
  const names = useMemo(() => rows.map(({ key }) => key), [rows])
  const series = useMemo(
    () =>
      LOGS.filter(([log]) => total[log]).map(([log, , color]): Series => ({
        label: translate(`a2b.money.${log}`),
        kind: 'line',
        color,
        side: 'left',
        values: rows.map((row) => height(row[log]?.amount ?? null)),
      })),
    [rows, total, translate],
  )
  return (
    <>
      {rows.length > 1 && (
        <Card>
          <CardContent>
            <Suspense fallback={<Box sx={{ minHeight: 280 }} />}>
              <Chart names={names} series={series} left={translate('a2b.traffic.money')} />
            </Suspense>
          </CardContent>
        </Card>
      )}
      <Card>
        <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('a2b.money.title')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell rowSpan={2}>{translate(`a2b.traffic.group.${by}`)}</TableCell>
                {LOGS.map(([log, resource]) => (
                  <TableCell key={log} align="right" colSpan={2}>
                    {resourceNamed(resource) ? (
                      <Link component={RouterLink} to={`/${resource}`}>
                        {translate(`a2b.money.${log}`)}
                      </Link>
                    ) : (
                      translate(`a2b.money.${log}`)
                    )}
                  </TableCell>
                ))}
              </TableRow>
              <TableRow>
                {LOGS.flatMap(([log]) =>
                  ['count', 'amount'].map((word) => (
                    <TableCell key={`${log} ${word}`} align="right">
                      {translate(`a2b.money.${word}`)}
                    </TableCell>
                  )),
                )}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <Row key={row.key} name={row.key} sums={row} />
              ))}
            </TableBody>
            <TableFooter sx={{ '& td, & th': { color: 'text.primary', fontSize: '0.875rem', fontWeight: 600 } }}>
              <Row name={translate('a2b.traffic.total')} sums={total} />
            </TableFooter>
          </Table>
        </Box>
      </Card>
    </>
  )
}

function Row({ name, sums }: { readonly name: string; readonly sums: Readonly<Record<Log, Sums | null>> }) {
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
        {name}
      </TableCell>
      {LOGS.flatMap(([log]) =>
        (['count', 'amount'] as const).map((word) => (
          <TableCell
            key={`${log} ${word}`}
            align="right"
            sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
          >
            {sums[log] === null ? '–' : String(sums[log][word])}
          </TableCell>
        )),
      )}
    </TableRow>
  )
}
