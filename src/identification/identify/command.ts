import { type IsoDate, type Lang, refuse } from '../../core/base/index.ts'
import type { Command } from '../../core/web/command.ts'
import { loadMethodology } from '../rules/load-methodology.ts'
import { identify } from './identify.ts'
import { answerInWords } from './in-words.ts'
import { readResults } from './read-results.ts'
import { identifyTexts } from './texts.ts'

const { ru, en } = identifyTexts
const example = './opora identify --methodology novokuznetsk-2022 --counts counts.csv --schools schools.csv --json'
const named = ['--methodology', '--counts', '--indicators', '--schools', '--year', '--on', '--lang'] as const

/** `./opora identify`: a list with reasons from files alone, without a database. */
export const identifyCommand: Command = {
  name: 'identify',
  summary: { ru: ru.summary, en: en.summary },
  example,
  async run(args, io) {
    const { options, changes, json } = parse(args)
    const { '--methodology': id, '--counts': counts, '--indicators': indicators, '--schools': schools } = options
    if (!id || !counts) throw refuse('invalid', 'identify/files-not-named', { example })
    const year = options['--year'] === undefined ? null : Number(options['--year'])
    if (year !== null && !(Number.isInteger(year) && year >= 1990 && year <= 2100))
      throw refuse('invalid', 'identify/bad-option', { found: `--year ${options['--year']}`, example })
    const day = options['--on']
    if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))
      throw refuse('invalid', 'identify/bad-option', { found: `--on ${day}`, example })
    const { methodology } = await loadMethodology(id)
    const table = await readResults({ counts, indicators, schools })
    const answer = identify(methodology, table, {
      ...(year === null ? {} : { year }),
      ...(day ? { day: day as IsoDate } : {}),
      changes,
    })
    const lang: Lang = options['--lang'] === 'en' ? 'en' : 'ru'
    io.out(json ? JSON.stringify(answer, null, 2) : answerInWords(answer, methodology, lang))
    return 0
  },
}

function parse(args: readonly string[]) {
  const options: Partial<Record<(typeof named)[number], string>> = {}
  const changes: Record<string, string | number> = {}
  let json = false
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!
    const value = args[at + 1]
    const option = named.find(name => name === word)
    const change = word === '--set' ? /^([^=]+)=(.+)$/.exec(value ?? '') : null
    if (word === '--json') json = true
    else if (option && value !== undefined) options[option] = args[++at]!
    else if (change) {
      const [, name = '', text = ''] = change
      changes[name] = /^\d+$/.test(text) ? Number(text) : text
      at++
    } else throw refuse('invalid', 'identify/bad-option', { found: word, example })
  }
  return { options, changes, json }
}
