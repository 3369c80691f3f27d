import type { Lang } from '../../core/base/index.ts'
import { OverYears, type YearSeries } from '../../ui/charts/index.ts'
import { percent, shareText, Table } from '../../ui/index.ts'
import type { Absence, Beside, Summary } from '../views-contract.ts'
import { Absent, lowPercent, lowShare, type T } from './parts.tsx'

export interface LowSeries {
  readonly look: 'line-own' | 'line-near' | 'line-far'
  readonly name: string
  readonly of: (year: number) => Summary | Beside | Absence | null
}

/** The share of low results over the years, and the same as a table with the numbers behind each share. */
export function LowOverYears(props: {
  readonly id: string
  readonly title: string
  readonly years: readonly number[]
  readonly series: readonly LowSeries[]
  readonly t: T
  readonly lang: Lang
}) {
  const { t, lang, years, series } = props
  const first = series[0]!
  const everyYear = Array.from({ length: years.at(-1)! - years[0]! + 1 }, (_, at) => years[0]! + at)
  const drawn = series.map(({ look, name, of }): YearSeries => {
    const values: Record<number, number | 'hidden'> = {}
    for (const year of years) {
      const value = shownValue(of(year))
      if (value !== null) values[year] = value
    }
    return { look, text: name, values }
  })
  const hasAny = drawn.some(one => Object.values(one.values).some(value => value !== 'hidden'))
  if (!hasAny) return <p class="soft">{t('absence.missing')}</p>
  return (
    <OverYears
      id={props.id}
      title={props.title}
      description={t('procedure.overYearsDescription', {
        list: everyYear
          .map(year => t('procedure.overYearsItem', { year: String(year), value: inWords(first.of(year), t, lang) }))
          .join(', '),
      })}
      unit="%"
      series={drawn}
      table={
        <Table
          caption={props.title}
          hideCaption
          dense
          rows={everyYear}
          rowKey={String}
          columns={[
            { key: 'year', head: t('col.year'), rowHead: true, cell: year => String(year) },
            ...series.map(one => ({
              key: one.name,
              head: one.name,
              cell: (year: number) => <LowCell value={one.of(year)} t={t} lang={lang} />,
            })),
          ]}
        />
      }
    />
  )
}

/** A share of low results with its two numbers, or the sign why there is none. */
export function LowCell({
  value,
  t,
  lang,
}: {
  readonly value: Summary | Beside | Absence | null
  readonly t: T
  readonly lang: Lang
}) {
  if (value === null) return <Absent kind="missing" t={t} />
  if (typeof value === 'string') return <Absent kind={value} t={t} />
  if ('state' in value && value.state === 'hidden') return <Absent kind="suppressed" t={t} />
  const share = lowShare(value as Summary)
  return share ? <span>{shareText(share, lang)}</span> : <Absent kind="notKnown" t={t} />
}

function shownValue(value: ReturnType<LowSeries['of']>): number | 'hidden' | null {
  if (value === null) return null
  if (typeof value === 'string') return value === 'suppressed' ? 'hidden' : null
  if ('state' in value && value.state === 'hidden') return 'hidden'
  return lowPercent(value as Summary)
}

function inWords(value: ReturnType<LowSeries['of']>, t: T, lang: Lang): string {
  const number = shownValue(value)
  if (typeof value === 'string') return t(`absence.${value}`)
  return number === null ? t('absence.missing') : number === 'hidden' ? t('absence.suppressed') : percent(number, lang)
}
