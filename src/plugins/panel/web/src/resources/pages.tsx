/** Back and on: nothing is counted, so there is no last page to go to. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useListContext, useTranslate } from 'react-admin'

export function Pages() {
  const { page, setPage, hasNextPage, hasPreviousPage, isPending, data } = useListContext()
  const translate = useTranslate()
  if (isPending || (!hasNextPage && !hasPreviousPage)) return null
  return (
    <Stack
      component="nav"
      aria-label={translate('ra.navigation.page')}
      direction="row"
      spacing={2}
      sx={{ alignItems: 'center', justifyContent: 'flex-end', p: 1 }}
    >
      <Typography variant="body2" color="text.secondary">
        {translate('a2b.list.page', { page, rows: data?.length ?? 0 })}
      </Typography>
      <Button size="small" disabled={!hasPreviousPage} onClick={() => setPage(page - 1)}>
        {translate('ra.navigation.previous')}
      </Button>
      <Button size="small" disabled={!hasNextPage} onClick={() => setPage(page + 1)}>
        {translate('ra.navigation.next')}
      </Button>
    </Stack>
  )
}
