/** Instead of rows that could not be had: why, and to try again. Nothing else would be true. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useEditContext, useListContext, useShowContext, useTranslate } from 'react-admin'

interface FailureProps {
  readonly error: unknown
  again(): unknown
}

function Failure({ error, again }: FailureProps) {
  const translate = useTranslate()
  const { message } = error as { message: string }
  return (
    <Alert
      severity="error"
      role="status"
      action={
        <Button color="inherit" size="small" onClick={() => void again()}>
          {translate('a2b.list.again')}
        </Button>
      }
    >
      {translate(message, { _: message })}
    </Alert>
  )
}

export function ListFailure() {
  const { error, refetch } = useListContext()
  return <Failure error={error} again={refetch} />
}

export function ShowFailure() {
  const { error, refetch } = useShowContext()
  return <Failure error={error} again={refetch} />
}

export function EditFailure() {
  const { error, refetch } = useEditContext()
  return <Failure error={error} again={refetch} />
}
