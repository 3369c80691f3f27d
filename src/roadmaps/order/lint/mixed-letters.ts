import { leavesOf } from '../document/lines.ts'
import { type Lint, told } from './finding.ts'

const mostShown = 10

/** Latin letters inside Russian words: they look the same, but no search finds such a word. */
export const mixedLetters: Lint = (_, source) => {
  const found = new Map<string, string>()
  for (const { text, place } of leavesOf(source.blocks)) {
    if (!/[a-z]/i.test(text)) continue
    for (const [word] of text.matchAll(/\p{L}{2,}/gu))
      if (/[а-яё]/i.test(word) && /[a-z]/i.test(word) && !found.has(word)) found.set(word, place.id)
  }
  if (found.size === 0) return []
  const shown = [...found.keys()].slice(0, mostShown)
  const list = found.size > mostShown ? [...shown, '…'] : shown
  const message = told('mixedLetters', { list: list.join(', ') })
  const places = [...new Set(found.values())]
  return [{ code: 'typo', severity: 'info', where: told('where.document'), places, message }]
}
