import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { catalogue, refuse } from '../../core/base/index.ts'
import type { Command } from '../../core/web/command.ts'
import { optionTexts } from './option-texts.ts'
import { productCommands } from './product-commands.ts'
import { runWords } from './run.ts'

const texts = catalogue({
  ru: { refusals: { 'tea/cold': 'Чай остыл за {minutes} мин.' } },
  en: { refusals: { 'tea/cold': 'The tea went cold in {minutes} min.' } },
})
const command = (name: string, answer: () => number): Command => ({
  name,
  summary: { ru: `сделать ${name}`, en: `do ${name}` },
  example: `./opora ${name} файл`,
  run: async (args, io) => {
    const code = answer()
    io.out(args.join(','))
    return code
  },
})
const commands = [
  command('tea make', () => 0),
  command('tea check', () => 1),
  command('tea drink', () => {
    throw refuse('invalid', 'tea/cold', { minutes: 9 })
  }),
  command('tea spill', () => {
    throw new Error('no cup')
  }),
]

async function type(...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runWords(words, commands, [texts], {
    out: text => void out.push(text),
    err: text => void err.push(text),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('./opora', () => {
  test('the words after the name reach the command, its answer is the exit code', async () => {
    assert.deepEqual(await type('tea', 'make', 'чашка', '--json'), { code: 0, out: 'чашка,--json', err: '' })
    assert.equal((await type('tea', 'check')).code, 1)
  })

  test('help lists every command with its example, in both languages', async () => {
    const { code, out } = await type('--help')
    assert.equal(code, 0)
    for (const { example, summary } of commands) assert.ok(out.includes(example) && out.includes(summary.ru))
    assert.ok((await type('--help', '--lang', 'en')).out.includes('do tea make'))
    assert.equal((await type()).out, out)
  })

  test('help of one command tells of that command alone, of a word that several begin with of all of them', async () => {
    const { out } = await type('tea', 'make', '--help')
    assert.ok(out.includes('./opora tea make') && !out.includes('./opora tea check'))
    const all = (await type('tea', '--help')).out
    assert.ok(commands.every(({ example }) => all.includes(example)))
    assert.equal((await type('coffee', '--help')).out, (await type('--help')).out)
  })

  test('every command of the product has its options told, and no other word does', () => {
    const told = Object.keys(optionTexts.ru)
    assert.deepEqual([...told].sort(), productCommands.map(({ name }) => name).sort())
  })

  test('a refusal is 2: its words and code on the error stream, nothing on the other', async () => {
    const { code, out, err } = await type('tea', 'drink')
    assert.deepEqual({ code, out, err }, { code: 2, out: '', err: 'Отказ (tea/cold): Чай остыл за 9 мин.' })
    assert.match((await type('tea', 'drink', '--lang', 'en')).err, /The tea went cold in 9 min/)
  })

  test('a bug is 3', async () => {
    const { code, err } = await type('tea', 'spill')
    assert.equal(code, 3)
    assert.match(err, /no cup/)
  })

  test('an unknown command is refused with the way to the list', async () => {
    const { code, err } = await type('coffee')
    assert.equal(code, 2)
    assert.match(err, /coffee.*--help/)
  })
})
