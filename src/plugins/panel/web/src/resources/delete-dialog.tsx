/** Asks, before anybody confirms it, what would become of a delete: what depends on the row, and whether it would be refused. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useDelete, useNotify, useRecordContext, useRedirect, useRefresh, useTranslate } from 'react-admin'
import { isUnknown } from '../api/client.ts'
import type { ResourceMetadata } from '../api/metadata.ts'
import { translated } from '../i18n/translated.ts'
import { Dependants } from './dependants.tsx'
import { useTrial } from './use-trial.ts'

interface Props {
  readonly resource: ResourceMetadata
  onClose(): void
}

export function DeleteDialog({ resource, onClose }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const redirect = useRedirect()
  const refresh = useRefresh()
  const record = useRecordContext()
  const id = String(record?.id)
  const { trial, again } = useTrial(resource.name, id)
  const [failure, setFailure] = useState<unknown>()
  const [remove, { isPending: isDeleting }] = useDelete()
  const close = (): void => {
    if (isDeleting) return
    // What may have been done is to be seen, too.
    if (failure !== undefined) refresh()
    onClose()
  }
  const confirm = (): void => {
    setFailure(undefined)
    void remove(
      resource.name,
      { id, previousData: record },
      {
        mutationMode: 'pessimistic',
        onSuccess: () => {
          notify('ra.notification.deleted', { type: 'info', messageArgs: { smart_count: 1 } })
          redirect('list', resource.name)
        },
        onError: setFailure,
      },
    )
  }
  const words = (error: unknown): string => {
    const { message } = error as { message: string }
    return translate(message, { _: message })
  }
  const name = String(record?.[resource.display] ?? '') || `#${id}`
  return (
    <Dialog open onClose={close} aria-labelledby="delete-title" fullWidth maxWidth="xs">
      <DialogTitle id="delete-title" sx={{ overflowWrap: 'anywhere' }}>
        {`${translate('ra.action.delete')}: ${translated(translate, resource.label)}, ${name}`}
      </DialogTitle>
      <DialogContent>
        {trial.step === 'asking' && <LinearProgress aria-label={translate('a2b.delete.asking')} />}
        {trial.step === 'refused' && failure === undefined && (
          <Alert severity="warning" role="status">
            <Dependants resource={resource} record={record ?? {}} error={trial.error} />
          </Alert>
        )}
        {trial.step === 'unknown' && failure === undefined && (
          <Alert
            severity="info"
            role="status"
            action={
              <Button color="inherit" size="small" onClick={again}>
                {translate('a2b.list.again')}
              </Button>
            }
          >
            {`${translate('a2b.delete.not_asked')} ${words(trial.error)}`}
          </Alert>
        )}
        {trial.step === 'free' && failure === undefined && (
          <Typography variant="body2" role="status">
            {translate('a2b.delete.free')}
          </Typography>
        )}
        {failure !== undefined && (
          <Alert severity="error">
            {isUnknown(failure) ? (
              translate('a2b.delete.unknown')
            ) : (
              <Dependants resource={resource} record={record ?? {}} error={failure} />
            )}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={close} disabled={isDeleting}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant="contained"
          color="error"
          onClick={confirm}
          disabled={isDeleting || trial.step === 'asking' || trial.step === 'refused'}
        >
          {translate('ra.action.delete')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
