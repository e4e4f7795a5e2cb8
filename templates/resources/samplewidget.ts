import { bigint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_sample_widget`. */
export const sampleWidget: Resource = {
  name: 'samplewidget',
  table: 'cc_sample_widget',
  primaryKey: ['id'],
  columns: [{ name: 'id', type: bigint }],
  relations: {},
}
