import { type IsoDate, type Lang, refuse } from '../../core/base/index.ts'
import type { Command, CommandIo } from '../../core/web/command.ts'
import { loadMethodology } from '../rules/load-methodology.ts'
import { identify, identifyEach } from './identify.ts'
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
    const run = { ...(year === null ? {} : { year }), ...(day ? { day: day as IsoDate } : {}), changes }
    const lang: Lang = options['--lang'] === 'en' ? 'en' : 'ru'
    if (json) printJson(identifyEach(methodology, table, run), io)
    else io.out(answerInWords(identify(methodology, table, run), methodology, lang))
    return 0
  },
}

/** One school a piece: the whole of a country is longer than a text may be. */
function printJson({ head, schools }: ReturnType<typeof identifyEach>, io: CommandIo): void {
  io.out(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "schools": [`)
  let before: string | null = null
  for (const school of schools) {
    if (before !== null) io.out(`${before},`)
    before = JSON.stringify(school, null, 2).replace(/^/gm, '    ')
  }
  io.out(`${before ?? ''}\n  ]\n}`)
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
