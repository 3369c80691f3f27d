import type { Command } from '../core/web/command.ts'
import { chanceCommand } from './chance/command.ts'

/** Commands of this slice: from files alone, with neither a database nor a server. */
export const identificationCommands: readonly Command[] = [chanceCommand]
