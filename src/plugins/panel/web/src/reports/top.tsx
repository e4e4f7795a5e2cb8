/** Short lists of the dashboard that are reports: where most calls go, and whose balance will not last. */
import { useTranslate } from 'react-admin'
import { resourceNamed } from '../api/metadata.ts'
import { ShortList } from '../short-list.tsx'
import { dayBefore, periodQuery } from './period.ts'
import { duration, hasReport, type RunningOutReport, type TrafficReport, useReport } from './reports.ts'

const ROWS = '8'

export function TopDestinations() {
  return hasReport('reportTraffic') ? <Destinations /> : null
}

function Destinations() {
  const translate = useTranslate()
  const { answer, failure, isPending } = useReport<TrafficReport>('reportTraffic', {
    ...periodQuery(dayBefore(6), dayBefore(0)),
    by: 'destination',
    limit: ROWS,
  })
  return (
    <ShortList
      title={translate('a2b.dashboard.destinations')}
      heads={['a2b.traffic.group.destination', 'a2b.traffic.calls', 'a2b.traffic.acd', 'a2b.traffic.margin']}
      isPending={isPending}
      failure={failure}
      rows={answer?.rows.map(({ key, label, calls, acd, margin }) => ({
        id: String(key),
        cells: [label ?? (key === null || key === 0 ? '–' : `#${key}`), String(calls), duration(acd), String(margin)],
        to: `/traffic?by=day&destination=${key ?? ''}`,
      }))}
    />
  )
}

export function RunningOut() {
  return hasReport('reportRunningOut') ? <Customers /> : null
}

function Customers() {
  const translate = useTranslate()
  const { answer, failure, isPending } = useReport<RunningOutReport>('reportRunningOut', { limit: ROWS })
  return (
    <ShortList
      title={translate('a2b.dashboard.running_out')}
      heads={[
        'a2b.traffic.group.customer',
        'a2b.dashboard.available',
        'a2b.dashboard.a_day',
        'a2b.dashboard.days_left',
      ]}
      isPending={isPending}
      failure={failure}
      rows={answer?.customers.map(({ card_id: id, label, available, spent_a_day: spent, days_left: days }) => ({
        id: String(id),
        cells: [label ?? `#${id}`, String(available), String(spent), String(days)],
        ...(resourceNamed('card')?.operations.get && { to: `/card/${id}/show` }),
      }))}
    />
  )
}
