/** Today until now, beside the same day of last week until the same time. */
import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import CardContent from '@mui/material/CardContent'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { dayBefore, timeNow, ZONE } from './period.ts'
import { hasReport, type MoneyReport, percent, type TrafficReport, useReport } from './reports.ts'

export function Today() {
  // As it was opened: the figures beside each other are of the same length.
  const [time] = useState(timeNow)
  const until = (days: number) => ({ from: dayBefore(days), to: `${dayBefore(days)} ${time}`, tz: ZONE })
  const [hasTraffic, hasMoney] = [hasReport('reportTraffic'), hasReport('reportMoney')]
  // Nothing has been at midnight.
  if (time === '00:00:00' || (!hasTraffic && !hasMoney)) return null
  return (
    <Box
      sx={{
        gridColumn: '1 / -1',
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
      }}
    >
      {hasTraffic && <TrafficTiles now={until(0)} before={until(7)} />}
      {hasMoney && <MoneyTiles now={until(0)} before={until(7)} />}
    </Box>
  )
}

interface TilesProps {
  readonly now: Readonly<Record<string, string>>
  readonly before: Readonly<Record<string, string>>
}

function TrafficTiles({ now, before }: TilesProps) {
  const { answer: today, failure } = useReport<TrafficReport>('reportTraffic', { ...now, by: 'none' })
  const { answer: then, failure: lost } = useReport<TrafficReport>('reportTraffic', { ...before, by: 'none' })
  const values = (report: TrafficReport | undefined): readonly (string | undefined)[] =>
    report
      ? [
          String(report.total.calls),
          String(report.total.minutes),
          percent(report.total.asr),
          String(report.total.sell),
          String(report.total.margin),
        ]
      : []
  const [current, last] = [values(today), values(then)]
  return ['calls', 'minutes', 'asr', 'sell', 'margin'].map((name, index) => (
    <Tile
      key={name}
      label={`a2b.traffic.${name}`}
      now={current[index]}
      before={last[index] ?? (lost && '–')}
      failure={failure}
    />
  ))
}

function MoneyTiles({ now, before }: TilesProps) {
  const { answer: today, failure } = useReport<MoneyReport>('reportMoney', now)
  const { answer: then, failure: lost } = useReport<MoneyReport>('reportMoney', before)
  const value = (report: MoneyReport | undefined): string | undefined =>
    report && String(report.total.refills?.amount ?? '–')
  return <Tile label="a2b.money.refills" now={value(today)} before={value(then) ?? (lost && '–')} failure={failure} />
}

interface TileProps {
  readonly label: string
  readonly now: string | undefined
  readonly before: string | undefined
  readonly failure: string | undefined
}

function Tile({ label, now, before, failure }: TileProps) {
  const translate = useTranslate()
  return (
    <Card>
      <CardContent sx={{ p: 2, '&:last-child': { pb: 2 } }}>
        <Typography variant="body2" color="text.secondary">
          {translate(label)}
        </Typography>
        <Typography variant="h5" component="p" sx={{ fontVariantNumeric: 'tabular-nums', minHeight: '1.4em' }}>
          {failure === undefined ? (now ?? '…') : '–'}
        </Typography>
        <Typography variant="caption" color="text.secondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {failure === undefined
            ? translate('a2b.dashboard.last_week', { value: before ?? '…' })
            : translate(failure, { _: failure })}
        </Typography>
      </CardContent>
    </Card>
  )
}
