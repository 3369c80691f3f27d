import { IntlMessageFormat } from 'intl-messageformat'
import type { Lang } from './ctx.ts'

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

const compiled = new Map<string, IntlMessageFormat>()

/**
 * Gives the function that says a text of a catalogue in one language.
 *
 * @throws a bug (plain Error) for a key that is not in the catalogue
 * @example translator(texts, 'ru')('found', { n: 3 }) // '3 пункта'
 */
export function translator<M extends Messages>(both: Catalogue<M>, lang: Lang): Translate<M> {
  const messages = both[lang] as Messages
  return (key, params) => {
    const message = lookUp(messages, key)
    if (message === undefined) throw new Error(`no text for "${key}" in ${lang}`)
    if (!message.includes('{') && !message.includes("'")) return message
    return String(format(message, lang).format(params as Record<string, string>))
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

function format(message: string, lang: Lang): IntlMessageFormat {
  const id = `${lang}\u0000${message}`
  let made = compiled.get(id)
  if (!made) compiled.set(id, (made = new IntlMessageFormat(message, lang === 'ru' ? 'ru-RU' : 'en-GB')))
  return made
}
