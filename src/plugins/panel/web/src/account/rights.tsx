/** What a user was granted, and what he may do in the end, as the server applies it. */
import Alert from '@mui/material/Alert'
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useRecordContext, useTranslate } from 'react-admin'
import { send } from '../api/client.ts'
import { metadata, resourceNamed } from '../api/metadata.ts'
import { useAnswer } from '../api/use-answer.ts'

interface Rights {
  readonly permissions: readonly string[]
  readonly masks: readonly string[]
  readonly scopes: readonly string[]
}

interface Grants {
  readonly objects: readonly { readonly id: number; readonly grant: string; readonly key: number | null }[]
}

interface Grantable {
  readonly roles: readonly { readonly grant: string; readonly title: string }[]
  readonly permissions: readonly string[]
}

export function UserRights() {
  const record = useRecordContext()
  const id = record && encodeURIComponent(String(record.id))
  const rights = useAnswer<Rights>(id && `api/user/${id}/permissions/`)
  const changed = rights.again
  return (
    <Stack spacing={3} sx={{ py: 1 }}>
      {id !== undefined && record?.['admin'] !== true && resourceNamed('grant') && (
        <Given user={id} onChange={changed} />
      )}
      <Effective rights={rights.answer} failure={rights.failure} />
    </Stack>
  )
}

function Effective({ rights, failure }: { readonly rights: Rights | undefined; readonly failure: string | undefined }) {
  const translate = useTranslate()
  if (failure !== undefined) return <Alert severity="error">{translate(failure, { _: failure })}</Alert>
  return (['permissions', 'masks', 'scopes'] as const).map((name) => (
    <Box key={name}>
      <Typography variant="subtitle2" component="h3" gutterBottom>
        {translate(`a2b.rights.${name}`)}
      </Typography>
      <Chips>
        {rights?.[name].length === 0 && <Typography color="text.secondary">{translate('a2b.list.none')}</Typography>}
        {rights?.[name].map((text) => (
          <Chip key={text} size="small" variant="outlined" label={text} />
        ))}
      </Chips>
    </Box>
  ))
}

function Chips({ children }: { readonly children: ReactNode }) {
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
      {children}
    </Stack>
  )
}

interface GivenProps {
  readonly user: string
  /** Another right was given, or one was taken away. */
  onChange(): void
}

function Given({ user, onChange }: GivenProps) {
  const translate = useTranslate()
  const grants = useAnswer<Grants>(`api/grant/?user=${user}&key__is_null=true&limit=1000`)
  const rolesPath = metadata().routes.find(({ operationId }) => operationId === 'listRoles')?.path
  const { answer: grantable } = useAnswer<Grantable>(rolesPath && `${rolesPath}/`)
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const { create, delete: remove } = resourceNamed('grant')?.operations ?? { create: false, delete: false }
  const titles = new Map(grantable?.roles.map(({ grant, title }) => [grant, title]))
  const options = [...titles.keys(), ...(grantable?.permissions ?? [])]

  const change = async (path: string, sent: Parameters<typeof send>[1]): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      await send(path, sent)
      setText('')
      grants.again()
      onChange()
    } catch (error) {
      setFailure((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  const give = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() !== '')
      void change('api/grant/', { method: 'POST', body: { user: Number(user), grant: text.trim() } })
  }
  return (
    <Box>
      <Typography variant="subtitle2" component="h3" gutterBottom>
        {translate('a2b.rights.given')}
      </Typography>
      <Chips>
        {grants.answer?.objects.length === 0 && (
          <Typography color="text.secondary">{translate('a2b.rights.default')}</Typography>
        )}
        {grants.answer?.objects.map(({ id, grant }) => (
          <Chip
            key={id}
            label={titles.has(grant) ? `${grant}: ${titles.get(grant)}` : grant}
            disabled={isBusy}
            {...(remove && {
              onDelete: () => void change(`api/grant/${id}/`, { method: 'DELETE' }),
              title: translate('a2b.rights.take'),
            })}
          />
        ))}
      </Chips>
      {create && (
        <Stack
          component="form"
          direction={{ xs: 'column', sm: 'row' }}
          spacing={1}
          onSubmit={give}
          sx={{ mt: 2, maxWidth: 720 }}
        >
          <Autocomplete
            freeSolo
            fullWidth
            size="small"
            options={options}
            getOptionLabel={(option) => option}
            renderOption={({ key, ...props }, option) => (
              <li key={key} {...props}>
                {titles.has(option) ? `${option}: ${titles.get(option)}` : option}
              </li>
            )}
            inputValue={text}
            onInputChange={(_, value) => setText(value)}
            renderInput={(params) => (
              <TextField {...params} label={translate('a2b.rights.give')} helperText={translate('a2b.rights.how')} />
            )}
          />
          <Button
            type="submit"
            variant="outlined"
            disabled={isBusy || text.trim() === ''}
            sx={{ alignSelf: 'flex-start' }}
          >
            {translate('ra.action.add')}
          </Button>
        </Stack>
      )}
      {failure !== undefined && (
        <Alert severity="error" role="status" sx={{ mt: 1 }}>
          {translate(failure, { _: failure })}
        </Alert>
      )}
    </Box>
  )
}
