import type { Page, PageEnv } from '../../../core/web/index.ts'
import { EmptyState, LinkButton, PageHead, Section, Table } from '../../../ui/index.ts'
import type { IndicatorsOfSchool } from '../contract.ts'
import { columnName, FactCell, FactsLegend, Source, textsIn } from './fact.tsx'

export function indicatorsOfSchoolPage(data: IndicatorsOfSchool, env: PageEnv): Page {
  const t = textsIn(env.lang)
  const { school, years, facts } = data
  const title = t('school.title', { name: school.name })
  const units = new Map(data.indicators.map(one => [one.name, one]))
  return {
    title,
    trail: [
      { text: t('results'), href: '/results' },
      { text: t('table.title'), href: '/results/indicators' },
    ],
    wide: true,
    body: (
      <>
        <PageHead
          title={title}
          {...(facts.length > 0 ? { lead: t('school.lead') } : {})}
          actions={
            <>
              <LinkButton href={`/results/schools/${school.id}`}>{t('school.results')}</LinkButton>
              <LinkButton href={`/schools/${school.id}`}>{t('school.card')}</LinkButton>
            </>
          }
        />
        {facts.length === 0 ? (
          <EmptyState title={t('school.empty')}>{t('school.emptyText')}</EmptyState>
        ) : (
          <>
            <Section title={t('school.byYear')}>
              <Table
                caption={t('school.byYear')}
                hideCaption
                dense
                narrow={years.length > 3 ? 'scroll' : 'cards'}
                rows={data.indicators}
                rowKey={row => row.name}
                columns={[
                  {
                    key: 'name',
                    head: t('table.indicator'),
                    rowHead: true,
                    width: '30%',
                    cell: row => columnName(t, row),
                  },
                  ...years.map(year => ({
                    key: String(year),
                    head: String(year),
                    cell: (row: (typeof data.indicators)[number]) => (
                      <FactCell
                        fact={facts.find(fact => fact.indicator === row.name && fact.year === year)}
                        unit={row.unit}
                        lang={env.lang}
                      />
                    ),
                  })),
                ]}
              />
              <FactsLegend t={t} lang={env.lang} />
            </Section>
            <Section title={t('school.sources')}>
              <Table
                caption={t('school.sources')}
                hideCaption
                dense
                rows={facts}
                rowKey={fact => `${fact.indicator} ${fact.year}`}
                columns={[
                  {
                    key: 'indicator',
                    head: t('table.indicator'),
                    rowHead: true,
                    width: '30%',
                    cell: fact => columnName(t, units.get(fact.indicator)!),
                  },
                  { key: 'year', head: t('table.year'), cell: fact => fact.year },
                  {
                    key: 'value',
                    head: t('table.value'),
                    cell: fact => <FactCell fact={fact} unit={units.get(fact.indicator)!.unit} lang={env.lang} />,
                  },
                  {
                    key: 'source',
                    head: t('table.source'),
                    cell: fact => <Source name={fact.source} linked={env.may('results.write')} />,
                  },
                ]}
              />
            </Section>
          </>
        )}
      </>
    ),
  }
}
