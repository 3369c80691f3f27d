import type { PageEnv } from '../../core/web/index.ts'
import { FilterBar, figure, Section, Select } from '../../ui/index.ts'
import type { ProcedureResults, SimilarSchools, Summary } from '../views-contract.ts'
import { withins } from '../views-similar.ts'
import { keyText } from '../views-summary.ts'
import { LowIntervals } from './low-intervals.tsx'
import { MarksChart } from './marks-chart.tsx'
import { fourMarks, procedureHref, type T } from './parts.tsx'

/** Comparison with a group of similar schools that the reader chooses; the choice is the address. */
export function SimilarSection({ data, own, t, env }: { data: ProcedureResults; own: Summary; t: T; env: PageEnv }) {
  const { similar } = data
  if (!similar) return null
  return (
    <Section id="similar" title={t('procedure.similar')}>
      {similar.allowed ? (
        <div class="stack">
          <p class="prose soft">{t('similar.about')}</p>
          <GroupForm data={data} similar={similar} t={t} env={env} />
          {similar.figures ? (
            <Group data={data} own={own} similar={similar} group={similar.figures} t={t} env={env} />
          ) : (
            <p>{t('similar.none')}</p>
          )}
        </div>
      ) : (
        <p class="soft">{t('similar.notAllowed')}</p>
      )}
    </Section>
  )
}

function GroupForm({ data, similar, t, env }: { data: ProcedureResults; similar: SimilarSchools; t: T; env: PageEnv }) {
  const { query, indicators } = similar
  const { school, key, year } = data
  return (
    <FilterBar
      action={`/results/schools/${school.id}/procedure#similar`}
      label={t('similar.form')}
      hidden={{ key: keyText(key), year: String(year) }}
    >
      <Select
        name="type"
        label={t('similar.type')}
        value={query.type ?? ''}
        empty={t('similar.any')}
        options={school.type ? [{ value: 'same', text: t('similar.sameType') }] : []}
      />
      <Select
        name="place"
        label={t('similar.place')}
        value={query.place ?? ''}
        empty={t('similar.anyPlace')}
        options={[{ value: 'same', text: t('similar.samePlace') }]}
      />
      <Select
        name="size"
        label={t('similar.size')}
        value={query.size ?? ''}
        empty={t('similar.anySize')}
        options={[{ value: 'near', text: t('similar.nearSize') }]}
      />
      {indicators.length > 0 && (
        <Select
          name="indicator"
          label={t('similar.indicator')}
          value={query.indicator ?? ''}
          empty={t('similar.noIndicator')}
          options={indicators.map(one => ({
            value: one.name,
            text: t('similar.indicatorOption', {
              name: one.name,
              value: figure(one.value, env.lang),
              year: String(one.year),
            }),
          }))}
        />
      )}
      {indicators.length > 0 && (
        <Select
          name="within"
          label={t('similar.within')}
          value={query.within ?? ''}
          options={withins.map(n => ({ value: n, text: t('similar.withinOption', { n }) }))}
        />
      )}
    </FilterBar>
  )
}

function Group(props: {
  data: ProcedureResults
  own: Summary
  similar: SimilarSchools
  group: Summary
  t: T
  env: PageEnv
}) {
  const { data, own, similar, group, t } = props
  const { lang } = props.env
  return (
    <>
      <p>{t('similar.group', { n: similar.schools.length, participants: figure(group.participants, lang) })}</p>
      <div class="columns">
        <LowIntervals
          id="similar-low"
          title={t('similar.chart')}
          rows={[
            { name: t('who.school'), look: 'line-own', low: data.markers!.low.school },
            { name: t('who.similar'), look: 'line-near', low: similar.low },
          ]}
          t={t}
          lang={lang}
        />
        {fourMarks(own.marks) && (
          <MarksChart
            id="similar-marks"
            title={t('similar.marksChart')}
            head={t('col.who')}
            rows={[
              { label: t('who.school'), value: own },
              { label: t('who.similar'), value: group },
            ]}
            t={t}
            lang={lang}
          />
        )}
      </div>
      <details>
        <summary>{t('similar.list')}</summary>
        <ul class="names">
          {similar.schools.map(one => (
            <li key={one.id}>
              <a href={procedureHref(one.id, data.key, data.year)}>{one.name}</a>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
