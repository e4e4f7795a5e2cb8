/** `/api/doctor/` and `/api/doctor/server/`, as `src/operator/` answers them. */
import type { PathItemObject, SchemaObject } from 'openapi3-ts/oas31'
import { ANYWHERE, problemResponses, requestIdHeader } from './problems.ts'
import { list, object, said, text } from './small-schemas.ts'

const number: SchemaObject = { type: 'integer', minimum: 0 }
const SEVERITIES = ['error', 'warning', 'info']

const finding = object(
  {
    code: said('For programs: it never changes its meaning.'),
    severity: { type: 'string', enum: SEVERITIES },
    where: said('Tables, columns, accounts or settings it is about.'),
    what: said('What was found.'),
    why: said('Why it matters.'),
    next: said('What to do: SQL or a command to be copied, or a sentence where nothing can be run.'),
  },
  { details: list(text, 'One line for each of the places, where there are several.') },
)

export const report = object({
  database: text,
  server: said('As the database server says it, such as `10.11.19-MariaDB`.'),
  account: said('That the API uses.'),
  checks: list(text, 'Names of the checks that were made.'),
  counts: object(Object.fromEntries(SEVERITIES.map((severity) => [severity, number]))),
  findings: list(finding, 'Worst first.'),
})

export const facts = object({
  version: said('Of a2billing-api.'),
  node: said('Version of Node.'),
  database: object({ name: text, version: text }),
  uptime: { ...number, description: 'Seconds since the process began.' },
  schema: {
    ...object({
      status: { type: 'string', enum: ['equal', 'additive', 'breaking'] },
      differences: list(
        object({ severity: { type: 'string', enum: ['breaking', 'additive', 'neutral'] }, resource: text, text }),
      ),
    }),
    description: 'How the database compared with the generated code when the server started.',
  },
  plugins: list(
    object({ name: text, routes: list(text), resources: list(text), permissions: list(text) }),
    'Those that run, in the order of their start.',
  ),
})

export const doctorPaths: Readonly<Record<string, PathItemObject>> = {
  '/api/doctor/': reading(
    'examineDatabase',
    'Examine the database: what is wrong with it, and how it is mended',
    'Everything that `a2b doctor` looks at, read afresh: on large tables this takes a while. Nothing is changed.',
    'Api.Doctor',
  ),
  '/api/doctor/server/': reading(
    'describeServer',
    'Tell which versions and plugins run',
    'Of the process that answers.',
    'Api.Server',
  ),
}

function reading(operationId: string, summary: string, description: string, schema: string): PathItemObject {
  return {
    get: {
      operationId,
      tags: ['API server'],
      'x-permission': 'doctor:read',
      summary,
      description: `${description} Needs the permission \`doctor:read\`.`,
      responses: {
        200: {
          description: 'What was found',
          headers: requestIdHeader,
          content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
        },
        ...problemResponses(...ANYWHERE, 403),
      },
    },
  }
}
