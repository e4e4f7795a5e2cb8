/** A few rows on a card of the dashboard: the first cell leads on. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import CardContent from '@mui/material/CardContent'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router-dom'
import { useTranslate } from 'react-admin'

export interface ShortRow {
  readonly id: string
  readonly cells: readonly string[]
  /** Where the first cell leads. */
  readonly to?: string
}

interface ShortListProps {
  readonly title: string
  /** Names of words. */
  readonly heads: readonly string[]
  readonly isPending: boolean
  readonly failure: string | undefined
  readonly rows: readonly ShortRow[] | undefined
}

export function ShortList({ title, heads, isPending, failure, rows }: ShortListProps) {
  const translate = useTranslate()
  return (
    <Card>
      <CardContent>
        <Typography variant="h6" component="h2" gutterBottom>
          {title}
        </Typography>
        {isPending && <LinearProgress aria-label={translate('ra.page.loading')} />}
        {failure !== undefined && <Alert severity="error">{translate(failure, { _: failure })}</Alert>}
        {failure === undefined && rows?.length === 0 && (
          <Typography color="text.secondary">{translate('a2b.dashboard.empty')}</Typography>
        )}
        {failure === undefined && rows && rows.length > 0 && (
          <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={title}>
            <Table size="small">
              <TableHead>
                <TableRow>
                  {heads.map((head, index) => (
                    <TableCell key={head} align={index === 0 ? 'left' : 'right'} sx={{ px: 1 }}>
                      {translate(head, { _: head })}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {rows.map(({ id, cells: [first = '', ...others], to }) => (
                  <TableRow key={id}>
                    <TableCell component="th" scope="row" sx={{ px: 1 }}>
                      {to === undefined ? (
                        first
                      ) : (
                        <Link component={RouterLink} to={to}>
                          {first}
                        </Link>
                      )}
                    </TableCell>
                    {others.map((cell, index) => (
                      <TableCell
                        key={heads[index + 1]}
                        align="right"
                        sx={{ px: 1, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
                      >
                        {cell}
                      </TableCell>
                    ))}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Box>
        )}
      </CardContent>
    </Card>
  )
}
