/**
 * The launcher behind `npm start`, the tests, `npm run a2b` and the benchmarks: from a bare clone to the command running
 * on a Node that can run it. Plain JavaScript without dependencies, because it runs before any are installed, on any
 * Node >= 18.
 *
 *     node scripts/run.mjs start|test|test:mysql|test:prism|test:faults|a2b|client|bench|bench:generate|bench:queries|screenshots [arguments]
 *
 * It installs what package-lock.json names when that has changed, picks the Node to use, passes signals on, and ends
 * everything it started when its own parent is gone: npm does not pass on its own violent death.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MODULES = join(ROOT, 'node_modules')
const VITEST = join(MODULES, 'vitest/vitest.mjs')
const STAMP = join(MODULES, '.a2b-installed')

/** All of it, whatever NODE_ENV says: generating and testing need the development packages. */
const INSTALL = 'ci --include=dev --include=optional --ignore-scripts --no-audit --no-fund --loglevel=error'.split(' ')

/** How often we look whether our parent is still there. */
const PARENT_POLL_MS = 300

/** A terminal sends Ctrl-C to every process in it; a `kill -INT` reaches only us. One second tells them apart. */
const INTERRUPT_GRACE_MS = 1000

/** A child that has not ended by then is killed. The API gives running requests 25 seconds, the database gets 15. */
const STOP_MS = 45_000

const { scripts, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

/** @type {import('node:child_process').ChildProcess | undefined} */
let child
/** @type {NodeJS.Signals | undefined} the first signal that asked us to stop */
let stopSignal

const COMMANDS = {
  start: (args) => runNode(join(ROOT, 'scripts/start.ts'), args),
  test: runTests,
  'test:mysql': (args) => runNode(VITEST, ['run', '--project', 'mysql', ...args]),
  'test:prism': (args) => runNode(VITEST, ['run', '--project', 'prism', ...args]),
  'test:faults': (args) => runNode(join(ROOT, 'test/faults/main.ts'), args),
  a2b: (args) => runNode(join(ROOT, 'bin/a2b.mjs'), args),
  client: (args) => runNode(join(ROOT, 'scripts/pack-client.ts'), args),
  bench: (args) => runNode(join(ROOT, 'bench/requests/main.ts'), args),
  'bench:generate': (args) => runNode(join(ROOT, 'bench/generate.ts'), args),
  'bench:queries': (args) => runNode(join(ROOT, 'bench/queries/main.ts'), args),
  screenshots: (args) => runNode(join(ROOT, 'scripts/screenshots.ts'), args),
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stop(signal))
watchParent(() => stop('SIGTERM'))
process.exitCode = await main(process.argv.slice(2))
process.exit()

async function main([command, ...args]) {
  const runCommand = Object.hasOwn(COMMANDS, command ?? '') ? COMMANDS[command] : undefined
  if (!runCommand) {
    console.error(`Usage: node scripts/run.mjs ${Object.keys(COMMANDS).join('|')} [arguments]`)
    return 2
  }
  return (await install()) || (await runCommand(args))
}

/** Installs the packages unless those of this lock file are there already. @returns an exit code */
async function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return 0
  const started = performance.now()
  console.log(`${existsSync(MODULES) ? 'package-lock.json has changed' : 'First run'}: installing packages with npm ci`)
  // npm must not run on the Node that it is about to replace.
  const PATH = process.env.PATH?.split(delimiter).filter((path) => !path.startsWith(MODULES))
  const code = await run('npm', INSTALL, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PATH: PATH?.join(delimiter) },
  })
  if (code !== 0) {
    if (!stopSignal) console.error('npm ci failed. Its message is above; the package registry must be reachable.')
    return code
  }
  writeFileSync(STAMP, wanted)
  console.log(`Installed in ${seconds(started)}\n`)
  return 0
}

/** Type check, generated files, lint, tests: the first that fails ends it. `args` go to Vitest. */
async function runTests(args) {
  const steps = [
    ['Types', () => runScript('check:types')],
    ['Generated files', () => runScript('check:generated')],
    ['Lint and format', () => runScript('lint')],
    ['Tests', () => runNode(VITEST, ['run', ...everyday(args), ...args])],
  ]
  const summary = []
  let code = 0
  for (const [name, step] of steps) {
    console.log(`\n== ${name}`)
    const started = performance.now()
    code = await step()
    if (stopSignal) return code || exitCodeOf(stopSignal)
    summary.push(`   ${name.padEnd(16)} ${code === 0 ? 'ok    ' : 'failed'} ${seconds(started).padStart(8)}`)
    if (code !== 0) break
  }
  console.log(`\n== Summary\n${summary.join('\n')}`)
  return code
}

/** All tests but those on MySQL and those through Prism, unless `args` say themselves which. */
function everyday(args) {
  return args.some((arg) => arg.startsWith('--project')) ? [] : ['--project', '!mysql', '--project', '!prism']
}

/** Runs a script of package.json without npm around it. */
async function runScript(name) {
  return run(scripts[name], [], { shell: true, stdio: 'inherit', env: childEnvironment() })
}

/** Runs a program on a Node that can. The channel tells the program when we are gone, even by kill -9. */
async function runNode(program, args) {
  const node = findNode()
  if (!node) return 1
  return run(node, [program, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: childEnvironment() })
}

/** The running Node if it is new enough, else the one that an optional dependency brings. */
function findNode() {
  const [major, minor] = engines.node.match(/\d+/g).map(Number)
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number)
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return process.execPath
  const brought = join(MODULES, '.bin/node')
  if (existsSync(brought)) return brought
  console.error(
    `This needs Node ${engines.node}, and ${process.execPath} is ${process.version}. Install one from https://nodejs.org/\n` +
      'On Linux (x64, arm64) npm brings one by itself, unless it is told to omit optional dependencies.',
  )
  return undefined
}

function childEnvironment() {
  return { ...process.env, PATH: [join(MODULES, '.bin'), process.env.PATH].join(delimiter) }
}

/** @returns the exit code, as a shell would give it; also for a program that a signal ended */
async function run(program, args, options) {
  // A step that ended well because it was told to stop must not let the next one start.
  if (stopSignal) return exitCodeOf(stopSignal)
  child = spawn(program, args, { cwd: ROOT, ...options })
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`)
      resolve(127)
    })
    child.once('exit', (code, signal) => {
      child = undefined
      resolve(code ?? exitCodeOf(signal))
    })
  })
}

/** Passes the signal on; we end when the child does. */
function stop(signal) {
  const isFirst = stopSignal === undefined
  stopSignal ??= signal
  if (!child) process.exit(exitCodeOf(signal))
  setTimeout(() => child?.kill(signal), signal === 'SIGINT' ? INTERRUPT_GRACE_MS : 0)
  if (isFirst) setTimeout(() => child?.kill('SIGKILL'), STOP_MS)
}

function exitCodeOf(signal) {
  return 128 + constants.signals[signal]
}

/**
 * Calls back when the process that started us is gone. npm starts scripts through a shell that outlives it, so under npm
 * the shell's parent is watched as well.
 */
function watchParent(onGone) {
  const parent = process.ppid
  const isShell = /^(ba|da|a|k|z)?sh$/.test(basename(nameOf(parent)))
  const npm = process.env.npm_lifecycle_event !== undefined && isShell ? parentOf(parent) : undefined
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return
    clearInterval(timer)
    onGone()
  }, PARENT_POLL_MS)
  timer.unref()
}

function nameOf(pid) {
  return process.platform === 'linux' ? proc(pid, 'comm').trim() : ps(pid, 'comm')
}

function parentOf(pid) {
  if (process.platform !== 'linux') return ps(pid, 'ppid')
  const stat = proc(pid, 'stat')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
}

/** Empty for a process that has ended. */
function proc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/** Elsewhere than on Linux it takes a process to ask; three a second are affordable. */
function ps(pid, column) {
  const { stdout } = spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' })
  return (stdout ?? '').trim()
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
