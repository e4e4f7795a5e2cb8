/** What is wrong with the database and how it is mended, and what runs: `a2b doctor` for who has no terminal. */
import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmber from '@mui/icons-material/WarningAmberOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import CardContent from '@mui/material/CardContent'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { SvgIconComponent } from '@mui/icons-material'
import { Title, useTranslate } from 'react-admin'
import type { Finding, Report, Severity } from '../../../../../doctor/finding.ts'
import type { PluginFacts, ServerFacts } from '../../../../../operator/facts.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Said } from './said.tsx'

const SEVERITIES: readonly (readonly [Severity, SvgIconComponent])[] = [
  ['error', ErrorOutline],
  ['warning', WarningAmber],
  ['info', InfoOutlined],
]

export function Health() {
  const translate = useTranslate()
  const server = useAnswer<ServerFacts>('api/doctor/server/')
  const doctor = useAnswer<Report>('api/doctor/')
  const failure = server.failure ?? doctor.failure
  return (
    <Stack spacing={2} sx={{ py: 2 }}>
      <Title title="a2b.health.title" />
      {failure !== undefined && <Alert severity="error">{translate(failure, { _: failure })}</Alert>}
      {server.answer && <Versions facts={server.answer} />}
      <Box>
        <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', gap: 2, mb: 1 }}>
          <Typography variant="h6" component="h2">
            {translate('a2b.health.findings')}
          </Typography>
          <Button size="small" variant="outlined" disabled={doctor.isPending} onClick={doctor.again}>
            {translate('a2b.health.again')}
          </Button>
        </Stack>
        {doctor.isPending && <LinearProgress aria-label={translate('a2b.health.looking')} />}
        {doctor.answer && <Findings report={doctor.answer} />}
      </Box>
      {server.answer && <Plugins plugins={server.answer.plugins} />}
    </Stack>
  )
}

function Versions({ facts: { version, node, database, uptime, schema } }: { readonly facts: ServerFacts }) {
  const translate = useTranslate()
  const facts: readonly [string, string][] = [
    ['a2billing-api', version],
    ['Node', node],
    [translate('a2b.health.database'), `${database.name}, ${database.version}`],
    [translate('a2b.health.running'), duration(uptime)],
    [translate('a2b.health.schema'), translate(`a2b.health.schema_${schema.status}`)],
  ]
  return (
    <Card>
      <CardContent>
        <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 2, m: 0 }}>
          {facts.map(([name, value]) => (
            <Box key={name}>
              <Box component="dt" sx={{ typography: 'caption', color: 'text.secondary' }}>
                {name}
              </Box>
              <Typography component="dd" variant="body2" sx={{ m: 0 }}>
                {value}
              </Typography>
            </Box>
          ))}
        </Box>
        {schema.differences.length > 0 && (
          <Box component="ul" sx={{ mb: 0 }}>
            {schema.differences.map(({ text }) => (
              <Typography key={text} component="li" variant="body2">
                {text}
              </Typography>
            ))}
          </Box>
        )}
      </CardContent>
    </Card>
  )
}

/** The two largest units: `3 d 4 h`, `12 min`. */
function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const
  const first = parts.findIndex(([count]) => count > 0)
  const shown = first === -1 ? parts.slice(-1) : parts.slice(first, first + 2)
  return shown.map(([count, unit]) => `${count} ${unit}`).join(' ')
}

function Findings({ report: { findings, checks } }: { readonly report: Report }) {
  const translate = useTranslate()
  if (findings.length === 0) {
    return (
      <Alert severity="success" icon={<CheckCircle />}>
        {translate('a2b.health.well', { checks: checks.length })}
      </Alert>
    )
  }
  return (
    <Stack spacing={2}>
      {SEVERITIES.map(([severity, Icon]) => {
        const own = findings.filter((finding) => finding.severity === severity)
        if (own.length === 0) return null
        return (
          <Card key={severity}>
            <CardContent>
              <Stack direction="row" spacing={1} sx={{ alignItems: 'center', color: `${severity}.main` }}>
                <Icon fontSize="small" />
                <Typography variant="subtitle1" component="h3" sx={{ fontWeight: 600 }}>
                  {`${translate(`a2b.health.${severity}`)} (${own.length})`}
                </Typography>
              </Stack>
              {own.map((finding) => (
                <FindingOf key={`${finding.code} ${finding.where}`} finding={finding} />
              ))}
            </CardContent>
          </Card>
        )
      })}
    </Stack>
  )
}

/** Places beyond so many are behind a click. */
const DETAILS = 5

function FindingOf({ finding: { code, where, what, why, next, details = [] } }: { readonly finding: Finding }) {
  const translate = useTranslate()
  const list = (lines: readonly string[]) => (
    <Box component="ul" sx={{ my: 1, pl: 3 }}>
      {lines.map((line) => (
        <Typography key={line} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {line}
        </Typography>
      ))}
    </Box>
  )
  return (
    <Box component="section" sx={{ pt: 2, mt: 2, borderTop: 1, borderColor: 'divider' }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 2, flexWrap: 'wrap' }}>
        <Typography variant="subtitle2" component="h4" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {where}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {code}
        </Typography>
      </Stack>
      <Typography variant="body2">{what}</Typography>
      {list(details.slice(0, DETAILS))}
      {details.length > DETAILS && (
        <Box component="details" sx={{ mb: 1, '& summary': { cursor: 'pointer', typography: 'body2' } }}>
          <summary>{translate('a2b.health.more', { count: details.length - DETAILS })}</summary>
          {list(details.slice(DETAILS))}
        </Box>
      )}
      <Typography variant="body2" color="text.secondary" sx={{ my: 1 }}>
        {why}
      </Typography>
      <Said text={next} />
    </Box>
  )
}

function Plugins({ plugins }: { readonly plugins: readonly PluginFacts[] }) {
  const translate = useTranslate()
  return (
    <Card>
      <CardContent>
        <Typography variant="h6" component="h2" gutterBottom>
          {translate('a2b.health.plugins')}
        </Typography>
        <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('a2b.health.plugins')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {['plugin', 'routes', 'tables', 'permissions'].map((word) => (
                  <TableCell key={word}>{translate(`a2b.health.${word}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {plugins.map(({ name, routes, resources, permissions }) => (
                <TableRow key={name} sx={{ verticalAlign: 'top' }}>
                  <TableCell component="th" scope="row">
                    {name}
                  </TableCell>
                  {[routes, resources, permissions].map((lines, index) => (
                    <TableCell key={index}>
                      {lines.length === 0 ? '–' : lines.map((line) => <div key={line}>{line}</div>)}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      </CardContent>
    </Card>
  )
}
