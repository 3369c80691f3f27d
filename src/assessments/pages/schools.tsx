import type { Page, PageEnv } from '../../core/web/index.ts'
import { EmptyState, FilterBar, figure, PageHead, Pagination, Select, Table, TextInput } from '../../ui/index.ts'
import type { SchoolsResults } from '../views-contract.ts'
import { keyText } from '../views-summary.ts'
import { HowCounted } from './how-counted.tsx'
import { LowCell } from './low-over-years.tsx'
import {
  AbsencesLegend,
  Absent,
  GoodCell,
  keyName,
  MarksCell,
  MarksKey,
  meanText,
  procedureHref,
  textsIn,
} from './parts.tsx'

type Row = SchoolsResults['schools'][number]

export function schoolsResultsPage(data: SchoolsResults, env: PageEnv): Page {
  const t = textsIn(env.lang)
  const { lang } = env
  const { key, year, query } = data
  const filtered = Boolean(query.q || query.municipality || query.state)
  const inScope = key && year ? { year: String(year), key: keyText(key) } : null
  return {
    title: t('schools.title'),
    trail: [{ text: t('territory.title'), href: '/results' }],
    wide: true,
    body: (
      <>
        <PageHead title={t('schools.title')} lead={t('schools.lead', { n: data.total })} />
        <FilterBar
          action="/results/schools"
          label={t('schools.filter')}
          {...(filtered ? { resetHref: `/results/schools${inScope ? `?${new URLSearchParams(inScope)}` : ''}` } : {})}
        >
          <Select
            name="year"
            label={t('schools.year')}
            value={String(year ?? '')}
            options={data.years.map(one => ({ value: String(one), text: String(one) }))}
          />
          <Select
            name="key"
            label={t('schools.procedure')}
            value={key ? keyText(key) : ''}
            options={data.keys.map(one => ({ value: keyText(one), text: keyName(t, one) }))}
          />
          {data.municipalities.length > 1 && (
            <Select
              name="municipality"
              label={t('schools.municipality')}
              value={query.municipality ?? ''}
              empty={t('schools.allMunicipalities')}
              options={data.municipalities.map(one => ({ value: one.id, text: one.name }))}
            />
          )}
          <Select
            name="state"
            label={t('schools.state')}
            value={query.state ?? ''}
            empty={t('schools.all')}
            options={[
              { value: 'with', text: t('schools.with') },
              { value: 'without', text: t('schools.without') },
            ]}
          />
          <TextInput name="q" label={t('schools.search')} value={query.q ?? ''} type="search" />
        </FilterBar>
        <MarksKey t={t} />
        <Table
          caption={
            key && year
              ? t('schools.caption', { name: keyName(t, key), year: String(year) })
              : t('schools.captionEmpty')
          }
          dense
          rows={data.schools}
          rowKey={row => row.id}
          empty={<EmptyState title={t('schools.nothing')} />}
          columns={[
            {
              key: 'name',
              head: t('col.school'),
              rowHead: true,
              width: '24%',
              cell: row => (
                <a href={row.summary && key && year ? procedureHref(row.id, key, year) : `/results/schools/${row.id}`}>
                  {row.name}
                </a>
              ),
            },
            ...(data.municipalities.length > 1
              ? [{ key: 'municipality', head: t('col.municipality'), cell: (row: Row) => row.municipality }]
              : []),
            {
              key: 'n',
              head: t('col.n'),
              numeric: true,
              cell: row =>
                row.summary
                  ? figure(row.summary.participants, lang)
                  : row.absence && <Absent kind={row.absence} t={t} />,
            },
            {
              key: 'marks',
              head: t('col.marks'),
              width: '18%',
              cell: row => row.summary && key && <MarksCell of={key} marks={row.summary.marks} t={t} lang={lang} />,
            },
            {
              key: 'low',
              head: t('col.low'),
              cell: row => row.summary && <LowCell value={row.summary} t={t} lang={lang} />,
            },
            {
              key: 'good',
              head: t('col.good'),
              cell: row => row.summary && key && <GoodCell of={key} marks={row.summary.marks} t={t} lang={lang} />,
            },
            { key: 'mean', head: t('col.mean'), cell: row => row.summary && meanText(t, lang, row.summary.mean) },
          ]}
        />
        <Pagination shown={data.schools.length} total={data.total} nextHref={data.next && nextHref(data, data.next)} />
        <AbsencesLegend t={t} />
        <HowCounted t={t} lang={lang} />
      </>
    ),
  }
}

function nextHref({ query, year, key }: SchoolsResults, after: string): string {
  const words = { ...query, ...(year ? { year: String(year) } : {}), ...(key ? { key: keyText(key) } : {}), after }
  const kept = Object.entries(words).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return `/results/schools?${new URLSearchParams(kept)}`
}
