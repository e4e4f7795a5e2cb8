/** The plugins that come with the server. */
import type { Config } from '../config.ts'
import { extraChargePlugin } from './extra-charge.ts'
import type { Plugin } from './plugin.ts'
import { refillPlugin } from './refill.ts'

export function builtInPlugins({ refillVat }: Pick<Config, 'refillVat'>): Plugin[] {
  return [refillPlugin({ vat: refillVat }), extraChargePlugin]
}
