/** A plugin's declared settings -> where they stand in the environment, and how their texts become values. */
import { flag, integer, oneOf, type Setting } from '../setting.ts'
import type { Plugin, PluginSettings, SettingSchema, SettingValue } from './plugin.ts'

/** By the names that the plugin gives them. */
export function settingsOf({ name: plugin, settings = {} }: Plugin): Map<string, Setting<SettingValue>> {
  return new Map(Object.entries(settings).map(([name, schema]) => [name, settingOf(variableOf(plugin, name), schema)]))
}

/** With the defaults of all of them. */
export function defaultSettings({ settings = {} }: Plugin): PluginSettings {
  return Object.fromEntries(Object.entries(settings).map(([name, schema]) => [name, schema.default]))
}

/** `allowNegativeBalance` of `charge` is `A2B_CHARGE_ALLOW_NEGATIVE_BALANCE`. */
export function variableOf(plugin: string, name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`)
  return `A2B_${plugin.replaceAll('-', '_')}_${words}`.toUpperCase()
}

const LOWEST = -999_999_999
const HIGHEST = 999_999_999

function settingOf(variable: string, schema: SettingSchema): Setting<SettingValue> {
  const { type, values, minimum = LOWEST, maximum = HIGHEST, default: fallback } = schema
  const setting = (expected: string, read: Setting<SettingValue>['read']): Setting<SettingValue> => ({
    variable,
    fallback,
    expected,
    read,
  })
  switch (type) {
    case 'boolean':
      return setting('true or false', flag)
    case 'integer':
      return setting(`a whole number from ${minimum} to ${maximum}`, integer(minimum, maximum))
    case 'list': {
      const isKnown = (text: string): boolean => !values || values.includes(text)
      return setting(values ? `some of ${values.join(', ')}, with commas between them` : 'texts', (text) => {
        const items = text === '' ? [] : text.split(',').map((item) => item.trim())
        return items.every(isKnown) ? items : undefined
      })
    }
    case 'string':
      return values ? setting(`one of ${values.join(', ')}`, oneOf(...values)) : setting('a text', (text) => text)
  }
}
