import { type Lang, refuse } from '../../core/base/index.ts'
import { type Fraction, fractionIn } from '../../core/rules/fraction.ts'
import type { Command } from '../../core/web/command.ts'
import { fileLimits } from '../../platform/files/limits.ts'
import { openFile } from '../../platform/files/open-file.ts'
import { readTable } from '../../platform/tables/index.ts'
import { identificationTexts } from '../texts.ts'
import { jsonPieces, readablePieces } from './print.ts'
import { readCounts } from './read-counts.ts'
import { chancesOfStratum } from './strata-chances.ts'

const example = './opora chance --counts counts.csv --threshold 0.3 --json'

/** A country in one CSV: the person at this keyboard chose the file, so only memory sets the limit. */
const limits = { ...fileLimits, fileBytes: 256 * 1024 * 1024 }

/** `./opora chance`: the probability that the true share of a school is not below a threshold. */
export const chanceCommand: Command = {
  name: 'chance',
  summary: { ru: identificationTexts.ru.chance.summary, en: identificationTexts.en.chance.summary },
  example,
  async run(args, io) {
    const { file, threshold, json, lang } = parse(args)
    const [sheet] = await readTable(await openFile(file, limits), limits)
    const strata = readCounts(sheet?.rows ?? []).map(counts => chancesOfStratum(counts, threshold))
    for (const piece of json ? jsonPieces(strata) : readablePieces(strata, threshold, lang)) io.out(piece)
    return 0
  },
}

interface Wanted {
  readonly file: string
  readonly threshold: Fraction
  readonly json: boolean
  readonly lang: Lang
}

function parse(args: readonly string[]): Wanted {
  let file: string | undefined
  let threshold: string | undefined
  let json = false
  let lang: Lang = 'ru'
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!
    const next = args[at + 1]
    if (word === '--json') json = true
    else if (word === '--counts' && next !== undefined && file === undefined) file = args[++at]
    else if (word === '--threshold' && next !== undefined && threshold === undefined) threshold = args[++at]
    else if (word === '--lang' && (next === 'ru' || next === 'en')) lang = args[++at] as Lang
    else throw refuse('invalid', 'chance/unknown-option', { found: word, example })
  }
  if (file === undefined) throw refuse('invalid', 'chance/no-file', { example })
  return { file, threshold: thresholdIn(threshold ?? ''), json, lang }
}

function thresholdIn(text: string): Fraction {
  const share = fractionIn(text)
  if (share === null || share.num < 0 || share.num > share.den)
    throw refuse('invalid', 'chance/bad-threshold', { found: text, example })
  return share
}
