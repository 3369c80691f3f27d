import { type Catalogue, type Lang, lookUp, type Messages, Refusal, refuse, translator } from '../../core/base/index.ts'
import type { Command, CommandIo } from '../../core/web/command.ts'
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
      io.out(helpText(commands, lang))
      return exitCode.done
    }
    const command = commands.find(({ name }) => name.split(' ').every((word, at) => words[at] === word))
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

/** Every command with what it does and a line that works. */
export function helpText(commands: readonly Command[], lang: Lang): string {
  const say = translator(texts, lang)
  const listed = commands.flatMap(({ name, summary, example }) => [
    '',
    `  ${name}`,
    `      ${summary[lang]}`,
    `      ${say('example')}: ${example}`,
  ])
  return [say('usage'), say('howTo'), ...listed, '', say('exitCodes')].join('\n')
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
