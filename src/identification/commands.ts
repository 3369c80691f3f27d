import type { Command } from '../core/web/command.ts'
import { chanceCommand } from './chance/command.ts'
import { identifyCommand } from './identify/command.ts'
import { methodologyCommands } from './rules/command.ts'

/** Commands of this slice: from files alone, with neither a database nor a server. */
export const identificationCommands: readonly Command[] = [identifyCommand, ...methodologyCommands, chanceCommand]
