import { IntlMessageFormat } from 'intl-messageformat'
import type { Lang } from './ctx.ts'
import { localeOf } from './intl.ts'

/** A tree of messages in ICU syntax: `'{n, plural, one {# пункт} few {# пункта} other {# пунктов}}'`. */
export interface Messages {
  readonly [key: string]: string | Messages
}
/** The same keys with other words: makes the compiler refuse an incomplete translation. */
export type SameKeys<M> = { readonly [K in keyof M]: M[K] extends string ? string : SameKeys<M[K]> }

export interface Catalogue<M extends Messages> {
  readonly ru: M
  readonly en: SameKeys<M>
}

/** Keys of a catalogue joined by dots: `'review.approve'`. */
export type KeyOf<M> = { [K in keyof M & string]: M[K] extends string ? K : `${K}.${KeyOf<M[K]>}` }[keyof M & string]

export type TextParams = Readonly<Record<string, string | number | boolean | Date | null | undefined>>
export type Translate<M extends Messages> = (key: KeyOf<M>, params?: TextParams) => string

/**
 * Declares the texts of a slice or a page in both languages. English must have exactly the keys of Russian.
 * @example const texts = catalogue({ ru: { save: 'Сохранить' }, en: { save: 'Save' } })
 */
export function catalogue<const M extends Messages>(both: { ru: M; en: SameKeys<M> }): Catalogue<M> {
  return both
}

type Say = (key: string, params?: TextParams) => string
const translators = new WeakMap<object, Map<Lang, Say>>()

/**
 * Gives the function that says a text of a catalogue in one language. The same function every time, and each message is compiled once:
 * a page asks thousands of times.
 *
 * @throws a bug (plain Error) for a key that is not in the catalogue
 * @example translator(texts, 'ru')('found', { n: 3 }) // '3 пункта'
 */
export function translator<M extends Messages>(both: Catalogue<M>, lang: Lang): Translate<M> {
  const made = translators.get(both) ?? new Map<Lang, Say>()
  translators.set(both, made)
  const say = made.get(lang) ?? sayFrom(both[lang] as Messages, lang)
  made.set(lang, say)
  return say as Translate<M>
}

function sayFrom(messages: Messages, lang: Lang): Say {
  const known = new Map<string, string | IntlMessageFormat>()
  return (key, params) => {
    let message = known.get(key)
    if (message === undefined) {
      const text = lookUp(messages, key)
      if (text === undefined) throw new Error(`no text for "${key}" in ${lang}`)
      message = /[{'<]/.test(text) ? new IntlMessageFormat(text, localeOf[lang]) : text
      known.set(key, message)
    }
    return typeof message === 'string' ? message : String(message.format(params as Record<string, string>))
  }
}

/** The message under a dotted key, or undefined. Used where the key is only known at run time (refusals, issues). */
export function lookUp(messages: Messages, key: string): string | undefined {
  const direct = messages[key]
  if (typeof direct === 'string') return direct
  let node: string | Messages | undefined = messages
  for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined
  return typeof node === 'string' ? node : undefined
}
