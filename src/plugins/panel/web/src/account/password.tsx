/** The own password: every other session of the user ends with it. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import CardContent from '@mui/material/CardContent'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState, type FormEvent } from 'react'
import { Title, useTranslate } from 'react-admin'
import { changePassword } from '../api/session.ts'

export function Password() {
  const translate = useTranslate()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [said, setSaid] = useState<{ readonly severity: 'success' | 'error'; readonly text: string }>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    try {
      await changePassword(current, next)
      setCurrent('')
      setNext('')
      setSaid({ severity: 'success', text: 'a2b.password.done' })
    } catch (error) {
      setSaid({ severity: 'error', text: (error as Error).message })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card sx={{ maxWidth: 480, my: 2 }}>
      <Title title="a2b.password.title" />
      <CardContent>
        <Stack component="form" spacing={2} onSubmit={(event) => void submit(event)}>
          <TextField
            label={translate('a2b.password.current')}
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={({ target }) => setCurrent(target.value)}
          />
          <TextField
            label={translate('a2b.password.next')}
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={({ target }) => setNext(target.value)}
          />
          {said && (
            <Alert severity={said.severity} role="status">
              {translate(said.text, { _: said.text })}
            </Alert>
          )}
          <Button type="submit" variant="contained" disabled={isBusy || current === '' || next === ''}>
            {translate('ra.action.save')}
          </Button>
        </Stack>
      </CardContent>
    </Card>
  )
}
