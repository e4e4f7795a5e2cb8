/** What tests of plugins import, by the name `a2billing-api/testing`: the server with a plugin, on a database of its own. */
import { startTestApi, type TestApi, type TestApiOptions } from './api.ts'

export type { Answer, RequestOptions, TestApi } from './api.ts'

export interface PluginApiOptions extends Pick<TestApiOptions, 'engine'> {
  /** Of the plugins, by their names. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/**
 * A2Billing's demo with its rows, served with the plugin in a folder or file.
 *
 * @param path - absolute
 */
export function startPluginApi(path: string, { engine, settings = {} }: PluginApiOptions = {}): Promise<TestApi> {
  return startTestApi({ rows: true, plugins: { load: [path], settings }, ...(engine && { engine }) })
}
