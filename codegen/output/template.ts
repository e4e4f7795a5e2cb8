/**
 * A template is a TypeScript module about the table `cc_sample_widget`; this turns it into a function that writes the
 * same module about another table.
 *
 * ts-morph parses it once and gives the positions of the sample's names, wherever code, strings or comments mention
 * them, and of the regions an emitter replaces; filling is splicing text. Nothing is renamed through the language
 * service, which costs 60 ms each time.
 */
import { readFileSync } from 'node:fs'
import { Node, Project, type SourceFile } from 'ts-morph'
import { CodegenError } from '../errors.ts'
import { escapeComment, escapeString } from '../escape.ts'

/** What the sample's names stand for. */
export interface TemplateNames {
  /** `cc_sample_widget` */
  readonly table: string
  /** `samplewidget` */
  readonly resource: string
  /** `sampleWidget` */
  readonly variable: string
}

export type Template = (names: TemplateNames, regions?: Readonly<Record<string, string>>) => string

interface Slot {
  readonly start: number
  readonly end: number
  readonly fill: (names: TemplateNames, regions: Readonly<Record<string, string>>) => string
}

const SAMPLE = /cc_sample_widget|samplewidget|sampleWidget/g

const project = new Project({
  useInMemoryFileSystem: true,
  skipLoadingLibFiles: true,
  skipFileDependencyResolution: true,
})

/**
 * @param name - path under `templates/`, e.g. `routers/read-write.ts`
 * @param regions - what an emitter replaces: `property:columns` is the value of that property, `import:PATH` the
 *   names imported from there
 * @throws {@link CodegenError} when the template lacks a region or never mentions the sample
 */
export function loadTemplate(name: string, regions: readonly string[] = []): Template {
  const url = new URL(`../../templates/${name}`, import.meta.url)
  const text = readFileSync(url, 'utf8').replaceAll('\r\n', '\n')
  const source = project.createSourceFile(`/templates/${name}`, text, { overwrite: true })
  const regionSlots = regions.map((region) => regionSlot(source, region, name))
  const nameSlots = findNames(source).filter(
    (slot) => !regionSlots.some((region) => region.start <= slot.start && slot.end <= region.end),
  )
  if (nameSlots.length === 0) throw new CodegenError(`templates/${name} never mentions cc_sample_widget`)
  const slots = [...regionSlots, ...nameSlots].sort((a, b) => a.start - b.start)

  return (names, values = {}) => {
    const unknown = Object.keys(values).find((region) => !regions.includes(region))
    if (unknown) throw new CodegenError(`templates/${name} has no region "${unknown}"`)
    let out = ''
    let at = 0
    for (const slot of slots) {
      out += text.slice(at, slot.start) + slot.fill(names, values)
      at = slot.end
    }
    return out + text.slice(at)
  }
}

function findNames(source: SourceFile): Slot[] {
  const slots: Slot[] = []
  source.forEachDescendant((node, traversal) => {
    if (Node.isIdentifier(node)) slots.push(...slotsIn(node, (value) => value))
    else if (Node.isStringLiteral(node)) slots.push(...slotsIn(node, escapeString))
    else if (Node.isJSDocable(node)) for (const doc of node.getJsDocs()) slots.push(...slotsIn(doc, escapeComment))
    if (Node.isJSDoc(node)) traversal.skip()
  })
  return slots
}

function slotsIn(node: Node, escape: (value: string) => string): Slot[] {
  return [...node.getText().matchAll(SAMPLE)].map(({ 0: word, index }) => ({
    start: node.getStart() + index,
    end: node.getStart() + index + word.length,
    fill: (names) =>
      escape(
        { cc_sample_widget: names.table, samplewidget: names.resource, sampleWidget: names.variable }[word] ?? word,
      ),
  }))
}

function regionSlot(source: SourceFile, region: string, name: string): Slot {
  const [kind, what] = [region.slice(0, region.indexOf(':')), region.slice(region.indexOf(':') + 1)]
  const node =
    kind === 'import'
      ? source.getImportDeclaration(what)?.getImportClause()?.getNamedBindings()
      : source
          .getDescendants()
          .filter(Node.isPropertyAssignment)
          .find((property) => property.getName() === what)
          ?.getInitializer()
  if (!node) throw new CodegenError(`templates/${name} has no ${kind} "${what}"`)
  return {
    start: node.getStart(),
    end: node.getEnd(),
    fill: (_names, values) => {
      const value = values[region]
      if (value === undefined) throw new CodegenError(`templates/${name}: nothing was given for "${region}"`)
      return value
    },
  }
}
