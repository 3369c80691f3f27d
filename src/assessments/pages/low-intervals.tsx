import type { Lang } from '../../core/base/index.ts'
import { Intervals, type Look } from '../../ui/charts/index.ts'
import { figure, percent, shareText, Table } from '../../ui/index.ts'
import type { Markers, NotCountable } from '../views-contract.ts'
import { whyNot } from './markers.tsx'
import type { T } from './parts.tsx'

export interface LowRow {
  readonly name: string
  readonly look: Look
  readonly low: Markers['low']['school']
}

/** Shares of low results with their intervals, one under another. */
export function LowIntervals(props: {
  readonly id: string
  readonly title: string
  readonly about?: string
  readonly rows: readonly LowRow[]
  readonly t: T
  readonly lang: Lang
}) {
  const { t, lang, rows } = props
  const tenth = (share: number) => Math.round(share * 1000) / 10
  const interval = (low: Exclude<LowRow['low'], NotCountable>) =>
    `${percent(tenth(low.low), lang)} … ${percent(tenth(low.high), lang)}`
  return (
    <Intervals
      id={props.id}
      title={props.title}
      about={props.about}
      description={rows
        .map(({ name, low }) =>
          low.status === 'counted'
            ? `${name}: ${percent(tenth(low.share), lang)}, ${interval(low)}`
            : `${name}: ${whyNot(t, low)}`,
        )
        .join('; ')}
      unit="%"
      rows={rows.map(({ name, look, low }) => ({
        label: name,
        look,
        ...(low.status === 'counted' ? { about: t('about.n', { n: figure(low.n, lang) }) } : {}),
        value:
          low.status === 'counted'
            ? { at: tenth(low.share), low: tenth(low.low), high: tenth(low.high) }
            : `${t('markers.cannot')}: ${whyNot(t, low)}`,
      }))}
      table={
        <Table
          caption={props.title}
          hideCaption
          dense
          rows={rows}
          rowKey={row => row.name}
          columns={[
            { key: 'who', head: t('col.who'), rowHead: true, cell: row => row.name },
            {
              key: 'value',
              head: t('col.value'),
              cell: ({ low }) =>
                low.status === 'counted'
                  ? shareText({ numerator: low.k, denominator: low.n }, lang)
                  : `${t('markers.cannot')}: ${whyNot(t, low)}`,
            },
            { key: 'interval', head: t('col.interval'), cell: ({ low }) => low.status === 'counted' && interval(low) },
          ]}
        />
      }
    />
  )
}
