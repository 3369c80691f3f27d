import { type Lang, refuse, translator } from '../../core/base/index.ts'
import type { Command } from '../../core/web/command.ts'
import type { ScaleEntry } from './scale-entry.ts'
import { loadScales, shippedScales } from './shipped-scales.ts'
import { scalesTexts } from './texts.ts'

const example = './opora scales'

/** `./opora scales [FOLDER]`: the shipped scales, or those of a folder, which are checked on the way. */
export const scalesCommand: Command = {
  name: 'scales',
  summary: { ru: scalesTexts.ru.summary, en: scalesTexts.en.summary },
  example,
  async run(args, io) {
    const { folder, lang } = parse(args)
    const say = translator(scalesTexts, lang)
    const entries = folder === null ? await shippedScales() : await loadScales(folder)
    if (entries.length === 0) io.out(say('nothing', { folder: folder ?? '' }))
    let id = ''
    for (const entry of entries) {
      if (entry.id !== id) io.out(headOf(entry, lang))
      id = entry.id
      io.out(say('scale', figuresOf(entry)))
    }
    io.out(say('total', { n: entries.length }))
    return 0
  },
}

function headOf({ id, title, years, regionId, status, source, checkedOn }: ScaleEntry, lang: Lang): string {
  const say = translator(scalesTexts, lang)
  const shown = 'from' in years ? say('from', { year: String(years.from) }) : say('years', { years: years.join(', ') })
  return say('head', { id, title, years: shown, region: regionId ?? 'none', status, source, checkedOn })
}

function figuresOf({ procedure, subject, grade, marks, minimum, max, also }: ScaleEntry) {
  const [three, four, five] = marks ?? []
  return {
    ...{ procedure, subject, grade, marks: marks ? 'some' : 'none', three, four, five },
    ...{ minimum: minimum ?? 'none', max: max ?? 'none', also: also ?? 'none' },
  }
}

function parse(args: readonly string[]): { folder: string | null; lang: Lang } {
  let folder: string | null = null
  let lang: Lang = 'ru'
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!
    if (word === '--lang' && (args[at + 1] === 'ru' || args[at + 1] === 'en')) lang = args[++at] as Lang
    else if (word.startsWith('--') || folder !== null)
      throw refuse('invalid', 'assessments/scales-unknown-option', { found: word, example: `${example} ./scales` })
    else folder = word
  }
  return { folder, lang }
}
