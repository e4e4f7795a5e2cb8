import { expect, it } from 'vitest'
import { normalizeExpression } from '../../../codegen/introspection/expression.ts'

it.each([
  { given: '`a` + 1', want: '`a` + 1' },
  { given: '(`a` + 1)', want: '`a` + 1' },
  { given: '((`a` + 1))', want: '`a` + 1' },
  // Not one pair of brackets, and brackets that are text or part of a name.
  { given: '(`a` + 1) * (`b` + 2)', want: '(`a` + 1) * (`b` + 2)' },
  { given: "(`a)` + ')')", want: "`a)` + ')'" },
  { given: "concat(`a`,_utf8mb4\\'x\\\\\\'y\\',_utf8mb4\\'\\\\\\\\\\')", want: "concat(`a`,'x\\'y','\\\\')" },
  // As MySQL 5.7 has it: what stands behind the backslash is part of a text.
  { given: "concat(`a`,'x\\'y','\\\\')", want: "concat(`a`,'x\\'y','\\\\')" },
  // In a text and in a name nothing is a character set.
  { given: "concat(`_utf8mb4`,'_utf8mb4',_latin1'x')", want: "concat(`_utf8mb4`,'_utf8mb4','x')" },
  { given: "_binary'x'", want: "_binary'x'" },
  { given: "concat('now()',now())", want: "concat('now()',current_timestamp())" },
  { given: 'now()', want: 'CURRENT_TIMESTAMP' },
  { given: 'current_timestamp(0)', want: 'CURRENT_TIMESTAMP' },
  { given: 'current_timestamp(6)', want: 'CURRENT_TIMESTAMP(6)' },
  { given: 'ROW START', want: 'ROW START' },
])('$given -> $want', ({ given, want }) => {
  expect(normalizeExpression(given)).toBe(want)
})
