/** The document and what tests have reached of it -> what none has. */
import type { Contract, Found } from './contract.ts'

/**
 * Answers that are the work of code which all operations of a class share, and that one of them would need a table of a
 * certain kind to be brought to: one operation of the class stands for all. Every other status is wanted of every operation.
 */
const OF_A_CLASS = new Set(['201', '204', '207', '409', '422'])

/** What is thrown and is no refusal is answered by the same few lines, wherever it comes from. */
const OF_A_METHOD = new Set(['500'])

/**
 * @param reached - as recorders write it
 * @returns e.g. `listCard 200`, of a class `PUT /api/<resource>/{key}/ 409`, and of a method `GET 500`
 */
export function unreached(contract: Contract, reached: ReadonlySet<string>): { missing: string[]; total: number } {
  const all = new Map<string, boolean>()
  for (const found of contract.all()) {
    const { operationId } = found.operation
    for (const status of Object.keys(found.operation.responses)) {
      const name = `${nameFor(found, status)} ${status}`
      const isReached = reached.has(`${operationId}\t${status}\t${found.digest}`)
      all.set(name, (all.get(name) ?? false) || isReached)
    }
  }
  return { missing: [...all].flatMap(([name, isReached]) => (isReached ? [] : [name])), total: all.size }
}

function nameFor({ template, method, operation }: Found, status: string): string {
  if (OF_A_METHOD.has(status)) return method.toUpperCase()
  // What changes rows that filters find has nothing to do in a table of nothing but its key.
  const isShared = OF_A_CLASS.has(status) || operation.operationId.endsWith('_rows')
  if (!isShared) return operation.operationId
  const { tags = [] } = operation
  const resource = tags.find((tag) => template.startsWith(`/api/${tag}/`))
  // What one part of the generator makes for each table; or the routes of one plugin.
  return resource === undefined
    ? tags.join()
    : `${method.toUpperCase()} ${template.replace(`/api/${resource}/`, '/api/<resource>/')}`
}
