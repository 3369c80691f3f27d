import { type Lang, translator } from '../core/base/index.ts'
import { spanText } from './exports/content.ts'
import type { Basis } from './model/index.ts'
import { roadmapsTexts } from './texts.ts'

/**
 * The basis of a change in one line: the order, then the reason.
 * @example basisLine({ reason: 'слияние школ', orderNumber: '45-о', orderDate: '2026-03-12' }, 'ru') // 'приказ от 12.03.2026 № 45-о: слияние школ'
 */
export function basisLine({ reason, orderNumber, orderDate }: Basis, lang: Lang): string {
  if (!orderNumber && !orderDate) return reason
  const order = translator(roadmapsTexts, lang)('basis', {
    date: orderDate ?? 'none',
    shown: spanText(orderDate),
    number: orderNumber ?? 'none',
  })
  return `${order}: ${reason}`
}
