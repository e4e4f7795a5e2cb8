/** Why there are no figures where the server runs without the plugin, to who may know what runs. */
import Alert from '@mui/material/Alert'
import { usePermissions, useTranslate } from 'react-admin'
import type { ServerFacts } from '../../../../../operator/facts.ts'
import { mayDo } from '../api/session.ts'
import { useAnswer } from '../api/use-answer.ts'
import { hasAnyReport } from './reports.ts'

export function WithoutReports() {
  const { permissions } = usePermissions<readonly string[]>()
  return !hasAnyReport() && mayDo(permissions, 'doctor:read') ? <Reason /> : null
}

function Reason() {
  const translate = useTranslate()
  const { answer } = useAnswer<ServerFacts>('api/doctor/server/')
  // Who was not granted a report has none either.
  if (!answer || answer.plugins.some(({ name }) => name === 'reports')) return null
  return (
    <Alert severity="info" role="status" sx={{ gridColumn: '1 / -1' }}>
      {translate('a2b.dashboard.no_reports')}
    </Alert>
  )
}
