/** The generator's commands. They read arguments, print and set the exit code; nothing else in the generator does. */
import type { Command } from 'commander'
import { checkCommand } from './commands/check.ts'
import type { ContextOf } from './commands/context.ts'
import { diffCommand } from './commands/diff.ts'
import { generateCommand } from './commands/generate.ts'

export function generatorCommands(contextOf: ContextOf): Command[] {
  return [generateCommand(contextOf), checkCommand(contextOf), diffCommand(contextOf)]
}
