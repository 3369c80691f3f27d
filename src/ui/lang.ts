import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Lang, Translate } from '../core/base/index.ts'
import { translator } from '../core/base/index.ts'
import { uiTexts } from './texts.ts'

/** The language of the page being rendered. The shell provides it; an island provides it at its root. */
export const LangContext = createContext<Lang>('ru')

/** Language of the page, inside a component. */
export function useLang(): Lang {
  return useContext(LangContext)
}

/** The words of the components in the language of the page. */
export function useUiText(): Translate<(typeof uiTexts)['ru']> {
  return translator(uiTexts, useLang())
}
