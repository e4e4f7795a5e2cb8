/** `a2b`: puts the generator's and the server's commands together. Exit codes: 0 done, 1 found something, 2 could not run. */
import { Command, CommanderError } from 'commander'
import type { ConvertFlags } from './convert-engine.ts'
import type { DoctorFlags } from './doctor.ts'
import { generatorCommands } from '../codegen/cli.ts'
import { CodegenError } from '../codegen/errors.ts'
import { readConfigFile } from '../src/config-file.ts'
import { ERRORS } from '../src/errors.ts'
import { didYouMean } from '../src/nearest-name.ts'
import { StartError } from '../src/start-error.ts'
import { workerNumber } from '../src/worker-number.ts'

export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('a2b')
    .description('A REST API for A2Billing, generated from your own database.')
    .showHelpAfterError()
    .exitOverride()
  for (const command of generatorCommands(generatorContext)) program.addCommand(command.copyInheritedSettings(program))
  program
    .command('serve')
    .description('serve the generated API (settings: A2B_* environment variables and a2b.config.ts)')
    .action(serve)
  program
    .command('doctor')
    .description('look for what is wrong with the database. Exit code 1 if something is')
    .option('--url <url>', 'database to look at (default: A2B_DATABASE_URL)')
    .option('--json', 'print the findings for machines')
    .option('--repair', 'finish refills and charges that a crash interrupted; without this, it only reads')
    .option(
      '--settle <entry=outcome...>',
      'with --repair: what a person has found out, as 12=credited or 12=not-credited',
    )
    .action(async (flags: DoctorFlags) => (await import('./doctor.ts')).doctor(flags))
  const user = program.command('user').description('who may use the API, and what they may do: docs/permissions.md')
  const key = program.command('key').description('keys with which programs log in')
  if (argv[2] === 'user') (await import('./user.ts')).addUserCommands(user)
  if (argv[2] === 'key') (await import('./key.ts')).addKeyCommands(key)
  program
    .command('convert-engine')
    .description(
      'make InnoDB of MyISAM tables, so that money moves in transactions. Tells what it would do, unless --yes',
    )
    .option('--url <url>', 'database, with an account that may alter tables (default: A2B_DATABASE_URL)')
    .option('--tables <table...>', 'these, instead of those that money moves through')
    .option('--all', 'every table that cannot roll back')
    .option('--yes', 'do it, one table at a time')
    .action(async (flags: ConvertFlags) => (await import('./convert-engine.ts')).convertEngine(flags))
  const plugin = program.command('plugin').description('plugins: what runs here, and what they keep')
  plugin
    .command('list')
    .description('every plugin with its settings, permissions, addresses and commands')
    .action(async () => (await import('./plugins.ts')).listPlugins())
  plugin
    .command('down <name>')
    .description('take back the tables of a plugin, with all that is in them')
    .option('--yes', 'do it; without this, only tell what would be done')
    .action(async (name: string, flags: { yes?: true }) => (await import('./plugins.ts')).takeDown(name, flags))
  try {
    await addPluginCommands(program, argv[2])
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = report(error)
  }
}

/** Plugins are loaded for words that are not known here, and for help: one that is broken keeps nobody from the rest. */
async function addPluginCommands(program: Command, word: string | undefined): Promise<void> {
  const isHelp = word === undefined || ['help', '--help', '-h'].includes(word)
  if (!isHelp && (word.startsWith('-') || program.commands.some((command) => command.name() === word))) return
  const { addCommands, pluginsHere } = await import('./plugins.ts')
  const plugins = await pluginsHere().catch((error: unknown) => {
    if (!isHelp || !(error instanceof StartError)) throw error
    console.error(`a2b: ${error.message}`)
    return []
  })
  addCommands(program, plugins)
}

async function generatorContext() {
  const { loadConfiguration } = await import('../codegen/config.ts')
  const { generator } = await readConfigFile(process.cwd())
  const databaseUrl = process.env['A2B_DATABASE_URL']
  return {
    ...loadConfiguration(generator, didYouMean),
    didYouMean,
    problems: ERRORS,
    ...(databaseUrl && { databaseUrl }),
  }
}

async function serve(): Promise<void> {
  // The launcher behind npm holds a channel to us, which closes however it ends, maybe before we serve; without one
  // this never happens. A worker has one to the process that started it, and ends with it by itself.
  const isAlone = process.connected === false
  const left = isAlone ? Promise.resolve() : new Promise((resolve) => process.once('disconnect', resolve))
  process.channel?.unref()
  const { serveAsWorker, startServing } = await import('./serve.ts')
  const number = workerNumber()
  const api = await (number === undefined ? startServing(process.env) : serveAsWorker(number))
  const stop = (): void => void api.close()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  void left.then(stop)
  // Said last: who reads it may stop us at once.
  if (number === undefined) console.log(`Serving on ${api.url}`)
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof CodegenError || error instanceof StartError) console.error(`a2b: ${error.message}`)
  else console.error(error)
  return 2
}
