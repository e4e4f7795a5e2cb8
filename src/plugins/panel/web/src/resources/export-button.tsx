/** All rows of the list as CSV, streamed by the API: the browser saves them while they come. */
import Download from '@mui/icons-material/Download'
import { Button, useListContext, useResourceContext } from 'react-admin'
import { addressOf } from '../api/client.ts'
import { withoutSecrets } from '../api/data-provider.ts'
import { queryOf } from '../api/query.ts'

export function ExportButton() {
  const resource = useResourceContext()
  const { filterValues, sort } = useListContext()
  const query = withoutSecrets(resource ?? '', queryOf({ sort, filter: filterValues }))
  query.set('format', 'csv')
  return (
    <Button label="a2b.list.csv" component="a" href={addressOf(`api/${resource}/?${query}`)} download>
      <Download />
    </Button>
  )
}
