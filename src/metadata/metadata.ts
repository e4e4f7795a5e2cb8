/**
 * What a program needs to know of the resources to draw lists and forms of them, such as the admin panel: made of the
 * same descriptors that answer requests, as one caller sees them. What is not in it does not exist for the caller.
 */
import { type Access, may, OPERATIONS, type Operation } from '../access.ts'
import type { Caller } from '../caller.ts'
import type { FieldWords, MoneyRoute, Plugin, PluginRoute } from '../plugins/plugin.ts'
import type { Api } from '../resources/api.ts'
import { type Column, fieldOf, type Resource } from '../resources/resource.ts'
import { SORTED_AS_TEXT } from '../resources/index-order.ts'
import { isSearchable } from '../resources/search.ts'
import { findTable, tableOf } from '../resources/tables.ts'
import { uniqueKeys } from '../resources/upsert.ts'
import { isCreatable, viewOf } from '../resources/view.ts'
import { typeOf, type FieldType } from './field-type.ts'

export interface Metadata {
  /** Those whose rows the caller may list, in the order of their names. */
  readonly resources: readonly ResourceMetadata[]
  /** What plugins offer on them, as far as the caller may. */
  readonly actions: readonly ActionMetadata[]
  /** Rows that plugins show on the pages of others, as far as the caller sees both. */
  readonly panels: readonly PanelMetadata[]
  /** Those of plugins that the caller may use. */
  readonly routes: readonly RouteMetadata[]
}

export interface ResourceMetadata {
  readonly name: string
  /** `Customers` */
  readonly label: string
  /** In which part of the work it is looked for: `customers`. */
  readonly section: string
  /** Fields that make a row's address, in that order; none: rows have no address. */
  readonly key: readonly string[]
  /** Field that names a row to people. */
  readonly display: string
  /** Why it cannot be written to. */
  readonly readOnly?: string
  /** What the caller may do. */
  readonly operations: Readonly<Record<Operation, boolean>>
  /** Whether files become rows of it, at `/api/import/`. */
  readonly import: boolean
  /** Lists of fields in which no two rows have the same values: what `on=` takes. */
  readonly unique: readonly (readonly string[])[]
  /** Whether `search=` is there. */
  readonly search: boolean
  /** Orders that `cursor=` goes on in, beside the key's: lists of fields. */
  readonly cursors: readonly (readonly string[])[]
  readonly fields: readonly FieldMetadata[]
  /** Resources whose rows refer to this one's, and by which of their fields. */
  readonly referredBy: readonly { readonly resource: string; readonly field: string; readonly to: string }[]
}

export interface FieldMetadata extends FieldType {
  readonly name: string
  /** `First name` */
  readonly label: string
  /** A new row must be given it. */
  readonly required?: true
  readonly nullable?: true
  /** `create`: only a new row is given it; `never`: nobody gives it. */
  readonly writable?: 'create' | 'never'
  /** What to do instead of writing to it. */
  readonly hint?: string
  /** What a plugin says of it to whoever fills in a form. */
  readonly help?: string
  /** What it holds is a secret. */
  readonly secret?: true
  /** It can be set, and is not shown. */
  readonly writeOnly?: true
  /** What its values mean; with `sums`, values are sums of these. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly sums?: true
  /** Its values are those of a field of another resource; `none` stand for no row at all. */
  readonly reference?: { readonly resource: string; readonly field: string; readonly none: readonly string[] }
}

export interface PanelMetadata {
  readonly plugin: string
  /** On whose rows it is. */
  readonly resource: string
  readonly label: string
  /** Whose rows are shown: those that have the row's key in this field. */
  readonly of: string
  readonly field: string
}

export interface RouteMetadata {
  readonly plugin: string
  /** Of the OpenAPI document. */
  readonly operationId: string
  readonly method: string
  /** With parameters in braces: `/custom_api/refill/{card_id}`. */
  readonly path: string
}

export interface ActionMetadata extends RouteMetadata {
  readonly resource: string
  readonly place: 'row' | 'list'
  readonly label: string
  readonly confirm: boolean
  /** It moves money: send `Idempotency-Key`. */
  readonly isIdempotent: boolean
  readonly body?: unknown
}

/**
 * @param api - as everybody's
 * @param plugins - whose own resources and actions are told, too
 */
export function metadataFor(api: Api, caller: Caller, plugins: readonly Plugin[]): Metadata {
  const { access } = caller
  const view = viewOf(api, caller)
  const own = new Map(plugins.flatMap(({ resources = [] }) => resources.map((it) => [it.name, it.permission] as const)))
  const operations = (resource: Resource): Record<Operation, boolean> =>
    operationsOf(resource, access, own.get(resource.name))
  const listed = [...view.resources.values()]
    .filter((resource) => operations(resource).list)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return {
    resources: listed.map((resource) =>
      described(
        describe(view, resource, operations(resource), listed, {
          isOwn: !own.has(resource.name),
          showsSecrets: may(access, 'secrets:read'),
        }),
        plugins.flatMap(({ fields = {} }) => [fields[resource.name] ?? {}, fields[tableOf(resource)] ?? {}]),
      ),
    ),
    actions: plugins.flatMap((plugin) => actionsOf(plugin, access, view)),
    panels: plugins.flatMap((plugin) => panelsOf(plugin, view, listed)),
    routes: plugins.flatMap(({ name, routes = [] }) =>
      routes.filter(({ permission }) => may(access, permission)).map((route) => routeMetadata(name, route)),
    ),
  }
}

/** As the routers and handlers decide it. */
function operationsOf(resource: Resource, access: Access, permission: string | undefined): Record<Operation, boolean> {
  const { name, primaryKey, readOnly, refusals = {} } = resource
  const hasAddress = primaryKey.length > 0
  const isThere: Record<Operation, boolean> = {
    list: true,
    export: true,
    get: hasAddress,
    create: readOnly === undefined && refusals.create === undefined && isCreatable(resource),
    update: readOnly === undefined && hasAddress,
    delete: readOnly === undefined && refusals.remove === undefined && hasAddress,
  }
  const allowed = (operation: Operation): boolean => may(access, permission ?? `${name}:${operation}`)
  return Object.fromEntries(OPERATIONS.map((it) => [it, isThere[it] && allowed(it)])) as Record<Operation, boolean>
}

function describe(
  view: Api,
  resource: Resource,
  operations: Record<Operation, boolean>,
  listed: readonly Resource[],
  { isOwn, showsSecrets }: { readonly isOwn: boolean; readonly showsSecrets: boolean },
): ResourceMetadata {
  const { name, label = capitalised(name), section = 'other', readOnly, columns, primaryKey, indexes = [] } = resource
  const isSortable = (of: string): boolean =>
    columns.some((column) => column.name === of && SORTED_AS_TEXT.has(column.type.kind))
  /** Up to a column in whose order no cursor goes on, or that does not exist for the caller. */
  const sortable = (names: readonly string[]): readonly string[] => {
    const end = names.findIndex((of) => !isSortable(of))
    return end === -1 ? names : names.slice(0, end)
  }
  const named = (column: string): string[] => columns.filter((it) => it.name === column).map(fieldOf)
  const [display = ''] = [resource.display ?? '', 'username', 'name', ...primaryKey, columns[0]?.name ?? ''].flatMap(
    named,
  )
  return {
    name,
    label,
    section,
    key: primaryKey.flatMap(named),
    display,
    ...(readOnly !== undefined && { readOnly }),
    operations,
    import: isOwn && operations.create,
    unique: uniqueKeys(resource).map((key) => key.flatMap(named)),
    search: isSearchable(view, resource),
    cursors: indexes.map((index) => sortable(index.columns).flatMap(named)).filter((fields) => fields.length > 0),
    fields: columns.map((column) => fieldMetadata(resource, column, listed, showsSecrets)),
    referredBy: listed.flatMap((other) =>
      Object.entries(other.relations).flatMap(([from, relation]) => {
        const column = other.columns.find((it) => it.name === from)
        const [to] = named(relation.column)
        if (relation.resource !== name || !column || to === undefined) return []
        return [{ resource: other.name, field: fieldOf(column), to }]
      }),
    ),
  }
}

/** `last_run`, `id_trunk` -> `Last run`, `Trunk`. */
function sentence(name: string): string {
  const words = name
    .replace(/^id_(?=.)/, '')
    .replaceAll('_', ' ')
    .trim()
  return words === '' ? name : capitalised(words)
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function fieldMetadata(
  { relations }: Resource,
  column: Column,
  listed: readonly Resource[],
  showsSecrets: boolean,
): FieldMetadata {
  const { codes, hint, nullable, required, secret, sums, type, writable, zeroDate } = column
  const relation = Object.hasOwn(relations, column.name) ? relations[column.name] : undefined
  const target = listed
    .find(({ name }) => name === relation?.resource)
    ?.columns.find((it) => it.name === relation?.column)
  return {
    name: fieldOf(column),
    label: column.label ?? sentence(column.name),
    ...typeOf(type),
    ...(required !== undefined && { required: true }),
    ...((nullable || zeroDate) && { nullable: true }),
    ...(writable !== undefined && { writable }),
    ...(hint !== undefined && { hint }),
    ...(secret !== undefined && { secret: true }),
    ...(secret !== undefined && (secret === 'always' || !showsSecrets) && { writeOnly: true }),
    ...(codes && { choices: Object.entries(codes).map(([value, label]) => ({ value, label })) }),
    ...(sums && { sums }),
    ...(relation &&
      target && {
        reference: { resource: relation.resource, field: fieldOf(target), none: relation.none ?? [] },
      }),
  }
}

/** @param words - by column, of plugins in their order */
function described(
  resource: ResourceMetadata,
  words: readonly Readonly<Record<string, FieldWords>>[],
): ResourceMetadata {
  const said = (name: string): FieldWords => Object.assign({}, ...words.map((of) => of[name] ?? {}))
  return { ...resource, fields: resource.fields.map((field) => ({ ...field, ...said(field.name) })) }
}

function panelsOf({ name: plugin, panels = [] }: Plugin, view: Api, listed: readonly Resource[]): PanelMetadata[] {
  return panels.flatMap(({ resource: named, label, of, field }) => {
    const on = listed.find(({ name }) => name === named) ?? findTable(view, named)
    const shown = listed.find(({ name }) => name === of)
    // As in bodies and filters, by either of its names.
    const column = shown?.columns.find((it) => it.name === field || fieldOf(it) === field)
    return on && listed.includes(on) && column ? [{ plugin, resource: on.name, label, of, field: fieldOf(column) }] : []
  })
}

function routeMetadata(plugin: string, { operationId, method, path }: PluginRoute | MoneyRoute): RouteMetadata {
  return { plugin, operationId, method, path: path.replaceAll(/:(\w+)/g, '{$1}') }
}

function actionsOf({ name: plugin, actions = [], routes = [] }: Plugin, access: Access, view: Api): ActionMetadata[] {
  return actions.flatMap(({ resource: named, place, label, route: operationId, confirm = false }) => {
    const route = routes.find((it) => it.operationId === operationId)
    const resource = view.resources.has(named) ? named : findTable(view, named)?.name
    if (!route || resource === undefined || !may(access, route.permission)) return []
    const { body, idempotent } = route
    return [
      {
        ...routeMetadata(plugin, route),
        resource,
        place,
        label,
        confirm,
        isIdempotent: idempotent !== undefined,
        ...(body && { body }),
      },
    ]
  })
}
