import { ApiError } from '../../errors.ts'

/** @param field - of the body; @param detail - what is wrong with it, in a sentence */
export function invalid(field: string, detail: string): ApiError {
  return new ApiError('invalid_value', `${field}: ${detail}`, { errors: [{ pointer: `/${field}`, detail }] })
}
