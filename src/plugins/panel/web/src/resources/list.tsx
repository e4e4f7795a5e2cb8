/** A resource's list: found by its filters, paged without a count, and drawn as cards where there is little room. */
import useMediaQuery from '@mui/material/useMediaQuery'
import type { Theme } from '@mui/material/styles'
import {
  CreateButton,
  FilterButton,
  List,
  SearchInput,
  SelectInput,
  SimpleList,
  TextInput,
  TopToolbar,
  useTranslate,
} from 'react-admin'
import type { FieldMetadata, ResourceMetadata } from '../api/metadata.ts'
import { translated } from '../i18n/translated.ts'
import { ImportButton } from '../imports/import-button.tsx'
import { ActionButton, actionsOn } from './action-button.tsx'
import { ColumnsButton } from './columns-button.tsx'
import { columnsOf, filterable } from './columns.ts'
import { ExportButton } from './export-button.tsx'
import { ListFailure } from './failure.tsx'
import { isStatus, labelOf, textOf, Value } from './field.tsx'
import { Pages } from './pages.tsx'
import { ReferenceFilter } from './reference-filter.tsx'
import { RowTable } from './row-table.tsx'

const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

export function filtersOf({ fields, search }: ResourceMetadata) {
  return [
    ...(search ? [<SearchInput key="q" source="q" alwaysOn sx={{ minWidth: 260 }} />] : []),
    ...fields.filter(filterable).flatMap((field) => filtersFor(field)),
  ]
}

function filtersFor(field: FieldMetadata) {
  const { name, type, choices, reference, sums } = field
  const label = labelOf(field)
  if (choices && !sums) {
    const list = choices.map((choice) => ({ id: choice.value, name: choice.label }))
    return [<SelectInput key={name} source={name} label={label} choices={list} format={asText} />]
  }
  if (reference) return [<ReferenceFilter key={name} field={field} source={name} label={label} />]
  switch (type) {
    case 'boolean': {
      const list = [
        { id: 'true', name: 'ra.boolean.true' },
        { id: 'false', name: 'ra.boolean.false' },
      ]
      return [<SelectInput key={name} source={name} label={label} choices={list} />]
    }
    case 'enum':
      return [
        <SelectInput
          key={name}
          source={name}
          label={label}
          choices={(field.values ?? []).map((id) => ({ id, name: id }))}
        />,
      ]
    case 'text':
    case 'longtext':
    case 'set':
      return [<TextInput key={name} source={`${name}__icontains`} label={label} />]
    default:
      return [
        <TextInput key={`${name}__gte`} source={`${name}__gte`} label={<Bound of={label} sign="≥" />} />,
        <TextInput key={`${name}__lte`} source={`${name}__lte`} label={<Bound of={label} sign="≤" />} />,
      ]
  }
}

/** `Created ≥`, in the user's language. */
function Bound({ of, sign }: { readonly of: string; readonly sign: string }) {
  return <>{`${translated(useTranslate(), of)} ${sign}`}</>
}

export function ResourceList({ resource, title }: { readonly resource: ResourceMetadata; readonly title?: string }) {
  const isSmall = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const translate = useTranslate()
  const columns = columnsOf(resource)
  const status = columns.find(isStatus)
  return (
    <List
      title={translated(translate, title ?? resource.label)}
      resource={resource.name}
      filters={filtersOf(resource)}
      actions={<Actions resource={resource} hasColumns={!isSmall} />}
      sort={{ field: resource.key[0] ?? '', order: 'DESC' }}
      perPage={25}
      pagination={<Pages />}
      exporter={false}
      empty={false}
      error={<ListFailure />}
    >
      {isSmall ? (
        <SimpleList<Record<string, unknown> & { id: string }>
          // Dimmed as it comes, a status is hard to read.
          sx={{ '& .RaSimpleList-tertiary': { opacity: 1 } }}
          tertiaryText={(row) => (status ? <Value field={status} value={row[status.name]} /> : null)}
          linkType={resource.operations.get ? 'show' : false}
          primaryText={(row) => asText(row[resource.display]) || `#${row.id}`}
          secondaryText={(row) =>
            columns
              .filter((field) => field !== status)
              .slice(1, 4)
              .map((field) => `${translated(translate, labelOf(field))}: ${textOf(field, row[field.name], translate)}`)
              .join(' · ')
          }
        />
      ) : (
        <RowTable resource={resource} columns={columns} />
      )}
    </List>
  )
}

interface ActionsProps {
  readonly resource: ResourceMetadata
  readonly hasColumns: boolean
}

function Actions({ resource, hasColumns }: ActionsProps) {
  return (
    <TopToolbar>
      <FilterButton />
      {hasColumns && <ColumnsButton resource={resource} />}
      {actionsOn(resource.name, 'list').map((action) => (
        <ActionButton key={action.operationId} action={action} />
      ))}
      {resource.operations.create && <CreateButton />}
      {resource.import && <ImportButton resource={resource} />}
      {resource.operations.export && <ExportButton />}
    </TopToolbar>
  )
}
