import type { Lang } from '../../core/base/index.ts'
import { longDate } from '../../ui/index.ts'
import type { ProcedureResults } from '../views-contract.ts'
import type { T } from './parts.tsx'

/** «Как посчитано»: formulas in words, and the scale where one procedure is shown. */
export function HowCounted({
  t,
  lang,
  scale,
}: {
  readonly t: T
  readonly lang: Lang
  readonly scale?: ProcedureResults['scale']
}) {
  return (
    <details class="counted" id="counted">
      <summary>{t('procedure.counted')}</summary>
      <div class="prose">
        <ul>
          <li>{t('counted.low')}</li>
          <li>{t('counted.marks')}</li>
          <li>{t('counted.mean')}</li>
          <li>{t('counted.region')}</li>
          <li>{t('counted.interval')}</li>
          <li>{t('counted.missing')}</li>
          {scale !== undefined && <li>{scaleText(t, lang, scale)}</li>}
        </ul>
      </div>
    </details>
  )
}

function scaleText(t: T, lang: Lang, scale: ProcedureResults['scale']): string {
  if (!scale) return t('counted.noScale')
  const { title, source, status, marks, minimum } = scale
  const named = t('counted.scale', { title, source, status, date: longDate(scale.checkedOn, lang) })
  const [three, four, five] = marks ?? []
  return [
    named,
    marks && t('counted.scaleMarks', { three, four, five }),
    minimum !== null && t('counted.scaleMinimum', { minimum }),
  ]
    .filter(Boolean)
    .join(' ')
}
