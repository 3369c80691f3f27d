// The entry of `./opora`. Runs without a loader: what it imports is plain TypeScript that Node reads by itself.
import { scalesCommand } from '../../assessments/scales/command.ts'
import { assessmentsTexts } from '../../assessments/texts.ts'
import { identificationCommands } from '../../identification/commands.ts'
import { identifyTexts } from '../../identification/identify/texts.ts'
import { rulesTexts } from '../../identification/rules/texts.ts'
import { identificationTexts } from '../../identification/texts.ts'
import { resultsCommands } from '../../imports/results/commands.ts'
import { resultsTexts } from '../../imports/results/texts.ts'
import { texts as fileTexts } from '../../platform/files/texts.ts'
import { tablesTexts } from '../../platform/tables/index.ts'
import { commandTexts } from '../../roadmaps/command-texts.ts'
import { commands as roadmapCommands } from '../../roadmaps/commands.ts'
import { runWords } from './run.ts'
import { serveCommand } from './serve-command.ts'

// `./opora … | head`: whoever reads may stop reading.
process.stdout.on('error', () => process.exit())

process.exitCode = await runWords(
  process.argv.slice(2),
  [serveCommand, ...roadmapCommands, ...resultsCommands, scalesCommand, ...identificationCommands],
  [
    fileTexts,
    tablesTexts,
    resultsTexts,
    assessmentsTexts,
    commandTexts,
    identificationTexts,
    identifyTexts,
    rulesTexts,
  ],
  {
    out: text => process.stdout.write(`${text}\n`),
    err: text => process.stderr.write(`${text}\n`),
    debug: process.env['OPORA_DEBUG'] !== undefined,
  },
)
