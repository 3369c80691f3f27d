import type { Lang } from '../../core/base/index.ts'
import { StackedBars } from '../../ui/charts/index.ts'
import { figure, Table } from '../../ui/index.ts'
import type { Absence, Beside, Summary } from '../views-contract.ts'
import { Absent, fourMarks, markParts, marksText, type T } from './parts.tsx'

export interface MarksRow {
  readonly label: string
  readonly href?: string
  readonly value: Summary | Beside | Absence | null
}

/** Marks of several, one bar under another, with the numbers in the table behind. */
export function MarksChart(props: {
  readonly id: string
  readonly title: string
  readonly about?: string
  readonly head: string
  readonly rows: readonly MarksRow[]
  readonly t: T
  readonly lang: Lang
}) {
  const { t, lang, rows } = props
  const shown = rows.map(row => ({ ...row, ...stateOf(row.value) }))
  return (
    <StackedBars
      id={props.id}
      title={props.title}
      about={props.about}
      description={shown
        .map(row => `${row.label}: ${row.counts ? marksText(t, lang, row.counts) : t(`absence.${row.absence}`)}`)
        .join('; ')}
      parts={markParts(t)}
      bars={shown.map(row => ({
        label: row.label,
        ...(row.counts ? { about: t('about.n', { n: figure(sum(row.counts), lang) }) } : {}),
        counts: row.counts ?? (row.absence === 'suppressed' ? 'hidden' : 'missing'),
      }))}
      table={
        <Table
          caption={props.title}
          hideCaption
          dense
          rows={shown}
          rowKey={row => row.label}
          columns={[
            {
              key: 'who',
              head: props.head,
              rowHead: true,
              cell: row => (row.href ? <a href={row.href}>{row.label}</a> : row.label),
            },
            ...markParts(t).map((part, at) => ({
              key: part.text,
              head: part.text,
              numeric: true,
              cell: (row: (typeof shown)[number]) =>
                row.counts ? figure(row.counts[at]!, lang) : at === 0 ? <Absent kind={row.absence} t={t} /> : null,
            })),
            { key: 'n', head: t('col.n'), numeric: true, cell: row => row.counts && figure(sum(row.counts), lang) },
          ]}
        />
      }
    />
  )
}

function stateOf(value: MarksRow['value']): { counts: readonly number[] | null; absence: Absence } {
  if (value === null) return { counts: null, absence: 'missing' }
  if (typeof value === 'string') return { counts: null, absence: value }
  if ('state' in value && value.state === 'hidden') return { counts: null, absence: 'suppressed' }
  return { counts: fourMarks((value as Summary).marks), absence: 'missing' }
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
