/** A row: its fields, what refers to it, and what can be done with it. */
import Box from '@mui/material/Box'
import {
  EditButton,
  Show,
  TabbedShowLayout,
  TabbedShowLayoutTabs,
  TopToolbar,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import type { ResourceMetadata } from '../api/metadata.ts'
import { metadata, resourceNamed } from '../api/metadata.ts'
import { translated } from '../i18n/translated.ts'
import { UserRights } from '../account/rights.tsx'
import { ActionButton, actionsOn } from './action-button.tsx'
import { CustomerSummary } from './customer-summary.tsx'
import { DeleteButton } from './delete-button.tsx'
import { ShowFailure } from './failure.tsx'
import { Fact } from './fact.tsx'
import { History } from './history.tsx'
import { Related } from './related.tsx'

/** Those that an operator looks for first, of what refers to a row. */
const FIRST = ['call', 'logpayment', 'logrefill', 'charge', 'callerid', 'sipbuddies', 'iaxbuddies', 'did', 'invoice']

export function ResourceShow({ resource }: { readonly resource: ResourceMetadata }) {
  return (
    <Show title={<Title resource={resource} />} actions={<Actions resource={resource} />} error={<ShowFailure />}>
      <Box sx={{ minWidth: 0 }}>
        {resource.name === 'card' && <CustomerSummary resource={resource} />}
        <RowTabs resource={resource} />
      </Box>
    </Show>
  )
}

export function RowTabs({ resource }: { readonly resource: ResourceMetadata }) {
  const related = resource.referredBy
    .filter(({ to }) => resource.key.length === 1 && resource.key[0] === to)
    .flatMap(({ resource: name, field }) => {
      const other = resourceNamed(name)
      return other ? [{ other, field }] : []
    })
    .toSorted((a, b) => rank(a.other.name) - rank(b.other.name))
  return (
    <TabbedShowLayout
      syncWithLocation={false}
      tabs={<TabbedShowLayoutTabs variant="scrollable" scrollButtons="auto" allowScrollButtonsMobile />}
    >
      <TabbedShowLayout.Tab label="a2b.show.row">
        <Fields resource={resource} />
      </TabbedShowLayout.Tab>
      {resource.name === 'user' && (
        <TabbedShowLayout.Tab label="a2b.rights.title">
          <UserRights />
        </TabbedShowLayout.Tab>
      )}
      {related.map(({ other, field }) => (
        <TabbedShowLayout.Tab key={`${other.name}.${field}`} label={other.label}>
          <Related resource={other} target={field} />
        </TabbedShowLayout.Tab>
      ))}
      {metadata()
        .panels.filter((panel) => panel.resource === resource.name)
        .map(({ label, of, field }) => {
          const other = resourceNamed(of)
          return (
            other && (
              <TabbedShowLayout.Tab key={`${of}.${field}`} label={label}>
                <Related resource={other} target={field} />
              </TabbedShowLayout.Tab>
            )
          )
        })}
      {resourceNamed('audit') && resource.name !== 'audit' && (
        <TabbedShowLayout.Tab label="a2b.show.history">
          <History of={resource.name} />
        </TabbedShowLayout.Tab>
      )}
    </TabbedShowLayout>
  )
}

function rank(name: string): number {
  const found = FIRST.indexOf(name)
  return found === -1 ? FIRST.length : found
}

/** In columns, as many as there is room for. */
function Fields({ resource }: { readonly resource: ResourceMetadata }) {
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))', gap: 2, m: 0, py: 1 }}
    >
      {resource.fields.map((field) => (
        <Fact key={field.name} field={field} />
      ))}
    </Box>
  )
}

function Title({ resource }: { readonly resource: ResourceMetadata }) {
  const translate = useTranslate()
  const record = useRecordContext()
  const name: unknown = record?.[resource.display]
  return (
    <span>{`${translated(translate, resource.label)}: ${name === undefined || name === null || name === '' ? (record?.id ?? '') : String(name)}`}</span>
  )
}

/** Nothing can be done with a row that is not there. */
export function Actions({ resource }: { readonly resource: ResourceMetadata }) {
  if (!useRecordContext()) return null
  return (
    <TopToolbar sx={{ flexWrap: 'wrap' }}>
      {actionsOn(resource.name, 'row').map((action) => (
        <ActionButton key={action.operationId} action={action} />
      ))}
      {resource.operations.update && <EditButton />}
      {resource.operations.delete && <DeleteButton resource={resource} />}
    </TopToolbar>
  )
}
