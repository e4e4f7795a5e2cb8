/**
 * A column that means yes or no in the words of its schema, `'t'` and `'f'` or 1 and 0: true and false on the wire.
 *
 * Bodies and filters take nothing else. A column may hold what is neither, because others write to it: that is shown as
 * it is stored, for a value turned into false would be a wrong answer.
 */
import { type Codec, Refusal } from './codec.ts'
import { jsonOf } from './json-form.ts'

/** @param stored - the codec of the column without the flag */
export function flagCodec({ true: yes, false: no }: { true: string; false: string }, stored: Codec): Codec {
  const [bindYes, bindNo] = [stored.fromText(yes), stored.fromText(no)]
  if (bindYes instanceof Refusal || bindNo instanceof Refusal) throw new Error(`A flag cannot be "${yes}" or "${no}"`)
  const refusal = new Refusal('Must be true or false.')
  // Compared as they are shown: a number may come as 1, '1' or '0001'.
  const shown = new Map([
    [jsonOf(stored.toJson, yes), 'true'],
    [jsonOf(stored.toJson, no), 'false'],
  ])
  return {
    fromJson: (value) => (value === true ? bindYes : value === false ? bindNo : refusal),
    fromText: (text) => (text === 'true' ? bindYes : text === 'false' ? bindNo : refusal),
    toJson(cell) {
      const json = jsonOf(stored.toJson, cell)
      return shown.get(json) ?? json
    },
    ...(stored.isBinary && { isBinary: true }),
    filters: ['compare'],
  }
}
