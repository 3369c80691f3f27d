import type { Catalogue, Lang, Messages, Refusal, RefusalParams } from '../../core/base/index.ts'
import { lookUp, translator } from '../../core/base/index.ts'

/** Says texts whose key is only known at run time: refusals, issues, confirmations. */
export interface Speaker {
  readonly refusal: (refusal: Pick<Refusal, 'code' | 'params'>, lang: Lang) => string
  /** A text of one slice by its dotted key, or null when the slice has none. */
  readonly text: (slice: string, key: string, params: RefusalParams, lang: Lang) => string | null
}

/**
 * Joins the catalogues of all slices and of the platform.
 *
 * @param named catalogue by slice; each may hold `refusals` with texts by code
 * @throws a bug when a refusal has no text: a test over the sources keeps that from happening
 */
export function makeSpeaker(named: readonly (readonly [string, Catalogue<Messages>])[]): Speaker {
  const byName = new Map(named)
  const find = (code: string, lang: Lang) => {
    for (const [, both] of named) {
      const refusals = both[lang]['refusals']
      const message = typeof refusals === 'object' ? lookUp(refusals, code) : undefined
      if (message !== undefined) return message
    }
    throw new Error(`no text for the refusal "${code}" in ${lang}`)
  }
  return {
    refusal: ({ code, params }, lang) => sayMessage(find(code, lang), params, lang),
    text: (slice, key, params, lang) => {
      const message = lookUp(byName.get(slice)?.[lang] ?? {}, key)
      return message === undefined ? null : sayMessage(message, params, lang)
    },
  }
}

function sayMessage(message: string, params: RefusalParams, lang: Lang): string {
  return translator({ ru: { message }, en: { message } }, lang)('message', params)
}
