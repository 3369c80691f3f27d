import { type Lang, refuse, translator } from '../../core/base/index.ts'
import type { Command } from '../../core/web/command.ts'
import { explain } from './explain.ts'
import { loadMethodology, shippedMethodologies } from './load-methodology.ts'
import { rulesTexts } from './texts.ts'
import { workThrough } from './worked-cases.ts'

const { ru, en } = rulesTexts
const testExample = './opora methodology test'
const explainExample = './opora methodology explain novokuznetsk-2022'

/** `./opora methodology test [DIR]` and `./opora methodology explain ID`. */
export const methodologyCommands: readonly Command[] = [
  {
    name: 'methodology test',
    summary: { ru: ru.commands.test, en: en.commands.test },
    example: testExample,
    async run(args, io) {
      const { words, lang } = parse(args, testExample)
      const say = translator(rulesTexts, lang)
      let total = 0
      let failed = 0
      for (const id of words.length > 0 ? words : await shippedMethodologies()) {
        const loaded = await loadMethodology(id)
        for (const { name, source, differences } of await workThrough(loaded)) {
          total++
          if (differences.length > 0) failed++
          io.out(
            say(differences.length > 0 ? 'test.failed' : 'test.passed', { id: loaded.methodology.id, name, source }),
          )
          for (const difference of differences) io.out(say('test.difference', { ...difference }))
        }
      }
      io.out(say('test.total', { total, failed }))
      return failed > 0 ? 1 : 0
    },
  },
  {
    name: 'methodology explain',
    summary: { ru: ru.commands.explain, en: en.commands.explain },
    example: explainExample,
    async run(args, io) {
      const { words, lang } = parse(args, explainExample)
      if (words.length !== 1)
        throw refuse('invalid', 'methodologies/bad-option', { found: words.join(' '), example: explainExample })
      io.out(explain((await loadMethodology(words[0]!)).methodology, lang))
      return 0
    },
  },
]

function parse(args: readonly string[], example: string): { words: readonly string[]; lang: Lang } {
  const words: string[] = []
  let lang: Lang = 'ru'
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!
    if (word === '--lang' && (args[at + 1] === 'ru' || args[at + 1] === 'en')) lang = args[++at] as Lang
    else if (word.startsWith('--')) throw refuse('invalid', 'methodologies/bad-option', { found: word, example })
    else words.push(word)
  }
  return { words, lang }
}
