import { catalogue, translator } from '../../core/base/index.ts'
import { useLang } from '../lang.ts'

/** Words that charts say by themselves. */
export const chartTexts = catalogue({
  ru: { table: 'Те же числа таблицей', missing: 'нет данных', hidden: 'скрыто', zero: '0' },
  en: { table: 'The same figures as a table', missing: 'no data', hidden: 'suppressed', zero: '0' },
})

export function useChartText() {
  return translator(chartTexts, useLang())
}
