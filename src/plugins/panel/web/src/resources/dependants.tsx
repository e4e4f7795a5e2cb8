/** Why a row cannot be deleted: what depends on it, each with the way to its rows. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router-dom'
import { useTranslate } from 'react-admin'
import { isProblem } from '../api/client.ts'
import type { Row } from '../api/data-provider.ts'
import { resourceNamed, type ResourceMetadata } from '../api/metadata.ts'
import { translated } from '../i18n/translated.ts'

interface Props {
  readonly resource: ResourceMetadata
  readonly record: Row
  /** Of the server. */
  readonly error: unknown
}

export function Dependants({ resource, record, error }: Props) {
  const translate = useTranslate()
  const { message } = error as { message: string }
  const named = isProblem(error, 'has-dependants') ? namesIn(message) : undefined
  if (!named) return translate(message, { _: message })
  return (
    <>
      <Typography variant="body2">{translate('a2b.delete.dependants')}</Typography>
      <Box component="ul" sx={{ my: 1, pl: 3 }}>
        {named.resources.map((name) => {
          const label = translated(translate, resourceNamed(name)?.label ?? name)
          const { field, to } = resource.referredBy.find((it) => it.resource === name) ?? {}
          return (
            <Typography key={name} component="li" variant="body2">
              {field === undefined || to === undefined ? (
                label
              ) : (
                <Link component={RouterLink} to={listOf(name, field, record[to])}>
                  {label}
                </Link>
              )}
            </Typography>
          )
        })}
        {named.hasOthers && (
          <Typography component="li" variant="body2">
            {translate('a2b.delete.others')}
          </Typography>
        )}
      </Box>
      <Typography variant="body2">{translate('a2b.delete.first')}</Typography>
    </>
  )
}

function listOf(name: string, field: string, value: unknown): string {
  return `/${name}?filter=${encodeURIComponent(JSON.stringify({ [field]: value }))}`
}

/** @returns undefined where the sentence is another one: it is shown as it is then */
function namesIn(sentence: string): { readonly resources: readonly string[]; readonly hasOthers: boolean } | undefined {
  const found = /^(?:Rows of (?<names>\w+(?:, \w+)*)(?<others> and other rows)?|Other rows) refer to /.exec(sentence)
  if (!found) return undefined
  const { names, others } = found.groups ?? {}
  return { resources: names?.split(', ') ?? [], hasOthers: names === undefined || others !== undefined }
}
