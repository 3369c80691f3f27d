import type { Page, PageEnv } from '../../core/web/index.ts'
import { EmptyState, figure, LinkButton, PageHead, Section, Table, Tabs } from '../../ui/index.ts'
import type { ProcedureKey, SchoolResults, Summary } from '../views-contract.ts'
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
  procedureName,
  subjectName,
  type T,
  textsIn,
} from './parts.tsx'

export function schoolResultsPage(data: SchoolResults, env: PageEnv): Page {
  const t = textsIn(env.lang)
  const { school, year, years } = data
  const href = `/results/schools/${school.id}`
  const here = data.results.filter(one => one.year === year)
  return {
    title: `${t('school.title')}: ${school.name}`,
    trail: [
      { text: t('territory.title'), href: '/results' },
      { text: t('schools.title'), href: '/results/schools' },
    ],
    wide: true,
    body: (
      <>
        <PageHead
          title={`${t('school.title')}: ${school.name}`}
          lead={school.municipality?.name}
          actions={<LinkButton href={`/schools/${school.id}`}>{t('school.card')}</LinkButton>}
        />
        {year === null ? (
          <EmptyState title={t('school.empty')}>{t('school.emptyText')}</EmptyState>
        ) : (
          <>
            <Tabs
              label={t('years')}
              tabs={years.map(one => ({ text: String(one), href: `${href}?year=${one}`, current: one === year }))}
            />
            {here.length === 0 ? (
              <EmptyState title={t('school.noneInYear', { year: String(year) })} />
            ) : (
              <OfYear data={data} here={here} year={year} t={t} env={env} />
            )}
            <Matrix data={data} t={t} env={env} />
            <HowCounted t={t} lang={env.lang} />
          </>
        )}
      </>
    ),
  }
}

function OfYear({
  data,
  here,
  year,
  t,
  env,
}: {
  data: SchoolResults
  here: SchoolResults['results']
  year: number
  t: T
  env: PageEnv
}) {
  const { lang } = env
  return (
    <Section title={t('school.table', { year: String(year) })}>
      <MarksKey t={t} />
      <Table
        caption={t('school.table', { year: String(year) })}
        hideCaption
        dense
        rows={here}
        rowKey={row => keyText(row.key)}
        groupOf={row => procedureName(t, row.key)}
        columns={[
          {
            key: 'name',
            head: t('col.procedure'),
            rowHead: true,
            width: '24%',
            cell: row => (
              <a href={procedureHref(data.school.id, row.key, year)} aria-label={keyName(t, row.key)}>
                {subjectName(t, row.key)}
              </a>
            ),
          },
          { key: 'n', head: t('col.n'), numeric: true, cell: row => figure(row.own.participants, lang) },
          {
            key: 'marks',
            head: t('col.marks'),
            width: '18%',
            cell: row => <MarksCell of={row.key} marks={row.own.marks} t={t} lang={lang} />,
          },
          { key: 'low', head: t('col.low'), cell: row => <LowCell value={row.own} t={t} lang={lang} /> },
          { key: 'region', head: t('col.lowRegion'), cell: row => <LowCell value={row.region} t={t} lang={lang} /> },
          {
            key: 'good',
            head: t('col.good'),
            cell: row => <GoodCell of={row.key} marks={row.own.marks} t={t} lang={lang} />,
          },
          { key: 'mean', head: t('col.mean'), cell: row => meanText(t, lang, row.own.mean) },
        ]}
      />
    </Section>
  )
}

interface MatrixRow {
  readonly key: ProcedureKey
  readonly byYear: ReadonlyMap<number, Summary>
}

/** Procedures × years: every empty place says why it is empty. */
function Matrix({ data, t, env }: { data: SchoolResults; t: T; env: PageEnv }) {
  const { lang } = env
  const rows = new Map<string, MatrixRow>()
  for (const { key, year, own } of data.results) {
    const row = rows.get(keyText(key)) ?? { key, byYear: new Map() }
    rows.set(keyText(key), { key, byYear: new Map([...row.byYear, [year, own]]) })
  }
  for (const { procedure, subject, grade } of data.absences) {
    const known = [...rows.values()].some(
      ({ key }) => key.procedure === procedure && key.subject === subject && key.grade === grade,
    )
    const key = { procedure, subject, grade, wave: 'main' as const }
    if (!known) rows.set(keyText(key), { key, byYear: new Map() })
  }
  const first = data.years[0] ?? 0
  const years = Array.from({ length: (data.years.at(-1) ?? first) - first + 1 }, (_, at) => first + at)
  const said = (key: ProcedureKey, year: number) =>
    data.absences.find(
      one =>
        one.year === year && one.procedure === key.procedure && one.subject === key.subject && one.grade === key.grade,
    )?.state ?? 'missing'
  return (
    <Section title={t('school.matrix')}>
      <p class="soft">{t('school.matrixAbout')}</p>
      <Table
        caption={t('school.matrix')}
        hideCaption
        dense
        narrow={years.length > 3 ? 'scroll' : 'cards'}
        rows={[...rows.values()]}
        rowKey={row => keyText(row.key)}
        columns={[
          { key: 'name', head: t('col.procedure'), rowHead: true, width: '26%', cell: row => keyName(t, row.key) },
          ...years.map(year => ({
            key: String(year),
            head: String(year),
            cell: (row: MatrixRow) => {
              const own = row.byYear.get(year)
              return own ? (
                <a class="matrix-link" href={procedureHref(data.school.id, row.key, year)}>
                  <LowCell value={own} t={t} lang={lang} />
                </a>
              ) : (
                <Absent kind={said(row.key, year)} t={t} />
              )
            },
          })),
        ]}
      />
      <AbsencesLegend t={t} />
    </Section>
  )
}
