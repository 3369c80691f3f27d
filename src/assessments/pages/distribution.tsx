import type { Lang } from '../../core/base/index.ts'
import { Histogram } from '../../ui/charts/index.ts'
import { figure, percent, Section, Table } from '../../ui/index.ts'
import type { ProcedureResults } from '../views-contract.ts'
import { markParts, procedureName, type T } from './parts.tsx'

/** Scores of a long scale stand together in bars of so many points. */
const binWidth = 5

/** Histogram of scores with thresholds of marks and the region as an outline. */
export function DistributionSection({ data, t, lang }: { data: ProcedureResults; t: T; lang: Lang }) {
  const { scores, regionScores, scoresOf, scale, key, year } = data
  if (!scores || !scoresOf || total(scores) === 0)
    return (
      <Section id="distribution" title={t('procedure.histogram')}>
        <p class="soft">{t('procedure.noScores')}</p>
      </Section>
    )
  const fitting = scale?.of === scoresOf ? scale : null
  const thresholds = fitting?.marks ?? (fitting?.minimum ? [fitting.minimum] : [])
  const max = Math.max(fitting?.max ?? 0, scores.length - 1, (regionScores?.length ?? 0) - 1, ...thresholds)
  const wide = max > 60 && thresholds.length < 2
  const parts = markParts(t)
  const bands = fitting?.marks ? parts.map(part => ({ name: part.text, look: part.look })) : undefined
  const rows = Array.from({ length: max + 1 }, (_, score) => ({
    score,
    own: scores[score] ?? 0,
    region: regionScores ? (regionScores[score] ?? 0) : null,
  }))
  const share = (count: number, counts: readonly number[]) => percent((count / total(counts)) * 100, lang)
  return (
    <Section id="distribution" title={t('procedure.histogram')}>
      <Histogram
        id="histogram"
        hideTitle
        title={t('procedure.histogram')}
        about={
          <>
            {procedureName(t, key)}, {t('key.year', { year: String(year) })} · {t('who.school')}:{' '}
            {t('about.n', { n: figure(total(scores), lang) })}
            {regionScores && ` · ${t('who.region')}: ${t('about.n', { n: figure(total(regionScores), lang) })}`}
            <br />
            {t(
              bands
                ? 'procedure.histogramAbout'
                : thresholds.length > 0
                  ? 'procedure.histogramMinimum'
                  : 'procedure.histogramNoScale',
            )}
          </>
        }
        description={t('procedure.histogramDescription', {
          score: peak(scores),
          share: share(scores[peak(scores)]!, scores),
          region: regionScores ? String(peak(regionScores)) : 'none',
        })}
        counts={scores}
        beside={regionScores}
        thresholds={thresholds}
        thresholdName={t('procedure.minimum')}
        {...(bands ? { bands } : {})}
        max={max}
        {...(wide ? { by: binWidth } : {})}
        unit={wide ? t(`pointsBy.${scoresOf}`, { n: binWidth }) : t(`points.${scoresOf}`)}
        legend={[
          ...(bands ? parts : []),
          ...(regionScores ? [{ look: 'outline' as const, text: t('who.region') }] : []),
        ]}
        table={
          <Table
            caption={t('procedure.histogram')}
            hideCaption
            dense
            rows={rows}
            rowKey={row => String(row.score)}
            columns={[
              { key: 'score', head: t('col.score'), rowHead: true, cell: row => String(row.score) },
              { key: 'own', head: t('col.own'), numeric: true, cell: row => figure(row.own, lang) },
              { key: 'share', head: t('col.share'), numeric: true, cell: row => share(row.own, scores) },
              ...(regionScores
                ? [
                    {
                      key: 'region',
                      head: t('col.region'),
                      numeric: true,
                      cell: (row: (typeof rows)[number]) => figure(row.region ?? 0, lang),
                    },
                    {
                      key: 'regionShare',
                      head: t('col.regionShare'),
                      numeric: true,
                      cell: (row: (typeof rows)[number]) => share(row.region ?? 0, regionScores),
                    },
                  ]
                : []),
            ]}
          />
        }
      />
    </Section>
  )
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** The score that most have; the lowest of several. */
function peak(counts: readonly number[]): number {
  return counts.indexOf(Math.max(...counts))
}
