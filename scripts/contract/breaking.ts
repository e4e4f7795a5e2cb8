/** What of a contract breaks its programs, by docs/versioning.md. What is only more breaks nobody. */
import { addedChoices, tightened } from './limits.ts'
import type { Operation, Outline, Shape } from './outline.ts'

type Direction = 'request' | 'answer'

/** @returns a sentence for each change that breaks, in the order of the old document */
export function breakingChanges(old: Outline, now: Outline): string[] {
  const used = directionsOf(old)
  const operations = Object.entries(old.operations).flatMap(([name, operation]) => {
    const current = now.operations[name]
    return current ? ofOperation(name, operation, current) : [`${name} is gone`]
  })
  const schemas = Object.entries(old.schemas).flatMap(([name, shape]) => {
    const current = now.schemas[name]
    if (!current) return used.has(name) ? [`${name} is gone`] : []
    return [...(used.get(name) ?? [])].flatMap((direction) => ofShape(name, shape, current, direction))
  })
  return [...operations, ...schemas]
}

/** @returns a sentence for each choice that answers may have now: it breaks nobody who expects new ones, and is told */
export function newAnswers(old: Outline, now: Outline): string[] {
  const used = directionsOf(old)
  const ofShapes = (name: string, before: Shape, after: Shape | undefined): string[] =>
    Object.entries(before.limits ?? {}).flatMap(([path, limits]) => {
      const added = after?.members[path] === undefined ? [] : addedChoices(limits, after.limits?.[path])
      return added.length > 0 ? [`${path === '' ? name : `${name}: ${path}`} may be ${added.join(', ')} now`] : []
    })
  return [
    ...Object.entries(old.operations).flatMap(([name, { answers }]) =>
      Object.entries(answers).flatMap(([answer, shape]) =>
        ofShapes(`${name} ${answer}`, shape, now.operations[name]?.answers[answer]),
      ),
    ),
    ...Object.entries(old.schemas).flatMap(([name, shape]) =>
      used.get(name)?.has('answer') ? ofShapes(name, shape, now.schemas[name]) : [],
    ),
  ]
}

function ofOperation(name: string, old: Operation, now: Operation): string[] {
  const found = Object.entries(old.parameters).flatMap(([parameter, types]) => {
    const current = now.parameters[parameter]
    if (current === undefined) return [`${name}: the parameter ${parameter} is gone`]
    const missing = without(types, current)
    const tighter = tightened(old.limits?.[parameter], now.limits?.[parameter])
    return [...(missing.length > 0 ? [`takes no ${missing.join(', ')} any more`] : []), ...tighter].map(
      (what) => `${name}: the parameter ${parameter} ${what}`,
    )
  })
  const { permission } = now
  const rights = [
    ...(permission !== undefined && permission !== old.permission
      ? [`${name}: the permission ${permission} is needed now`]
      : []),
    ...(old.isOpen && !now.isOpen ? [`${name}: a login is needed now`] : []),
  ]
  const needed = Object.entries(now.parameters)
    .filter(([parameter, types]) => types.endsWith('!') && !old.parameters[parameter]?.endsWith('!'))
    .map(([parameter]) => `${name}: the parameter ${parameter} is needed now`)
  const isNewlyNeeded = now.body && !now.bodyIsOptional && (!old.body || old.bodyIsOptional)
  const body = [
    ...(isNewlyNeeded ? [`${name}: a body is needed now`] : []),
    ...(old.body && now.body ? ofShape(`${name} body`, old.body, now.body, 'request') : []),
  ]
  const answers = Object.entries(old.answers).flatMap(([answer, shape]) => {
    const current = now.answers[answer]
    return current ? ofShape(`${name} ${answer}`, shape, current, 'answer') : [`${name}: the answer ${answer} is gone`]
  })
  return [...rights, ...found, ...needed, ...body, ...answers]
}

/** A request may always say what it could say; an answer never says what it could not. */
function ofShape(name: string, old: Shape, now: Shape, direction: Direction): string[] {
  const members = Object.entries(old.members).flatMap(([path, types]) => {
    const at = path === '' ? name : `${name}: ${path}`
    const current = now.members[path]
    if (current === undefined) return [`${at} is gone`]
    const [missing, added] = [without(types, current), without(current, types)]
    if (direction === 'request') {
      const tighter = tightened(old.limits?.[path], now.limits?.[path])
      return [...(missing.length > 0 ? [`takes no ${missing.join(', ')} any more`] : []), ...tighter].map(
        (what) => `${at} ${what}`,
      )
    }
    if (added.length > 0) return [`${at} may be ${added.join(', ')} now`]
    return []
  })
  const [more, fewer] = [now.required, old.required].map((paths) => new Set(paths)) as [Set<string>, Set<string>]
  const required =
    direction === 'request'
      ? [...more.difference(fewer)].map((path) => `${name}: ${path} is needed now`)
      : [...fewer.difference(more)]
          .filter((path) => now.members[path] !== undefined)
          .map((path) => `${name}: ${path} may be missing now`)
  return [...members, ...required]
}

/** A whole number is a number, and `any` is everything. */
function without(types: string, others: string): string[] {
  const has = new Set(others.replace('!', '').split('|'))
  if (has.has('any')) return []
  return types
    .replace('!', '')
    .split('|')
    .filter((type) => !has.has(type) && !(type === 'integer' && has.has('number')))
}

/** Which schemas requests and answers lead to. */
function directionsOf({ operations, schemas }: Outline): Map<string, Set<Direction>> {
  const used = new Map<string, Set<Direction>>()
  const follow = ({ members }: Shape, direction: Direction): void => {
    for (const [, name = ''] of Object.values(members)
      .join('|')
      .matchAll(/#([^|]+)/g)) {
      const directions = used.get(name) ?? new Set()
      used.set(name, directions)
      const target = schemas[name]
      if (directions.has(direction) || !target) continue
      directions.add(direction)
      follow(target, direction)
    }
  }
  for (const { body, answers } of Object.values(operations)) {
    if (body) follow(body, 'request')
    for (const shape of Object.values(answers)) follow(shape, 'answer')
  }
  // Every error answer has it.
  follow({ members: { '': '#Api.Problem' }, required: [] }, 'answer')
  return used
}
