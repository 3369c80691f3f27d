import { type Catalogue, type Messages, type Translate, translator } from '../../core/base/index.ts'
import type { OrderIssue } from './contract.ts'

/** Russian text → the same in English. A memo, not a record: the same text always has the same twin, and it is emptied when it grows. */
const twins = new Map<string, string>()
const kept = 20_000

/**
 * Says the texts of a catalogue in Russian, as findings are kept, and remembers how each sounds in English. A text inside a text («мероприятие 1.2»)
 * becomes its own twin inside the twin.
 *
 * @example twinSay(lintTexts)('where.item', { number: '1.2' }) // 'мероприятие 1.2'; its twin is 'item 1.2'
 */
export function twinSay<M extends Messages>(texts: Catalogue<M>): Translate<M> {
  const russian = translator(texts, 'ru')
  const english = translator(texts, 'en')
  return (key, params) => {
    const text = russian(key, params)
    if (twins.size > kept) twins.clear()
    const inEnglish = Object.entries(params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? twinOf(value) : value,
    ])
    twins.set(text, english(key, Object.fromEntries(inEnglish)))
    return text
  }
}

/**
 * Says the texts of a catalogue in both languages at once, as the label of a reading.
 *
 * @example inBothLanguages(tableTexts)('oneParty') // { label: 'один исполнитель', english: 'one party' }
 */
export function inBothLanguages<M extends Messages>(
  texts: Catalogue<M>,
): (...said: Parameters<Translate<M>>) => { readonly label: string; readonly english: string } {
  const russian = translator(texts, 'ru')
  const english = translator(texts, 'en')
  return (...said) => ({ label: russian(...said), english: english(...said) })
}

/** A finding with its words in English beside the Russian ones. Words that came from the order itself stay as printed. */
export function withTwin(issue: OrderIssue): OrderIssue {
  const { where, message, suggestion } = issue
  return {
    ...issue,
    english: {
      message: twinOf(message),
      ...(where === undefined ? {} : { where: twinOf(where) }),
      ...(suggestion === undefined || suggestion === null ? {} : { suggestion: twinOf(suggestion) }),
    },
  }
}

const twinOf = (text: string) => twins.get(text) ?? text
