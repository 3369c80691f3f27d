import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  type Column,
  EmptyState,
  FilterBar,
  figure,
  LinkButton,
  PageHead,
  Pagination,
  Select,
  Table,
  TextInput,
} from '../../../ui/index.ts'
import type { IndicatorTable } from '../contract.ts'
import { columnName, countOf, FactCell, FactsLegend, Source, type T, textsIn } from './fact.tsx'

type Row = IndicatorTable['schools'][number]
const href = '/results/indicators'

export function indicatorTablePage(data: IndicatorTable, env: PageEnv): Page {
  const t = textsIn(env.lang)
  const mayUpload = env.may('results.write')
  const upload = mayUpload && <LinkButton href="/imports/indicators">{t('table.upload')}</LinkButton>
  return {
    title: t('table.title'),
    trail: [{ text: t('results'), href: '/results' }],
    wide: true,
    body: (
      <>
        <PageHead
          title={t('table.title')}
          {...(data.year === null ? {} : { lead: t('table.lead', { n: data.total }), actions: upload })}
        />
        {data.year === null ? (
          <EmptyState title={t('table.empty')} action={upload}>
            {t('table.emptyText')} {!mayUpload && t('table.emptyReader')}
          </EmptyState>
        ) : (
          <>
            <Filters data={data} t={t} />
            <Table
              caption={`${t('table.title')}, ${data.year}`}
              hideCaption
              dense
              narrow={data.shown.length > 3 ? 'scroll' : 'cards'}
              rows={data.schools}
              rowKey={row => row.id}
              empty={<EmptyState title={t('table.noneFound')}>{t('table.noneFoundText')}</EmptyState>}
              columns={columnsOf(data, t, env, mayUpload)}
            />
            <Pagination
              shown={data.schools.length}
              total={data.total}
              nextHref={data.next && `${href}?${kept({ ...data.query, after: data.next })}`}
            />
            <FactsLegend t={t} lang={env.lang} />
          </>
        )}
      </>
    ),
  }
}

function Filters({ data, t }: { data: IndicatorTable; t: T }) {
  const { query } = data
  const filtered = Boolean(query.q || query.municipality || query.state || query.indicator)
  return (
    <FilterBar
      action={href}
      label={t('table.filter')}
      {...(filtered ? { resetHref: `${href}?${kept({ year: String(data.year) })}` } : {})}
    >
      <Select
        name="year"
        label={t('table.year')}
        value={String(data.year)}
        options={data.years.map(one => ({ value: String(one), text: String(one) }))}
      />
      <Select
        name="indicator"
        label={t('table.indicator')}
        value={query.indicator ?? ''}
        empty={t('table.all')}
        options={data.indicators.map(one => ({ value: one.name, text: columnName(t, one) }))}
      />
      {data.municipalities.length > 1 && (
        <Select
          name="municipality"
          label={t('table.municipality')}
          value={query.municipality ?? ''}
          empty={t('table.allMunicipalities')}
          options={data.municipalities.map(one => ({ value: one.id, text: one.name }))}
        />
      )}
      <Select
        name="state"
        label={t('table.state')}
        value={query.state ?? ''}
        empty={t('table.any')}
        options={[
          { value: 'with', text: t('table.with') },
          { value: 'without', text: t('table.without') },
        ]}
      />
      <TextInput name="q" label={t('table.search')} value={query.q ?? ''} />
    </FilterBar>
  )
}

/** One indicator with its number of pupils and source, or all of the year side by side. */
function columnsOf(data: IndicatorTable, t: T, { lang }: PageEnv, linked: boolean): Column<Row>[] {
  const school: Column<Row> = {
    key: 'name',
    head: t('table.school'),
    rowHead: true,
    width: data.shown.length > 3 ? '180' : '26%',
    cell: row => <a href={`/results/schools/${row.id}/indicators`}>{row.name}</a>,
  }
  const municipality: Column<Row>[] =
    data.municipalities.length > 1 && data.shown.length <= 3
      ? [{ key: 'municipality', head: t('table.municipality'), cell: row => row.municipality }]
      : []
  const only = data.shown.length === 1 ? data.shown[0]! : null
  if (!only) {
    const values = data.shown.map(one => ({
      key: one.name,
      head: columnName(t, one),
      cell: (row: Row) => <FactCell fact={factOf(row, one.name)} unit={one.unit} lang={lang} />,
    }))
    return [school, ...municipality, ...values]
  }
  return [
    school,
    ...municipality,
    {
      key: 'value',
      head: columnName(t, only),
      cell: row => <FactCell fact={factOf(row, only.name)} unit={only.unit} lang={lang} withN={false} />,
    },
    {
      key: 'n',
      head: t('table.of'),
      numeric: true,
      cell: row => {
        const fact = factOf(row, only.name)
        const n = countOf(fact)
        if (n === null) return null
        return fact!.numerator === null
          ? figure(n, lang)
          : t('fact.share', { numerator: figure(fact!.numerator, lang), denominator: figure(n, lang) })
      },
    },
    {
      key: 'source',
      head: t('table.source'),
      cell: row => {
        const source = factOf(row, only.name)?.source
        return source === undefined ? null : <Source name={source} linked={linked} />
      },
    },
  ]
}

function factOf(row: Row, indicator: string) {
  return row.facts.find(fact => fact.indicator === indicator)
}

function kept(query: Readonly<Record<string, string | undefined>>): URLSearchParams {
  return new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1])))
}
