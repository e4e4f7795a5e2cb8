/** What a row is recognised by, the headers that ask whether it is still that, and what can be preferred of a write. */
import type { HeaderObject, ParameterObject, ResponseObject } from 'openapi3-ts/oas31'
import { requestIdHeader } from './problems.ts'

const TAG_TEXT = { type: 'string' } as const

export const etag: HeaderObject = {
  description:
    'The same for as long as nothing changes in the stored row, whatever of it is shown. Absent with `expand`, which shows more ' +
    'than the row.',
  schema: TAG_TEXT,
}

export const notModified: ResponseObject = {
  description: 'The row has one of the tags in `If-None-Match`',
  headers: { ...requestIdHeader, ETag: { $ref: '#/components/headers/ETag' } },
}

/** RFC 7240. */
/** Of what a write answers. */
export const triedHeaders = {
  'Dry-Run': { description: 'With `dry_run=1`: `taken-back`.', schema: TAG_TEXT },
} as const

export const minimal: ResponseObject = {
  description:
    'Done, with `Prefer: return=minimal`; or, with `dry_run=1` where tables cannot roll back, nothing was found wrong',
  headers: {
    ...requestIdHeader,
    ETag: { $ref: '#/components/headers/ETag' },
    Location: { description: 'Of a new row.', schema: TAG_TEXT },
    'Dry-Run': { description: '`checked`, with `dry_run=1`.', schema: TAG_TEXT },
    'Preference-Applied': { description: 'What of `Prefer` was heeded.', schema: TAG_TEXT },
  },
}

export const rowConditions: Readonly<Record<string, ParameterObject>> = {
  DryRun: {
    name: 'dry_run',
    in: 'query',
    description:
      '`1`: nothing is done. Where every table can roll back, the answer is as if it had been (`Dry-Run: taken-back`); elsewhere 204, when ' +
      'nothing was found wrong (`Dry-Run: checked`).',
    schema: { type: 'integer', enum: [0, 1] },
  },
  On: {
    name: 'on',
    in: 'query',
    description:
      'Fields, joined by commas, of which no two rows have the same values: the row that has those of the body is changed, and one is created ' +
      'where none has (201). What only a new row can be given is left as it is. Not with a list of rows; needs the permission to change rows, too.',
    schema: { type: 'string' },
  },
  Prefer: {
    name: 'Prefer',
    in: 'header',
    description:
      '`return=minimal`: the answer is 204, without a body. `max-affected=N`: of a write to the rows of a list, which needs it, to how ' +
      'many at most.',
    schema: TAG_TEXT,
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description:
      'What `ETag` said, with its quotes: nothing is done when the row has changed since. An edit is held against the columns that ' +
      'an edit may change, so that a call that is charged meanwhile does not come in its way; a delete against all of them. ' +
      '`*` for any row.',
    schema: TAG_TEXT,
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'What `ETag` said: the answer is 304, without a body, while nothing has changed.',
    schema: TAG_TEXT,
  },
}
