/**
 * What a plugin offers on a row, such as Refill: a form made of its body's schema, asked about before it is sent, once.
 *
 * What moves money is sent with a key that is made when the dialog opens: however often it is pressed or tried again, it
 * is done once.
 */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState, type FormEvent } from 'react'
import { useRecordContext, useRefresh, useTranslate } from 'react-admin'
import { isUnknown, send } from '../api/client.ts'
import type { Row } from '../api/data-provider.ts'
import { type ActionMetadata, resourceNamed } from '../api/metadata.ts'
import { wordsOf } from './words.ts'

interface Property {
  readonly type: string | readonly string[]
  readonly pattern?: string
  readonly description: string
}

interface Body {
  readonly required: readonly string[]
  readonly properties: Readonly<Record<string, Property>>
}

/** By address: what was sent of which nobody knows what became, with the key under which it is done once. */
const unsettled = new Map<string, { readonly key: string; readonly values: Readonly<Record<string, string>> }>()

interface DialogProps {
  readonly action: ActionMetadata
  readonly label: string
  readonly idempotencyKey: string
  onClose(): void
}

type State =
  | { readonly step: 'form' | 'confirm' | 'sending' }
  | { readonly step: 'failed'; readonly message: string; readonly isUnknown: boolean }
  | { readonly step: 'done'; readonly answer: Row }

export function ActionDialog({ action, label, idempotencyKey, onClose }: DialogProps) {
  const translate = useTranslate()
  const refresh = useRefresh()
  const record = useRecordContext()
  const body = action.body as Body | undefined
  const path = action.path.replace(/\{\w+\}/, encodeURIComponent(String(record?.id)))
  const pending = unsettled.get(path)
  const [values, setValues] = useState(pending?.values ?? {})
  const [state, setState] = useState<State>(
    pending ? { step: 'failed', message: '', isUnknown: true } : { step: 'form' },
  )
  const names = Object.keys(body?.properties ?? {})
  // The same is sent again, and nothing else, until it is known what became of it.
  const isUnsettled = state.step === 'failed' && state.isUnknown && action.isIdempotent
  const wrong = names.filter((name) => !isRight(body, name, values[name] ?? ''))

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    // It bubbles to the form of the page otherwise.
    event.stopPropagation()
    if (state.step === 'sending' || state.step === 'done' || wrong.length > 0) return
    if (state.step === 'form' && action.confirm) return setState({ step: 'confirm' })
    setState({ step: 'sending' })
    try {
      const given = names.filter((name) => values[name] !== undefined && values[name] !== '')
      const answer = await send<Row>(path, {
        method: action.method as 'POST',
        body: Object.fromEntries(given.map((name) => [name, values[name]])),
        ...(action.isIdempotent && { headers: { 'Idempotency-Key': pending?.key ?? idempotencyKey } }),
      })
      unsettled.delete(path)
      setState({ step: 'done', answer })
    } catch (error) {
      const isLost = isUnknown(error)
      if (isLost && action.isIdempotent) unsettled.set(path, { key: pending?.key ?? idempotencyKey, values })
      else unsettled.delete(path)
      setState({ step: 'failed', message: (error as Error).message, isUnknown: isLost })
    }
  }
  const close = (): void => {
    if (state.step === 'sending') return
    // What may have been done is to be seen, too.
    if (state.step === 'done' || state.step === 'failed') refresh()
    onClose()
  }

  return (
    <Dialog open onClose={close} aria-labelledby="action-title" fullWidth maxWidth="xs">
      <form
        onSubmit={(event) => void submit(event)}
        // A key that is held down asks and answers at once.
        onKeyDown={(event) => event.repeat && event.key === 'Enter' && event.preventDefault()}
        noValidate
      >
        <DialogTitle id="action-title">{label}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            {record && action.place === 'row' && (
              <Whom resource={action.resource} record={record} isBefore={state.step !== 'done'} />
            )}
            {state.step !== 'done' &&
              names.map((name, index) => (
                <TextField
                  key={name}
                  autoFocus={index === 0}
                  label={translate(`a2b.action.field.${name}`, { _: wordsOf(name) })}
                  required={body?.required.includes(name) ?? false}
                  value={values[name] ?? ''}
                  disabled={state.step === 'sending' || state.step === 'confirm' || isUnsettled}
                  error={(values[name] ?? '') !== '' && wrong.includes(name)}
                  helperText={
                    (values[name] ?? '') !== '' && wrong.includes(name) ? body?.properties[name]?.description : ' '
                  }
                  onChange={({ target }) => {
                    setValues({ ...values, [name]: target.value })
                    // Another amount after a failure is asked about again.
                    setState({ step: 'form' })
                  }}
                  slotProps={{
                    htmlInput: { inputMode: isNumeric(body, name) ? 'decimal' : 'text', autoComplete: 'off' },
                  }}
                />
              ))}
            {state.step === 'confirm' && (
              <Alert severity="warning" role="status">
                {`${label}: ${names.flatMap((name) => values[name] || []).join(', ')}. ${translate('a2b.action.sure')}`}
              </Alert>
            )}
            {state.step === 'failed' && (
              <Alert severity="error">
                {!state.isUnknown && translate(state.message, { _: state.message })}
                {state.isUnknown && (
                  <Typography variant="body2">
                    {translate(action.isIdempotent ? 'a2b.action.unknown' : 'a2b.action.unknown_at_all')}
                  </Typography>
                )}
              </Alert>
            )}
            {state.step === 'done' && <Answer answer={state.answer} />}
          </Stack>
        </DialogContent>
        <DialogActions>
          {/* What is pressed next has the focus: nobody has to look for it. */}
          <Button
            key={state.step === 'done' ? 'close' : 'cancel'}
            autoFocus={state.step === 'done'}
            onClick={close}
            disabled={state.step === 'sending'}
          >
            {translate(state.step === 'done' ? 'ra.action.close' : 'ra.action.cancel')}
          </Button>
          {state.step !== 'done' && (
            <Button
              key={state.step === 'confirm' ? 'yes' : 'go'}
              autoFocus={state.step === 'confirm'}
              type="submit"
              variant="contained"
              disabled={state.step === 'sending' || wrong.length > 0}
            >
              {state.step === 'confirm' ? translate('a2b.action.yes') : label}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface WhomProps {
  readonly resource: string
  readonly record: Row
  /** Whether the balance is still that of the row. */
  readonly isBefore: boolean
}

/** Whose row it is, and what is on the account now, as far as they are known. */
function Whom({ resource, record, isBefore }: WhomProps) {
  const translate = useTranslate()
  const display = resourceNamed(resource)?.display ?? 'id'
  const words = [display, 'firstname', 'lastname', 'company_name'].map((name) => record[name])
  return (
    <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 2 }}>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {words.filter((word) => word !== undefined && word !== null && word !== '').join(' ')}
      </Typography>
      {isBefore && record['credit'] !== undefined && (
        <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
          {`${translate('a2b.action.balance')}: ${String(record['credit'])}`}
        </Typography>
      )}
    </Stack>
  )
}

function isNumeric(body: Body | undefined, name: string): boolean {
  return [body?.properties[name]?.type ?? []].flat().includes('number')
}

function isRight(body: Body | undefined, name: string, value: string): boolean {
  if (value === '') return !body?.required.includes(name)
  const { pattern } = body?.properties[name] ?? {}
  return pattern === undefined || new RegExp(pattern, 'u').test(value)
}

function Answer({ answer }: { readonly answer: Row }) {
  const translate = useTranslate()
  return (
    <Alert severity="success" role="status" sx={{ '& .MuiAlert-message': { width: '100%' } }}>
      <Typography variant="subtitle2" component="p">
        {translate('a2b.action.done')}
      </Typography>
      <Stack component="dl" spacing={0.5} sx={{ m: 0 }}>
        {Object.entries(answer).map(([name, value]) => (
          <Stack key={name} direction="row" sx={{ justifyContent: 'space-between', gap: 2 }}>
            <Typography component="dt" variant="body2">
              {translate(`a2b.action.field.${name}`, { _: wordsOf(name) })}
            </Typography>
            <Typography
              component="dd"
              variant="body2"
              sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }}
            >
              {String(value)}
            </Typography>
          </Stack>
        ))}
      </Stack>
    </Alert>
  )
}
