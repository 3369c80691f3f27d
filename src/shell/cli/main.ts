// The entry of `./opora`. Runs without a loader: what it imports is plain TypeScript that Node reads by itself.
import { assessmentsTexts } from '../../assessments/texts.ts'
import { identifyTexts } from '../../identification/identify/texts.ts'
import { rulesTexts } from '../../identification/rules/texts.ts'
import { identificationTexts } from '../../identification/texts.ts'
import { resultsTexts } from '../../imports/results/texts.ts'
import { texts as fileTexts } from '../../platform/files/texts.ts'
import { tablesTexts } from '../../platform/tables/index.ts'
import { commandTexts } from '../../roadmaps/command-texts.ts'
import { productCommands } from './product-commands.ts'
import { runWords } from './run.ts'

// `./opora … | head`: whoever reads may stop reading.
process.stdout.on('error', () => process.exit())

process.exitCode = await runWords(
  process.argv.slice(2),
  productCommands,
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
