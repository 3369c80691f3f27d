import type { Page, PageEnv } from '../../core/web/index.ts'
import { EmptyState, figure, LinkButton, Notice, PageHead, Section, Table, Tabs } from '../../ui/index.ts'
import type { ProcedureKey, TerritoryResults } from '../views-contract.ts'
import { keyText } from '../views-summary.ts'
import { HowCounted } from './how-counted.tsx'
import { LowCell, LowOverYears } from './low-over-years.tsx'
import { MarksChart } from './marks-chart.tsx'
import {
  AbsencesLegend,
  Absent,
  GoodCell,
  isReported,
  keyName,
  MarksCell,
  MarksKey,
  procedureName,
  subjectName,
  type T,
  textsIn,
} from './parts.tsx'

type Row = TerritoryResults['procedures'][number]

export function territoryPage(data: TerritoryResults, env: PageEnv): Page {
  const t = textsIn(env.lang)
  const base = new URL(env.url, 'http://here').pathname
  const href = (year: number | null, key: ProcedureKey | null) =>
    `${base}?${new URLSearchParams({ ...(year ? { year: String(year) } : {}), ...(key ? { key: keyText(key) } : {}) })}`
  const name = data.municipality?.name ?? t('territory.region')
  return {
    title: `${t('territory.title')}: ${name}`,
    trail: base === '/results' ? [] : [{ text: t('territory.title'), href: '/results' }],
    wide: true,
    body: (
      <>
        <PageHead
          title={`${t('territory.title')}: ${name}`}
          lead={t('territory.lead')}
          actions={!data.ownSchool && <LinkButton href={schoolsHref(data)}>{t('territory.schoolsLink')}</LinkButton>}
        />
        {data.ownSchool && (
          <Notice>
            <p>
              <a href={`/results/schools/${data.ownSchool.id}`}>{t('territory.ownSchool')}</a>
            </p>
            <p>{t('territory.ownSchoolText')}</p>
          </Notice>
        )}
        {data.year === null ? (
          <EmptyState title={t('territory.empty')}>{t('territory.emptyText')}</EmptyState>
        ) : (
          <>
            <Tabs
              label={t('years')}
              tabs={data.years.map(year => ({
                text: String(year),
                href: href(year, data.key),
                current: year === data.year,
              }))}
            />
            <Procedures data={data} t={t} env={env} year={data.year} href={href} />
            {data.key && data.overYears.length > 0 && <Dynamics data={data} t={t} env={env} dataKey={data.key} />}
          </>
        )}
        {!data.municipality && data.municipalities.length > 0 && (
          <Section title={t('territory.municipalities')}>
            <ul class="names">
              {data.municipalities.map(one => (
                <li key={one.id}>
                  <a href={`/results/municipalities/${one.id}${data.year ? `?year=${data.year}` : ''}`}>{one.name}</a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {data.year !== null && <HowCounted t={t} lang={env.lang} />}
      </>
    ),
  }
}

function Procedures(props: {
  data: TerritoryResults
  t: T
  env: PageEnv
  year: number
  href: (year: number | null, key: ProcedureKey | null) => string
}) {
  const { data, t, year } = props
  const { lang } = props.env
  return (
    <Section title={t('territory.procedures', { year: String(year) })}>
      <MarksKey t={t} />
      <Table
        caption={t('territory.proceduresCaption', { year: String(year) })}
        hideCaption
        dense
        rows={data.procedures}
        rowKey={row => keyText(row.key)}
        groupOf={row => procedureName(t, row.key)}
        columns={[
          {
            key: 'name',
            head: t('col.procedure'),
            rowHead: true,
            width: '20%',
            cell: row => (
              <a href={`${props.href(year, row.key)}#years`} aria-label={keyName(t, row.key)}>
                {subjectName(t, row.key)}
              </a>
            ),
          },
          {
            key: 'n',
            head: t('col.n'),
            numeric: true,
            cell: row => isReported(row.own) && figure(row.own.participants, lang),
          },
          {
            key: 'marks',
            head: t('col.marks'),
            width: '20%',
            cell: row =>
              isReported(row.own) ? (
                <MarksCell of={row.key} marks={row.own.marks} t={t} lang={lang} />
              ) : (
                <NoOwn row={row} t={t} />
              ),
          },
          { key: 'low', head: t('col.low'), cell: row => row.own && <LowCell value={row.own} t={t} lang={lang} /> },
          ...(data.municipality
            ? [
                {
                  key: 'lowRegion',
                  head: t('col.lowRegion'),
                  cell: (row: Row) => <LowCell value={row.region} t={t} lang={lang} />,
                },
              ]
            : []),
          {
            key: 'good',
            head: t('col.good'),
            cell: row => isReported(row.own) && <GoodCell of={row.key} marks={row.own.marks} t={t} lang={lang} />,
          },
          { key: 'schools', head: t('col.schools'), numeric: true, cell: row => <SchoolsCount row={row} t={t} /> },
          ...(data.procedures.some(row => row.expected !== null)
            ? [{ key: 'gaps', head: t('col.gaps'), cell: (row: Row) => <Gaps row={row} data={data} t={t} /> }]
            : []),
        ]}
      />
      <AbsencesLegend t={t} />
    </Section>
  )
}

function NoOwn({ row, t }: { row: Row; t: T }) {
  return row.own ? <Absent kind="suppressed" t={t} /> : <span class="soft">{t('territory.noOwn')}</span>
}

function SchoolsCount({ row, t }: { row: Row; t: T }) {
  const n = row.own?.schools ?? 0
  return <>{row.expected === null ? n : t('territory.withOf', { n, expected: row.expected })}</>
}

function Gaps({ row, data, t }: { row: Row; data: TerritoryResults; t: T }) {
  if (row.expected === null) return null
  const n = Math.max(0, row.expected - (row.own?.schools ?? 0))
  if (n === 0) return <span class="soft">{t('territory.none')}</span>
  return (
    <>
      <a href={schoolsHref(data, row.key, 'without')}>{t('territory.without', { n })}</a>
      {row.explained > 0 && <div class="soft small">{t('territory.explained', { n: row.explained })}</div>}
    </>
  )
}

function Dynamics({ data, t, env, dataKey }: { data: TerritoryResults; t: T; env: PageEnv; dataKey: ProcedureKey }) {
  const { lang } = env
  const years = data.overYears.map(({ year }) => year)
  const at = (year: number) => data.overYears.find(one => one.year === year)
  const everyYear = Array.from({ length: years.at(-1)! - years[0]! + 1 }, (_, step) => years[0]! + step)
  const ownName = data.municipality?.name ?? t('territory.region')
  return (
    <Section id="years" title={t('territory.overYears', { name: keyName(t, dataKey) })}>
      <div class="columns">
        <LowOverYears
          id="low-years"
          title={t('territory.lowChart')}
          years={years}
          series={[
            { look: 'line-own', name: ownName, of: year => at(year)?.own ?? null },
            ...(data.municipality
              ? [{ look: 'line-far' as const, name: t('who.region'), of: (year: number) => at(year)?.region ?? null }]
              : []),
          ]}
          t={t}
          lang={lang}
        />
        <MarksChart
          id="marks-years"
          title={t('territory.marksChart')}
          about={ownName}
          head={t('col.year')}
          rows={everyYear.map(year => ({ label: String(year), value: at(year)?.own ?? null }))}
          t={t}
          lang={lang}
        />
      </div>
    </Section>
  )
}

function schoolsHref(data: TerritoryResults, key: ProcedureKey | null = data.key, state = ''): string {
  const words = {
    ...(data.municipality ? { municipality: data.municipality.id } : {}),
    ...(data.year ? { year: String(data.year) } : {}),
    ...(key ? { key: keyText(key) } : {}),
    ...(state ? { state } : {}),
  }
  return `/results/schools?${new URLSearchParams(words)}`
}
