/** The headers `If-Match` and `If-None-Match`: what a client knows of a row, held against its tag. */
import type { IncomingMessage } from 'node:http'
import { ApiError } from '../errors.ts'
import type { Resource } from './resource.ts'
import { editPart } from './row-tag.ts'

/** `any`: `*`, whatever the row is. */
export type Tags = 'any' | readonly Tag[]

interface Tag {
  readonly text: string
  readonly isWeak: boolean
}

/** One of a list, or nothing between two commas. */
const ELEMENT = /[ \t]*(?:(W\/)?"([!#-~\x80-\xff]*)"[ \t]*)?(?:,|$)/y
/** More than anybody holds of one row. */
const MOST = 16

/**
 * @returns undefined without the header
 * @throws ApiError `invalid_header`
 */
export function tagsIn(
  { headers }: Pick<IncomingMessage, 'headers'>,
  name: 'if-match' | 'if-none-match',
): Tags | undefined {
  const given = headers[name]
  if (given === undefined) return undefined
  if (given.trim() === '*') return 'any'
  const tags = parseTags(given)
  if (tags !== undefined && tags.length > 0 && tags.length <= MOST) return tags
  const shown = name === 'if-match' ? 'If-Match' : 'If-None-Match'
  throw new ApiError(
    'invalid_header',
    `${shown} must be "*", or what ETag said, with its quotes: ${shown}: "…"; or several, at most ${MOST}, with commas between them.`,
  )
}

function parseTags(text: string): Tag[] | undefined {
  const tags: Tag[] = []
  ELEMENT.lastIndex = 0
  while (ELEMENT.lastIndex < text.length) {
    const match = ELEMENT.exec(text)
    if (!match) return undefined
    const [, weak, tag] = match
    if (tag !== undefined) tags.push({ text: tag, isWeak: weak !== undefined })
  }
  return tags
}

/**
 * @param row - as it is
 * @param options.isEdit - true: only what an edit may change is compared
 * @throws ApiError `precondition_failed`
 */
export function assertMatches(
  resource: Resource,
  tags: Tags | undefined,
  row: { readonly tag?: string },
  { isEdit }: { isEdit: boolean },
): void {
  if (tags === undefined || tags === 'any') return
  const { tag } = row
  const compared = isEdit ? editPart : (whole = '') => whole
  if (!tags.some(({ text, isWeak }) => !isWeak && compared(text) === compared(tag))) throw hasChanged(resource, tags)
}

/** @param tags - that the client gave */
export function hasChanged({ name }: Resource, tags: Tags | undefined): ApiError {
  const isWeak = Array.isArray(tags) && tags.every((tag: Tag) => tag.isWeak)
  const detail = isWeak
    ? `If-Match has only weak tags (W/"…"), which no ${name} meets: a proxy may have made them so. Send the tag as this server gave it.`
    : `This ${name} is no longer what it was when you read it. Nothing was changed. Read it again, and decide anew.`
  return new ApiError('precondition_failed', detail)
}

/** Whether the client has the row already. */
export function isKnown(tags: Tags, tag: string): boolean {
  return tags === 'any' || tags.some(({ text }) => text === tag)
}
