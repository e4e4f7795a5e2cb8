/** What a user may do, as the server applies it: grants, roles and the default put together. */
import Typography from '@mui/material/Typography'
import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Stack from '@mui/material/Stack'
import { useRecordContext, useTranslate } from 'react-admin'
import { useAnswer } from '../api/use-answer.ts'

type Rights = Readonly<Record<string, unknown>>

export function UserRights() {
  const record = useRecordContext()
  const translate = useTranslate()
  const { answer: rights, failure } = useAnswer<Rights>(
    record && `api/user/${encodeURIComponent(String(record.id))}/permissions/`,
  )
  if (failure !== undefined) return <Typography color="error">{translate(failure, { _: failure })}</Typography>
  const lists = Object.entries(rights ?? {}).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))
  return (
    <Stack spacing={2} sx={{ py: 1 }}>
      {lists.map(([name, values]) => (
        <Box key={name}>
          <Typography variant="subtitle2" component="h3" gutterBottom>
            {translate(`a2b.rights.${name}`, { _: name })}
          </Typography>
          <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
            {values.length === 0 && <Typography color="text.secondary">{translate('a2b.list.none')}</Typography>}
            {values.map((value) => {
              const text = typeof value === 'string' ? value : JSON.stringify(value)
              return <Chip key={text} size="small" variant="outlined" label={text} />
            })}
          </Stack>
        </Box>
      ))}
    </Stack>
  )
}
