import path from 'node:path'
import { type Lang, refuse, translator } from '../core/base/index.ts'
import type { Command } from '../core/web/command.ts'
import { openFile } from '../platform/files/open-file.ts'
import { commandTexts } from './command-texts.ts'
import { defectsOf, summaryOf } from './order-summary.ts'
import { publishedOrder } from './published-order.ts'
import { readOrder } from './reading.ts'

const { ru, en } = commandTexts

const readExample = './opora order read приказ.docx --json'
const lintExample = './opora order lint приказ.docx'

/** Commands of this slice that need neither a database nor a server. */
export const commands: readonly Command[] = [
  {
    name: 'order read',
    summary: { ru: ru.read, en: en.read },
    example: readExample,
    async run(args, io) {
      const { file, json, lang } = parse(args, readExample)
      const { understood } = await readNamed(file)
      if (understood.order.roadmap.items.length === 0) io.err(translator(commandTexts, lang)('noPlan'))
      io.out(json ? JSON.stringify(publishedOrder(understood.order), null, 2) : summaryOf(understood, lang))
      return 0
    },
  },
  {
    name: 'order lint',
    summary: { ru: ru.lint, en: en.lint },
    example: lintExample,
    async run(args, io) {
      const { file, json, lang } = parse(args, lintExample)
      const { issues } = await readNamed(file)
      io.out(json ? JSON.stringify(issues, null, 2) : defectsOf(issues, lang))
      return issues.length > 0 ? 1 : 0
    },
  },
]

async function readNamed(file: string) {
  return readOrder({ fileName: path.basename(file), bytes: await openFile(file) })
}

function parse(args: readonly string[], example: string): { file: string; json: boolean; lang: Lang } {
  let file: string | undefined
  let json = false
  let lang: Lang = 'ru'
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!
    if (word === '--json') json = true
    else if (word === '--lang' && (args[at + 1] === 'ru' || args[at + 1] === 'en')) lang = args[++at] as Lang
    else if (word.startsWith('--') || file !== undefined)
      throw refuse('invalid', 'order/unknown-option', { found: word, example })
    else file = word
  }
  if (file === undefined) throw refuse('invalid', 'order/no-file', { example })
  return { file, json, lang }
}
