import { type Translate, translator } from '../../../core/base/index.ts'
import type { PageEnv } from '../../../core/web/index.ts'
import { shortDate } from '../../../ui/index.ts'
import type { ScalePlace } from '../scale-entry.ts'
import type { ShownScale, ShownThresholds } from '../shapes.ts'
import { scalePageTexts } from './texts.ts'

export type T = Translate<typeof scalePageTexts.ru>

export function textsOf({ lang }: PageEnv): T {
  return translator(scalePageTexts, lang)
}

export function scaleHref(key: string): string {
  return `/results/scales/${encodeURIComponent(key)}`
}

/** «ВПР, математика, 5 класс, 2025 год» */
export function placeName(t: T, { procedure, subject, grade, year }: ScalePlace): string {
  return t('placeYear', { procedure, subject, grade, year: String(year) })
}

/** «„3“ с 7, „4“ с 11, „5“ с 15; наибольший 20» */
export function thresholdsText(t: T, { marks, minimum, max, also }: ShownThresholds): string {
  const [three, four, five] = marks ?? []
  return [
    marks ? t('marks', { three, four, five }) : '',
    minimum === null ? '' : t('minimum', { minimum }),
    max === null ? '' : t('max', { max }),
    also === null ? '' : t('also', { also }),
  ]
    .filter(Boolean)
    .join('; ')
}

/** «регион, редакция 2; сверена 01.03.2025» */
export function originText(t: T, { id, own, status, checkedOn }: ShownScale): string {
  return [
    own ? t('own', { edition: id.split('/')[1] }) : t('shipped', { id }),
    status === 'default' ? t('byDefault') : '',
    t('checked', { day: shortDate(checkedOn) }),
  ]
    .filter(Boolean)
    .join('; ')
}
