#!/usr/bin/env node
// Looks at the Node.js version before anything that needs it is loaded: older ones cannot read TypeScript at all.
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `a2b needs Node.js 22.18 or newer, and this is ${process.versions.node}. In a clone, \`npm run a2b -- …\` brings its own.`,
  )
  process.exit(2)
}
// Compiling what we load costs more than all that generating does. Where this folder cannot be written, nothing is kept.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/a2b', import.meta.url)))
const { main } = await import('./main.ts')
await main(process.argv)
