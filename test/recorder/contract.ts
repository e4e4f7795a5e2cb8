/**
 * An OpenAPI document, parsed -> what it has at an address, and checks of values against its schemas.
 *
 * Everything is looked up in the document as it is: nothing here knows a resource, a status or a header by its name.
 */
import { createHash } from 'node:crypto'
import { type AnySchemaObject, Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'

export interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path' | 'header' | 'cookie'
  readonly required?: boolean
  readonly style?: string
  readonly explode?: boolean
  readonly schema: AnySchemaObject
}

export interface Header {
  readonly required?: boolean
  readonly schema: AnySchemaObject
}

export interface Answered {
  readonly headers?: Readonly<Record<string, Header | Reference>>
  readonly content?: Readonly<Record<string, { readonly schema: AnySchemaObject }>>
}

export interface Operation {
  readonly operationId: string
  readonly tags?: readonly string[]
  /** Ways to log in; empty where nobody has to. */
  readonly security?: readonly object[]
  readonly parameters?: readonly (Parameter | Reference)[]
  readonly requestBody?: {
    readonly required?: boolean
    readonly content: Readonly<Record<string, { readonly schema: AnySchemaObject }>>
  }
  readonly responses: Readonly<Record<string, Answered | Reference>>
}

export interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components: unknown
}

type PathItem = Readonly<Record<string, Operation>> & { readonly parameters?: readonly (Parameter | Reference)[] }
type Reference = { readonly $ref: string }

export interface Found {
  readonly template: string
  readonly method: string
  readonly operation: Operation
  /** Those of the path, too. */
  readonly parameters: readonly Parameter[]
  /** What stands in the path where the template has braces, as it was sent. */
  readonly inPath: Readonly<Record<string, string>>
  /** Where it is in the document. */
  readonly pointer: string
  /** The same text for an operation that is described by the same words. */
  readonly digest: string
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

export class Contract {
  readonly document: Document
  readonly #ajv: Ajv2020
  readonly #templates: readonly { readonly template: string; readonly segments: readonly string[] }[]
  readonly #digests = new Map<object, string>()

  constructor(document: Document) {
    this.document = document
    // A column may be called as what every object has.
    this.#ajv = new Ajv2020({ ownProperties: true, strict: false, validateFormats: false, allErrors: true })
    this.#ajv.addSchema(document as unknown as AnySchemaObject, 'openapi')
    this.#templates = Object.keys(document.paths)
      .map((template) => ({ template, segments: segmentsOf(template) }))
      // Where two fit, the one with fewer braces does.
      .toSorted((a, b) => bracesIn(a.segments) - bracesIn(b.segments))
  }

  /** @returns undefined for an address, or a method of it, that the document does not have; HEAD is a GET */
  find(method: string, path: string): Found | undefined {
    const at = this.#match(path)
    if (!at) return undefined
    const name = method === 'HEAD' ? 'get' : method.toLowerCase()
    const item = this.document.paths[at.template]
    const operation = METHODS.includes(name) ? item?.[name] : undefined
    if (!item || !operation) return undefined
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((it) => this.resolve(it).value)
    const pointer = `#/paths/${escapePointer(at.template)}/${name}`
    return { ...at, method: name, operation, parameters, pointer, digest: this.#digestOf(item, operation) }
  }

  /** Every operation there is. */
  all(): Found[] {
    return Object.entries(this.document.paths).flatMap(([template, item]) =>
      METHODS.filter((method) => Object.hasOwn(item, method)).map((method) => {
        const found = this.find(method.toUpperCase(), template)
        if (!found) throw new Error(`${method} ${template} is not found in its own document`)
        return found
      }),
    )
  }

  /** @returns what stands at the reference, and where; what is none stays what it is */
  resolve<T>(value: T | Reference, pointer = ''): { readonly value: T; readonly pointer: string } {
    if (typeof value !== 'object' || value === null || !('$ref' in value)) return { value: value as T, pointer }
    const parts = value.$ref.split('/').slice(1).map(unescapePointer)
    const target = parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], this.document)
    if (target === undefined) throw new Error(`The document has nothing at ${value.$ref}`)
    return { value: target as T, pointer: value.$ref }
  }

  /**
   * @param pointer - of a schema in the document, `#/components/schemas/Card`
   * @returns what is wrong with the value; undefined where nothing is
   */
  problemAt(pointer: string, value: unknown): string | undefined {
    const validate = this.#ajv.getSchema(`openapi${encodePointer(pointer)}`)
    if (!validate) return `the document has no schema at ${pointer}`
    return this.#problem(validate, value)
  }

  /** The same, as Ajv tells it. */
  errorsAt(pointer: string, value: unknown): readonly ErrorObject[] {
    const validate = this.#ajv.getSchema(`openapi${encodePointer(pointer)}`)
    return validate && !validate(value) ? (validate.errors ?? []) : []
  }

  /** The same for a schema that refers to nothing. */
  problemWith(schema: AnySchemaObject, value: unknown): string | undefined {
    return this.#problem(this.#ajv.compile(schema), value)
  }

  #problem(validate: ValidateFunction, value: unknown): string | undefined {
    return validate(value) ? undefined : this.#ajv.errorsText(validate.errors, { dataVar: '' }).trim()
  }

  #match(path: string): Pick<Found, 'template' | 'inPath'> | undefined {
    const segments = segmentsOf(path)
    for (const { template, segments: wanted } of this.#templates) {
      if (wanted.length !== segments.length) continue
      const fits = wanted.every((want, index) => isBraced(want) || want === decode(segments[index] ?? ''))
      if (!fits) continue
      const braced = wanted.flatMap((want, index) => (isBraced(want) ? [[want.slice(1, -1), segments[index]]] : []))
      return { template, inPath: Object.fromEntries(braced) }
    }
    return undefined
  }

  #digestOf({ parameters }: PathItem, operation: Operation): string {
    const known = this.#digests.get(operation)
    if (known !== undefined) return known
    const digest = createHash('sha1')
      .update(JSON.stringify([parameters, operation]))
      .digest('hex')
      .slice(0, 12)
    this.#digests.set(operation, digest)
    return digest
  }
}

/** With and without the final slash an address is the same. */
function segmentsOf(path: string): string[] {
  return path.replace(/\/$/, '').split('/').slice(1)
}

function isBraced(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('}')
}

function bracesIn(segments: readonly string[]): number {
  return segments.filter(isBraced).length
}

/** @returns the text itself where it is not percent-encoded as it should be */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function escapePointer(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1')
}

function unescapePointer(text: string): string {
  return decode(text).replaceAll('~1', '/').replaceAll('~0', '~')
}

/** As a fragment of a URI, which Ajv takes; one that is encoded already stays. */
function encodePointer(pointer: string): string {
  return pointer
    .split('/')
    .map((part) => encodeURIComponent(decode(part)).replace('%23', '#'))
    .join('/')
}
