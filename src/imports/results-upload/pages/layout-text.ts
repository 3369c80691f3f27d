import { type Lang, translator } from '../../../core/base/index.ts'
import { resultsTexts } from '../../results/texts.ts'

/** What table a file was taken for, in words. */
export function layoutText(layout: string, lang: Lang): string {
  const t = translator(resultsTexts, lang)
  return layout in resultsTexts.ru.layouts ? t(`layouts.${layout as 'rcoi'}`) : layout
}
