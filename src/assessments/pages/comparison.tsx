import type { Lang } from '../../core/base/index.ts'
import { StackedBars } from '../../ui/charts/index.ts'
import { figure, Section, Table } from '../../ui/index.ts'
import type { Comparison, NotCountable, ProcedureResults } from '../views-contract.ts'
import { whyNot } from './markers.tsx'
import type { T } from './parts.tsx'

/** «Сравнение отметок»: lower, the same, higher than in the journal; the region under the school. */
export function ComparisonSection({ data, t, lang }: { data: ProcedureResults; t: T; lang: Lang }) {
  const { school, region } = data.markers!.comparison
  if (school.status !== 'counted')
    return (
      <Section id="comparison" title={t('procedure.comparison')}>
        <p class="soft">
          {t('markers.cannot')}: {whyNot(t, school)}.
        </p>
      </Section>
    )
  const rows = [
    { name: t('who.school'), value: school },
    { name: t('who.region'), value: region },
  ]
  const parts = [
    { look: 'low', text: t('col.lower') },
    { look: 'middle', text: t('col.same') },
    { look: 'high', text: t('col.higher') },
  ] as const
  const about = [
    t('procedure.comparisonAbout'),
    t(school.from === 'file' ? 'procedure.comparisonFile' : 'procedure.comparisonJournal'),
    school.withoutMark > 0 && t('procedure.withoutMark', { n: figure(school.withoutMark, lang) }),
  ]
  return (
    <Section id="comparison" title={t('procedure.comparison')}>
      <StackedBars
        id="comparison-bars"
        hideTitle
        title={t('procedure.comparison')}
        about={about.filter(Boolean).join(' ')}
        description={rows.map(({ name, value }) => `${name}: ${inWords(t, lang, value)}`).join('; ')}
        parts={parts}
        bars={rows.map(({ name, value }) => ({
          label: name,
          ...(value.status === 'counted' ? { about: t('about.n', { n: figure(sum(value), lang) }) } : {}),
          counts: value.status === 'counted' ? countsOf(value) : value.why === 'hidden' ? 'hidden' : 'missing',
        }))}
        table={
          <Table
            caption={t('procedure.comparison')}
            hideCaption
            dense
            rows={rows}
            rowKey={row => row.name}
            columns={[
              { key: 'who', head: t('col.who'), rowHead: true, cell: row => row.name },
              ...parts.map((part, at) => ({
                key: part.text,
                head: part.text,
                numeric: true,
                cell: ({ value }: (typeof rows)[number]) =>
                  value.status === 'counted' ? figure(countsOf(value)[at]!, lang) : at === 0 ? whyNot(t, value) : null,
              })),
              {
                key: 'n',
                head: t('col.n'),
                numeric: true,
                cell: ({ value }) => value.status === 'counted' && figure(sum(value), lang),
              },
            ]}
          />
        }
      />
    </Section>
  )
}

function inWords(t: T, lang: Lang, value: Comparison | NotCountable): string {
  if (value.status !== 'counted') return whyNot(t, value)
  const [lower, same, higher] = countsOf(value)
  return `${t('col.lower')} — ${figure(lower, lang)}, ${t('col.same')} — ${figure(same, lang)}, ${t('col.higher')} — ${figure(higher, lang)}`
}

const countsOf = ({ lower, same, higher }: Comparison) => [lower, same, higher] as [number, number, number]
const sum = ({ lower, same, higher }: Comparison) => lower + same + higher
