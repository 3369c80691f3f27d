// Markers with their careful wording: an answer, what it means and does not mean, the formula with the numbers put in.
import type { ComponentChildren } from 'preact'
import type { Lang } from '../../core/base/index.ts'
import { figure, percent, Section, Status } from '../../ui/index.ts'
import type { Markers, NotCountable } from '../views-contract.ts'
import type { T } from './parts.tsx'

/** Why something cannot be counted, in words that begin with a small letter. */
export function whyNot(t: T, { why, found, needed }: NotCountable): string {
  return why === 'too-few' && found === 0
    ? t('markers.why.too-few-unknown', { needed })
    : t(`markers.why.${why}`, { found, needed })
}

export function MarkersSection({
  markers,
  t,
  lang,
}: {
  readonly markers: Markers
  readonly t: T
  readonly lang: Lang
}) {
  const num = (value: number, digits = 2) => figure(Math.round(value * 10 ** digits) / 10 ** digits, lang, digits)
  const { above, jump, spearman, cohort, valuesOf } = markers
  return (
    <Section id="markers" title={t('procedure.markers')}>
      <p class="prose soft">{t('procedure.markersAbout')}</p>
      <div class="markers">
        <Marker
          t={t}
          name="above"
          cannot={above}
          answer={above.status === 'above' ? [true, t('markers.above.yes')] : [false, t('markers.above.no')]}
        >
          {above.status !== 'not-countable' &&
            t('markers.above.numbers', {
              mean: num(above.school.mean),
              low: num(above.school.low),
              high: num(above.school.high),
              m: figure(above.school.n, lang),
              regionMean: num(above.region.mean),
              regionLow: num(above.region.low),
              regionHigh: num(above.region.high),
              n: figure(above.region.n, lang),
              of: valuesOf ? t(`points.${valuesOf}`) : '',
            })}
        </Marker>
        <Marker
          t={t}
          name="jump"
          cannot={jump.school}
          answer={[jump.seen, t(jump.seen ? 'markers.jump.yes' : 'markers.jump.no')]}
        >
          {jump.school.status === 'counted' && (
            <>
              {t('markers.jump.numbers', {
                z: num(jump.school.z),
                relative: percent(Math.round(jump.school.relative * 1000) / 10, lang),
                n: figure(jump.school.n, lang),
              })}{' '}
              {jump.region.status === 'counted' &&
                t('markers.jump.region', {
                  z: num(jump.region.z),
                  relative: percent(Math.round(jump.region.relative * 1000) / 10, lang),
                })}{' '}
              {jump.school.at
                .map(({ threshold, on, below }) => t('markers.jump.at', { threshold, on, below }))
                .join(' ')}
            </>
          )}
        </Marker>
        <Marker
          t={t}
          name="spearman"
          cannot={spearman}
          answer={
            spearman.status === 'counted' && spearman.corrected < 0
              ? [true, t('markers.spearman.yes')]
              : [false, t('markers.spearman.no')]
          }
        >
          {spearman.status === 'counted' &&
            t('markers.spearman.numbers', {
              corrected: num(spearman.corrected, 3),
              printed: num(spearman.printed, 3),
              n: figure(spearman.n, lang),
            })}
        </Marker>
        <Marker
          t={t}
          name="cohort"
          cannot={cohort}
          answer={
            cohort.status === 'not-countable'
              ? [false, '']
              : [cohort.status !== 'inside', t(`markers.cohort.${cohort.status}`)]
          }
        >
          {cohort.status !== 'not-countable' &&
            t('markers.cohort.numbers', {
              ratio: num(cohort.ratio, 3),
              low: num(cohort.low, 3),
              high: num(cohort.high, 3),
              median: num(cohort.median, 3),
              schools: cohort.schools,
            })}
        </Marker>
      </div>
    </Section>
  )
}

function Marker(props: {
  t: T
  name: 'above' | 'jump' | 'spearman' | 'cohort'
  cannot: { readonly status: string }
  answer: readonly [noticed: boolean, text: string]
  children: ComponentChildren
}) {
  const { t, name, cannot } = props
  const [noticed, text] = props.answer
  const isUndefined = cannot.status === 'not-countable'
  return (
    <div class="marker">
      <h3 class="marker__title">{t(`markers.${name}.title`)}</h3>
      <p>
        {isUndefined ? (
          <Status kind="off">
            {t('markers.cannot')}: {whyNot(t, cannot as NotCountable)}
          </Status>
        ) : (
          <Status kind={noticed ? 'info' : 'neutral'}>{text}</Status>
        )}
      </p>
      <p class="marker__means">{t(`markers.${name}.means`)}</p>
      <details>
        <summary>
          {t('markers.formula')}
          <span class="visually-hidden">: {t(`markers.${name}.title`)}</span>
        </summary>
        <p class="marker__formula">{t(`markers.${name}.formula`)}</p>
        {!isUndefined && <p class="marker__formula num">{props.children}</p>}
      </details>
    </div>
  )
}
