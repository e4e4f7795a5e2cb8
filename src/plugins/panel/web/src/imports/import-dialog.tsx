/**
 * A file to rows: chosen, checked, imported.
 *
 * An import that was broken off is gone on with under the same key, though the dialog was closed meanwhile: no line is
 * stored twice.
 */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { useRefresh, useTranslate } from 'react-admin'
import { newKey } from '../api/client.ts'
import type { ResourceMetadata } from '../api/metadata.ts'
import { translated } from '../i18n/translated.ts'
import { importFile, type LineError, lineErrorsOf, type Order, type Progress, type Report } from './import-file.ts'
import { ImportForm } from './import-form.tsx'
import { LineErrors } from './line-errors.tsx'

/** By resource: what was begun, and has not come to its end. */
const unsettled = new Map<string, { readonly order: Order; readonly key: string }>()

type State =
  | { readonly step: 'form' }
  | { readonly step: 'sending'; readonly isDryRun: boolean; readonly progress?: Progress }
  | { readonly step: 'refused'; readonly message: string; readonly errors: readonly LineError[] }
  | { readonly step: 'checked' | 'done'; readonly report: Report }
  | { readonly step: 'broken'; readonly progress?: Progress }

interface Props {
  readonly resource: ResourceMetadata
  onClose(): void
}

export function ImportDialog({ resource, onClose }: Props) {
  const translate = useTranslate()
  const refresh = useRefresh()
  const pending = unsettled.get(resource.name)
  const [order, setOrder] = useState<Partial<Order>>(pending?.order ?? {})
  const [state, setState] = useState<State>({ step: pending ? 'broken' : 'form' })
  const stopping = useRef<AbortController>(undefined)
  const isSending = state.step === 'sending'

  const change = (changed: Partial<Order>): void => {
    setOrder({ ...order, ...changed })
    setState({ step: 'form' })
  }
  const send = async (isDryRun: boolean): Promise<void> => {
    const { file } = order
    if (!file || isSending) return
    const whole: Order = { set: {}, on: '', isSkipping: false, ...order, file, resource: resource.name }
    const key = unsettled.get(resource.name)?.key ?? newKey()
    let progress: Progress | undefined
    const onProgress = (now: Progress): void => {
      progress = now
      setState({ step: 'sending', isDryRun, progress: now })
    }
    stopping.current = new AbortController()
    setState({ step: 'sending', isDryRun })
    if (!isDryRun) unsettled.set(resource.name, { order: whole, key })
    try {
      const report = await importFile(whole, { isDryRun, key, signal: stopping.current.signal, onProgress })
      unsettled.delete(resource.name)
      setState({ step: isDryRun ? 'checked' : 'done', report })
    } catch (error) {
      const { status = 0, message } = error as { status?: number; message: string }
      const isOpen = !isDryRun && (status === 0 || status >= 500)
      if (!isOpen) unsettled.delete(resource.name)
      setState(
        isOpen
          ? { step: 'broken', ...(progress && { progress }) }
          : { step: 'refused', message: translate(message, { _: message }), errors: lineErrorsOf(error) },
      )
    }
  }
  const close = (): void => {
    if (isSending) return
    if (state.step === 'done' || state.step === 'broken') refresh()
    onClose()
  }
  const label = translated(translate, resource.label)

  return (
    <Dialog open onClose={close} aria-labelledby="import-title" fullWidth maxWidth="sm">
      <DialogTitle id="import-title">{translate('a2b.import.title', { resource: label })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {state.step !== 'done' && (
            <ImportForm
              resource={resource}
              order={order}
              isDisabled={isSending || state.step === 'broken'}
              onChange={change}
            />
          )}
          <div role="status">
            <Told state={state} />
          </div>
        </Stack>
      </DialogContent>
      <DialogActions>
        {isSending ? (
          <Button onClick={() => stopping.current?.abort()}>{translate('a2b.import.stop')}</Button>
        ) : (
          <Button onClick={close}>{translate(state.step === 'done' ? 'ra.action.close' : 'ra.action.cancel')}</Button>
        )}
        {state.step !== 'done' && state.step !== 'broken' && (
          <Button variant="outlined" disabled={!order.file || isSending} onClick={() => void send(true)}>
            {translate('a2b.import.check')}
          </Button>
        )}
        {state.step !== 'done' && (
          <Button variant="contained" disabled={!order.file || isSending} onClick={() => void send(false)}>
            {translate(state.step === 'broken' ? 'a2b.import.go_on' : 'a2b.import.button')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

function Told({ state }: { readonly state: State }) {
  const translate = useTranslate()
  switch (state.step) {
    case 'form':
      return null
    case 'sending':
      return <Going isDryRun={state.isDryRun} progress={state.progress} />
    case 'refused':
      return (
        <Stack spacing={1}>
          <Alert severity="error">{state.errors.length > 0 ? translate('a2b.import.refused') : state.message}</Alert>
          <LineErrors errors={state.errors} />
        </Stack>
      )
    case 'broken':
      return (
        <Alert severity="warning">
          {translate('a2b.import.broken', { done: state.progress?.done ?? 0, lines: state.progress?.lines ?? '?' })}
        </Alert>
      )
    default:
      return <Result isDone={state.step === 'done'} report={state.report} />
  }
}

function Going({ isDryRun, progress }: { readonly isDryRun: boolean; readonly progress: Progress | undefined }) {
  const translate = useTranslate()
  const { done = 0, lines = 0 } = progress ?? {}
  const label = translate(isDryRun ? 'a2b.import.checking' : 'a2b.import.importing')
  return (
    <Stack spacing={0.5}>
      <Typography variant="body2">
        {progress ? `${label}: ${translate('a2b.import.progress', { done, lines })}` : label}
      </Typography>
      <LinearProgress
        aria-label={label}
        {...(progress && lines > 0 && { variant: 'determinate', value: (100 * done) / lines })}
      />
    </Stack>
  )
}

function Result({ isDone, report }: { readonly isDone: boolean; readonly report: Report }) {
  const translate = useTranslate()
  const { lines, created, updated, failed, problems, isOnlyChecked } = report
  return (
    <Stack spacing={1}>
      <Alert severity={failed > 0 ? 'warning' : 'success'}>
        <Typography variant="subtitle2">
          {translate(isDone ? 'a2b.import.done' : 'a2b.import.checked', { lines, created, updated, failed })}
        </Typography>
        {!isDone && isOnlyChecked && <Typography variant="body2">{translate('a2b.import.only_checked')}</Typography>}
      </Alert>
      <LineErrors errors={problems} count={failed} />
    </Stack>
  )
}
