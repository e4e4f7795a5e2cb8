/** `a2b plugin`: which plugins run here, and taking back the tables of one. `a2b <plugin> <command>`: what they bring along. */
import type { Command } from 'commander'
import { explained, openBackend } from '../src/backend.ts'
import { loadConfig } from '../src/config.ts'
import { readConfigFile } from '../src/config-file.ts'
import { openDb } from '../src/db/connect.ts'
import { GENERATED } from '../src/drift/generated-folder.ts'
import { createLog } from '../src/http/log.ts'
import { didYouMean } from '../src/nearest-name.ts'
import { migrateDown } from '../src/own-tables/migrate.ts'
import type { Migration } from '../src/own-tables/migration.ts'
import { findPlugins, type FoundPlugin, readPluginSection } from '../src/plugins/load.ts'
import type { PluginCommand } from '../src/plugins/plugin.ts'
import { settingsOf } from '../src/plugins/settings.ts'
import { StartError } from '../src/start-error.ts'
import { checkDrift } from './drift.ts'
import { originHere } from './origin.ts'

/** Those that `a2b.config.ts` names, and those that come with the server; no database is asked. */
export async function pluginsHere(): Promise<FoundPlugin[]> {
  const { plugins } = await readConfigFile(process.cwd())
  return findPlugins(readPluginSection(plugins), process.cwd())
}

export async function listPlugins(): Promise<void> {
  console.log((await pluginsHere()).map(describe).join('\n\n'))
}

function describe({ plugin, source }: FoundPlugin): string {
  const { name, permissions = {}, routes = [], resources = [], commands = [] } = plugin
  const settings = Array.from(settingsOf(plugin), ([setting, { variable, fallback }]) => {
    const { description } = plugin.settings?.[setting] ?? {}
    return `  setting     ${setting}, ${variable}, default ${JSON.stringify(fallback)}: ${description}`
  })
  return [
    `${name}  (${source ?? 'comes with the server'})`,
    ...settings,
    ...Object.entries(permissions).map(([permission, title]) => `  permission  ${permission}: ${title}`),
    ...resources.map((resource) => `  resource    /api/${resource.name}/`),
    ...routes.map(({ method, path, permission }) => `  address     ${method} ${path}, needs ${permission}`),
    ...commands.map((command) => `  command     a2b ${name} ${usage(command)}: ${command.description}`),
  ].join('\n')
}

function usage({ name, arguments: operands }: PluginCommand): string {
  return operands === undefined ? name : `${name} ${operands}`
}

/** Without `yes`, only tells what would be done. */
export async function takeDown(name: string, { yes }: { yes?: true }): Promise<void> {
  const plugins = await pluginsHere()
  const found = plugins.find(({ plugin }) => plugin.name === name)
  if (!found) {
    const names = plugins.map(({ plugin }) => plugin.name)
    throw new StartError(
      `No plugin "${name}" is loaded, and only itself knows the way back.${didYouMean(name, names)} ` +
        'Load it in a2b.config.ts until its tables are gone.',
    )
  }
  const { migrations = [] } = found.plugin
  if (yes) return migrateAway(name, migrations)
  const statements = migrations.toReversed().flatMap(({ down }) => down)
  console.log([...statements.map((sql) => `${sql};`), 'Nothing was done yet. Add --yes to do this.'].join('\n'))
  process.exitCode = 1
}

async function migrateAway(owner: string, migrations: readonly Migration[]): Promise<void> {
  const { databaseUrl } = await loadConfig(process.env, process.cwd())
  const db = openDb({ url: databaseUrl, connectionLimit: 1 })
  try {
    const steps = await migrateDown(db, { owner, migrations })
    console.log(steps.length === 0 ? 'There was nothing to take back.' : `Taken back: ${steps.join(', ')}.`)
    console.log(`Take "${owner}" out of a2b.config.ts, or the next start makes its tables again.`)
  } catch (error) {
    throw explained(error)
  } finally {
    await db.close()
  }
}

/** `a2b <plugin> <command>`, of those plugins that have some. */
export function addCommands(program: Command, plugins: readonly FoundPlugin[]): void {
  for (const { plugin } of plugins) {
    const { name, commands = [] } = plugin
    if (commands.length === 0) continue
    const group = program.command(name).description(`commands of the plugin ${name}`)
    for (const one of commands) {
      const command = group.command(usage(one)).description(one.description)
      for (const [flags, description] of Object.entries(one.options ?? {})) command.option(flags, description)
      command.action(async () => {
        process.exitCode = await runCommand(name, one.name, { arguments: command.args, options: command.opts() })
      })
    }
  }
}

interface Typed {
  readonly arguments: readonly string[]
  readonly options: Readonly<Record<string, string | boolean>>
}

/** On the same ground as the server stands on; what is logged goes to where errors go. */
async function runCommand(pluginName: string, commandName: string, typed: Typed): Promise<number> {
  const config = await loadConfig(process.env, process.cwd())
  const log = createLog('warn', process.stderr)
  const { db, plugins } = await openBackend({ config, checkDrift, generated: GENERATED, log })
  try {
    const found = plugins.find(({ plugin }) => plugin.name === pluginName)
    const command = found?.plugin.commands?.find(({ name }) => name === commandName)
    if (!found || !command) {
      throw new StartError(`The plugin "${pluginName}" cannot run on this database; the line above says why.`)
    }
    const input = { ...typed, origin: originHere(), print: (line: string) => console.log(line) }
    try {
      const code = await command.run(input, found.host)
      if (Number.isInteger(code)) return code
    } catch (cause) {
      throw new Error(`Plugin "${pluginName}", command ${commandName}`, { cause })
    }
    throw new Error(`Plugin "${pluginName}", command ${commandName}: it returned no exit code`)
  } catch (error) {
    throw explained(error)
  } finally {
    await db.close()
  }
}
