import { type GatheredCell, shippedScales } from '../../assessments/contract.ts'
import { Refusal, refuse } from '../../core/base/index.ts'
import type { Command, CommandIo } from '../../core/web/command.ts'
import { filesIn } from '../../platform/files/files-in.ts'
import { saveFile } from '../../platform/files/save-file.ts'
import { type ReadWords, readExample, readWordsIn } from './command-options.ts'
import { startPrinting } from './command-print.ts'
import { startCountsFile, usualWaves } from './counts-file.ts'
import { type ReadFile, readResults } from './read-results.ts'
import { type TemplateKind, templateFile, templateKinds } from './templates.ts'
import { resultsTexts } from './texts.ts'

const templateExample = './opora results template counts.xlsx'

/** `./opora results …`: files of results become counts by school, without a database and a server. */
export const resultsCommands: readonly Command[] = [
  {
    name: 'results read',
    summary: { ru: resultsTexts.ru.summary, en: resultsTexts.en.summary },
    example: readExample,
    run: (args, io) => readAll(readWordsIn(args), io),
  },
  {
    name: 'results template',
    summary: { ru: resultsTexts.ru.templateSummary, en: resultsTexts.en.templateSummary },
    example: templateExample,
    async run([path = '', ...args], io) {
      const found = /(?:^|[\\/])(counts|participants)\.(xlsx|csv)$/i.exec(path)
      const kind = templateKinds.find(known => known === found?.[1]?.toLowerCase())
      if (!found || !kind) throw refuse('invalid', 'results/bad-template', { found: path, example: templateExample })
      await saveFile(path, await templateFile(kind satisfies TemplateKind, found[2]!.toLowerCase() as 'xlsx' | 'csv'))
      const lang = args[args.indexOf('--lang') + 1] === 'en' && args.includes('--lang') ? 'en' : 'ru'
      io.out(resultsTexts[lang].templateSaved.replace('{path}', path))
      return 0
    },
  },
]

/** @returns 0 when every file was read, 1 when some were not, 2 when none was */
async function readAll(words: ReadWords, io: CommandIo): Promise<number> {
  const printing = startPrinting(words, io)
  const counts = words.counts === null ? null : startCountsFile(await shippedScales(), words.waves ?? usualWaves)
  const owners = new Map<string, string>()
  const refused: { name: string; refusal: Refusal }[] = []
  let files = 0
  for (const place of words.places) {
    const before = files
    for await (const { name, source } of filesIn(place)) {
      files++
      try {
        const read = await readResults(source, { fileName: name, stated: words.stated })
        const clash = counts ? addUp(read, name, owners, counts.add) : null
        if (clash) throw refuse('conflict', 'results/clash', clash)
        printing.file(name, read)
      } catch (error) {
        if (!(error instanceof Refusal) || error.code === 'results/clash') throw error
        refused.push({ name, refusal: error })
      }
    }
    if (files === before) throw refuse('not-found', 'results/no-files', { path: place, example: readExample })
  }
  if (files === 1 && refused[0]) throw refused[0].refusal
  for (const { name, refusal } of refused) printing.refused(name, refusal)
  if (counts) {
    const { text, rows, unknown } = counts.csv()
    await saveFile(words.counts!, text)
    printing.counts(words.counts!, rows, unknown)
  }
  printing.end()
  return refused.length === 0 ? 0 : refused.length === files ? 2 : 1
}

/** Adds the cells of a file up; names both files when a unit was in another one. */
function addUp(
  { cells }: ReadFile,
  name: string,
  owners: Map<string, string>,
  add: (cell: GatheredCell) => void,
): { one: string; other: string } | null {
  for (const cell of cells) {
    const { schoolCode, procedure, subject, grade, year, wave } = cell
    const unit = [schoolCode, procedure, subject, grade, year, wave, cell.class].join('\n')
    const owner = owners.get(unit)
    if (owner !== undefined && owner !== name) return { one: owner, other: name }
    owners.set(unit, name)
    add(cell)
  }
  return null
}
