// One procedure of a school in a year: from the figures at the top to the file that they came from at the end.
import type { Page, PageEnv } from '../../core/web/index.ts'
import {
  EmptyState,
  Figure,
  Figures,
  figure,
  Notice,
  PageHead,
  percent,
  Section,
  shareText,
  Tabs,
} from '../../ui/index.ts'
import type { ProcedureResults, Summary } from '../views-contract.ts'
import { keyText } from '../views-summary.ts'
import { ClassesSection } from './classes.tsx'
import { ComparisonSection } from './comparison.tsx'
import { DistributionSection } from './distribution.tsx'
import { HowCounted } from './how-counted.tsx'
import { LowIntervals } from './low-intervals.tsx'
import { LowOverYears } from './low-over-years.tsx'
import { MarkersSection } from './markers.tsx'
import { MarksChart } from './marks-chart.tsx'
import {
  AbsencesLegend,
  fourMarks,
  goodShare,
  isReported,
  lowPercent,
  lowShare,
  procedureName,
  subjectName,
  type T,
  textsIn,
  withoutMarks,
} from './parts.tsx'
import { SimilarSection } from './similar.tsx'
import { TasksSection } from './tasks.tsx'

/** Below so many participants single pupils show through every share. */
const fewParticipants = 10

export function procedurePage(data: ProcedureResults, env: PageEnv): Page {
  const t = textsIn(env.lang)
  const { school, key, year, own } = data
  const href = (one: number) =>
    `/results/schools/${school.id}/procedure?${new URLSearchParams({ key: keyText(key), year: String(one) })}`
  const lead = t('procedure.lead', { procedure: procedureName(t, key), year: String(year) })
  return {
    title: `${subjectName(t, key)} · ${lead} · ${school.name}`,
    trail: [
      { text: t('territory.title'), href: '/results' },
      { text: school.name, href: `/results/schools/${school.id}?year=${year}` },
    ],
    wide: true,
    body: (
      <>
        <PageHead title={subjectName(t, key)} lead={`${school.name} · ${lead}`} />
        <Tabs
          label={t('years')}
          tabs={data.years.map(one => ({ text: String(one), href: href(one), current: one === year }))}
        />
        {own ? (
          <Full data={data} own={own} t={t} env={env} />
        ) : (
          <>
            <EmptyState title={t('procedure.empty', { year: String(year) })}>
              {t(`procedure.emptyWhy.${data.absence ?? 'missing'}`)} {t('procedure.emptyText')}
            </EmptyState>
            <YearsSection data={data} t={t} env={env} />
            <AbsencesLegend t={t} />
          </>
        )}
      </>
    ),
  }
}

function Full({ data, own, t, env }: { data: ProcedureResults; own: Summary; t: T; env: PageEnv }) {
  const { lang } = env
  const parts = [
    ['distribution', t('procedure.histogram')],
    ['years', t('procedure.overYears')],
    ['comparison', t('procedure.comparison')],
    ['tasks', t('procedure.tasks')],
    ['markers', t('procedure.markers')],
    ['classes', t('procedure.classes')],
    ['similar', t('procedure.similar')],
    ['counted', t('procedure.counted')],
  ] as const
  return (
    <>
      {own.participants < fewParticipants && (
        <Notice kind="warning">{t('procedure.few', { n: figure(own.participants, lang) })}</Notice>
      )}
      <TopFigures data={data} own={own} t={t} env={env} />
      <nav class="on-page no-print" aria-label={t('procedure.onPage')}>
        <ul>
          {parts.map(([id, text]) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="halves">
        <DistributionSection data={data} t={t} lang={lang} />
        <Section title={t('procedure.marks')}>
          {fourMarks(own.marks) ? (
            <MarksChart
              id="marks-beside"
              title={t('col.marks')}
              head={t('col.who')}
              rows={whoRows(data, own, t)}
              t={t}
              lang={lang}
            />
          ) : (
            <p class="soft">
              {t(withoutMarks(data.key) === 'noMarks' ? 'procedure.noMarksGiven' : 'procedure.noMarks')}
            </p>
          )}
        </Section>
        <Section title={t('procedure.low')}>
          <LowIntervals
            id="low"
            title={t('col.low')}
            about={t('procedure.lowAbout')}
            rows={[
              { name: t('who.school'), look: 'line-own', low: data.markers!.low.school },
              {
                name: data.school.municipality?.name ?? t('who.municipality'),
                look: 'line-near',
                low: data.markers!.low.municipality,
              },
              { name: t('who.region'), look: 'line-far', low: data.markers!.low.region },
            ]}
            t={t}
            lang={lang}
          />
        </Section>
        <YearsSection data={data} t={t} env={env} />
        <ComparisonSection data={data} t={t} lang={lang} />
        <TasksSection data={data} t={t} lang={lang} />
      </div>
      <MarkersSection markers={data.markers!} t={t} lang={lang} />
      <ClassesSection data={data} t={t} lang={lang} timeZone={env.timeZone} />
      <SimilarSection data={data} own={own} t={t} env={env} />
      <AbsencesLegend t={t} />
      <HowCounted t={t} lang={lang} scale={data.scale} />
    </>
  )
}

function TopFigures({ data, own, t, env }: { data: ProcedureResults; own: Summary; t: T; env: PageEnv }) {
  const { lang } = env
  const region = isReported(data.region) ? data.region : null
  const regionLow = lowPercent(region)
  const regionGood = region && goodShare(region.marks)
  const inRegion = (value: string | null | undefined) => value && t('procedure.figures.inRegion', { value })
  const period = t('key.year', { year: String(data.year) })
  return (
    <Figures>
      <Figure label={t('procedure.figures.participants')} value={own.participants} period={period} />
      <Figure
        label={t('procedure.figures.absent')}
        value={own.absent}
        period={period}
        note={own.absent === null && t('procedure.figures.absentUnknown')}
      />
      <Figure
        label={t('procedure.figures.low')}
        value={lowShare(own)}
        period={period}
        explainHref="#counted"
        note={inRegion(regionLow === null ? null : percent(regionLow, lang))}
      />
      {(goodShare(own.marks) || withoutMarks(data.key) === 'notKnown') && (
        <Figure
          label={t('procedure.figures.good')}
          value={goodShare(own.marks)}
          period={period}
          explainHref="#counted"
          note={inRegion(regionGood && shareText(regionGood, lang).split(' (')[0])}
        />
      )}
      <Figure
        label={t(`procedure.figures.mean.${own.mean?.of ?? 'none'}`)}
        value={own.mean?.value ?? null}
        {...(own.mean ? { n: own.mean.n } : {})}
        period={period}
        explainHref="#counted"
        note={inRegion(region?.mean && region.mean.of === own.mean?.of ? figure(region.mean.value, lang) : null)}
      />
    </Figures>
  )
}

function whoRows(data: ProcedureResults, own: Summary, t: T) {
  return [
    { label: t('who.school'), value: own },
    { label: data.school.municipality?.name ?? t('who.municipality'), value: data.municipality },
    { label: t('who.region'), value: data.region },
  ]
}

function YearsSection({ data, t, env }: { data: ProcedureResults; t: T; env: PageEnv }) {
  const at = (year: number) => data.overYears.find(one => one.year === year)
  return (
    <Section id="years" title={t('procedure.overYears')}>
      <LowOverYears
        id="low-years"
        title={t('procedure.overYearsChart')}
        years={data.years}
        series={[
          { look: 'line-own', name: t('who.school'), of: year => at(year)?.own ?? at(year)?.absence ?? null },
          {
            look: 'line-near',
            name: data.school.municipality?.name ?? t('who.municipality'),
            of: year => at(year)?.municipality ?? null,
          },
          { look: 'line-far', name: t('who.region'), of: year => at(year)?.region ?? null },
        ]}
        t={t}
        lang={env.lang}
      />
    </Section>
  )
}
