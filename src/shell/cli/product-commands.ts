import { scalesCommand } from '../../assessments/scales/command.ts'
import type { Command } from '../../core/web/command.ts'
import { identificationCommands } from '../../identification/commands.ts'
import { resultsCommands } from '../../imports/results/commands.ts'
import { commands as roadmapCommands } from '../../roadmaps/commands.ts'
import { serveCommand } from './serve-command.ts'

/** All commands of `./opora`, in the order in which the help lists them. */
export const productCommands: readonly Command[] = [
  serveCommand,
  ...roadmapCommands,
  ...resultsCommands,
  scalesCommand,
  ...identificationCommands,
]
