import { type Catalogue, type Lang, lookUp, type Messages, Refusal, refuse, translator } from '../../core/base/index.ts'
import type { Command, CommandIo } from '../../core/web/command.ts'
import { optionTexts } from './option-texts.ts'
import { texts } from './texts.ts'

/** Exit codes of `./opora`; a command itself gives 0 or 1. */
export const exitCode = { done: 0, defects: 1, refused: 2, bug: 3 } as const

/**
 * Finds the command that the words name and runs it; says refusals and bugs in the reader's language.
 *
 * @param words what was typed after `./opora`
 * @param catalogues where texts of refusals are looked up
 * @param io `debug` also prints the material of a refusal, for those who mend the program
 * @returns the exit code
 */
export async function runWords(
  words: readonly string[],
  commands: readonly Command[],
  catalogues: readonly Catalogue<Messages>[],
  io: CommandIo & { readonly debug?: boolean },
): Promise<number> {
  const lang = langOf(words)
  try {
    const help = words.length === 0 || words.includes('--help') || words[0] === 'help' || words[0] === '-h'
    if (help) {
      io.out(helpText(commandsMeant(words, commands), lang))
      return exitCode.done
    }
    const command = commands.find(command => isNamed(command, words))
    if (!command)
      throw refuse('not-found', 'cli/unknown-command', {
        found: words
          .filter(word => !word.startsWith('-'))
          .slice(0, 2)
          .join(' '),
      })
    return await command.run(words.slice(command.name.split(' ').length), io)
  } catch (error) {
    const say = translator(texts, lang)
    if (error instanceof Refusal) {
      io.err(say('refused', { code: error.code, message: refusalText(error, catalogues, lang) }))
      if (io.debug && error.details !== undefined) io.err(JSON.stringify(error.details, null, 2))
      return exitCode.refused
    }
    io.err(`${say('bug')}\n${error instanceof Error ? error.stack : String(error)}`)
    return exitCode.bug
  }
}

/** Commands with what they do, a line that works and what may stand after them. */
export function helpText(commands: readonly Command[], lang: Lang): string {
  const say = translator(texts, lang)
  const options = optionTexts[lang] as Readonly<Record<string, string>>
  const listed = commands.flatMap(({ name, summary, example }) => [
    '',
    `  ${name}`,
    `      ${summary[lang]}`,
    `      ${say('example')}: ${example}`,
    ...(options[name] ?? '').split('\n').map(line => `        ${line}`),
  ])
  return [say('usage'), say('howTo'), ...listed, '', say('exitCodes')].join('\n')
}

const isNamed = ({ name }: Command, words: readonly string[]) => name.split(' ').every((word, at) => words[at] === word)

/** `./opora results read --help` tells of that command, `./opora results --help` of both, `./opora --help` of all. */
function commandsMeant(words: readonly string[], commands: readonly Command[]): readonly Command[] {
  const named = words.filter(word => !word.startsWith('-') && word !== 'help')
  const exact = commands.filter(command => isNamed(command, named))
  const below = commands.filter(({ name }) => named.length > 0 && name.split(' ')[0] === named[0])
  return exact.length > 0 ? exact : below.length > 0 ? below : commands
}

function refusalText(refusal: Refusal, catalogues: readonly Catalogue<Messages>[], lang: Lang): string {
  for (const both of [texts as Catalogue<Messages>, ...catalogues]) {
    const refusals = both[lang]['refusals']
    const message = typeof refusals === 'object' ? lookUp(refusals, refusal.code) : undefined
    if (message !== undefined) return translator({ ru: { message }, en: { message } }, lang)('message', refusal.params)
  }
  return refusal.code
}

function langOf(words: readonly string[]): Lang {
  return words[words.indexOf('--lang') + 1] === 'en' && words.includes('--lang') ? 'en' : 'ru'
}
