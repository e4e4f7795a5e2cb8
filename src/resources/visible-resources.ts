/** Resources -> those of which a caller may see something, without masked columns and without relations to the others. */
import { type Access, may } from '../access.ts'
import { type Column, fieldOf, type Relation, type Resource } from './resource.ts'

type Resources = ReadonlyMap<string, Resource>

/**
 * @param closed - names of resources of which no row exists for the caller
 * @returns those that are untouched are the same objects
 */
export function visibleResources(resources: Resources, access: Access, closed: ReadonlySet<string>): Resources {
  const open = [...resources.values()].filter(({ name }) => !closed.has(name))
  const columns = new Map(open.map((resource) => [resource.name, visibleColumns(resource, access)]))
  const isVisible = (resource: string, name: string): boolean =>
    columns.get(resource)?.some((column) => column.name === name) ?? false
  const mayFollow = ({ resource, column }: Relation): boolean =>
    isVisible(resource, column) && may(access, `${resource}:list`)
  return new Map(
    open.map((whole) => {
      const { name, primaryKey } = whole
      const visible = columns.get(name) ?? []
      const all = Object.entries(whole.relations)
      const relations = all.filter(([column, relation]) => isVisible(name, column) && mayFollow(relation))
      if (visible === whole.columns && relations.length === all.length) return [name, whole]
      const seen: Resource = {
        ...whole,
        // Rows without their whole key have no address.
        primaryKey: primaryKey.every((column) => isVisible(name, column)) ? primaryKey : [],
        columns: visible,
        relations: Object.fromEntries(relations),
        seen: { whole },
      }
      return [name, seen]
    }),
  )
}

/** The list itself where all of it is visible, so that what is made of it is shared. */
function visibleColumns({ name, columns }: Resource, { layers }: Access): readonly Column[] {
  const isMasked = (column: Column): boolean =>
    [column.name, fieldOf(column)].some((field) => layers.some(({ masks }) => masks.has(`${name}.${field}`)))
  const visible = columns.filter((column) => !isMasked(column))
  return visible.length === columns.length ? columns : visible
}
