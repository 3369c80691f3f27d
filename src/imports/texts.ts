import type { Messages } from '../core/base/index.ts'
import { indicatorsTexts } from './indicators/texts.ts'
import { registersTexts } from './registers/texts.ts'
import { resultsTexts } from './results/texts.ts'
import { resultsUploadTexts } from './results-upload/texts.ts'

/** What the shell says for this slice: refusals, confirmations and lines of the change log of all its folders. */
export const importsTexts = { ru: joined('ru'), en: joined('en') }

function joined(lang: 'ru' | 'en'): Messages {
  const parts: readonly Messages[] = [
    registersTexts[lang],
    resultsTexts[lang],
    resultsUploadTexts[lang],
    indicatorsTexts[lang],
  ]
  const all = (name: string) => Object.assign({}, ...parts.map(part => part[name] ?? {})) as Messages
  return { ...registersTexts[lang], refusals: all('refusals'), done: all('done'), actions: all('actions') }
}
