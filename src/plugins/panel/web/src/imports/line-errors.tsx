/** What is wrong with which lines of a file. */
import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { LineError } from './import-file.ts'

/** More than anybody reads; the file is corrected, and checked once more. */
const MOST = 200

/** @param count - how many there are, where not all are told */
export function LineErrors({
  errors,
  count = errors.length,
}: {
  readonly errors: readonly LineError[]
  readonly count?: number
}) {
  const translate = useTranslate()
  if (errors.length === 0) return null
  const shown = errors.slice(0, MOST)
  return (
    <Box
      tabIndex={0}
      role="region"
      aria-label={translate('a2b.import.wrong')}
      sx={{ maxHeight: 260, overflow: 'auto' }}
    >
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell align="right">{translate('a2b.import.line')}</TableCell>
            <TableCell>{translate('a2b.import.wrong')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map(({ line, detail }, index) => (
            <TableRow key={index}>
              <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums', verticalAlign: 'top' }}>
                {line}
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{detail}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {count > shown.length && (
        <Typography variant="body2" sx={{ p: 1 }}>
          {translate('a2b.import.first', { count: shown.length })}
        </Typography>
      )}
    </Box>
  )
}
