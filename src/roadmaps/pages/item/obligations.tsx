import { type Lang, translator } from '../../../core/base/index.ts'
import { longDate, Table, Tag } from '../../../ui/index.ts'
import type { ObligationLine } from '../../contract.ts'
import { roadmapsTexts } from '../../texts.ts'
import { ObligationStatus } from '../obligation-status.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly lines: readonly ObligationLine[]
  readonly lang: Lang
}

/** Obligations by their deadlines: how many stand where, and the organisations when a date is opened. */
export function Obligations({ lines, lang }: Props) {
  const say = translator(texts, lang)
  return (
    <Table
      caption={say('obligations')}
      hideCaption
      dense
      rows={Object.entries(Object.groupBy(lines, line => line.dueOn ?? ''))}
      rowKey={([due]) => due}
      empty={<p class="soft">{say('obligationsNone')}</p>}
      columns={[
        {
          key: 'due',
          head: say('due'),
          rowHead: true,
          width: '160',
          cell: ([due]) => (due ? longDate(due, lang) : <span class="soft">{say('undated')}</span>),
        },
        {
          key: 'status',
          head: say('status'),
          width: '30%',
          cell: ([, ofDay = []]) => <Counts lines={ofDay} lang={lang} />,
        },
        {
          key: 'organisation',
          head: say('organisation'),
          cell: ([, ofDay = []]) =>
            ofDay.length === 1 ? (
              <Organisations lines={ofDay} lang={lang} alone />
            ) : (
              <details>
                <summary>{say('organisations', { n: ofDay.length })}</summary>
                <Organisations lines={ofDay} lang={lang} />
              </details>
            ),
        },
      ]}
    />
  )
}

/** What needs somebody comes first. */
const order = ['overdue', 'returned', 'submitted', 'inProgress', 'notYetDue', 'accepted', 'notRequired', 'cancelled']

function Counts({ lines, lang }: Props) {
  const found = Map.groupBy(lines, line => line.status)
  const inOrder = [...found].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return inOrder.map(([status, list]) => (
    <div key={status}>
      <ObligationStatus status={status} lang={lang} /> {lines.length > 1 && list.length}
    </div>
  ))
}

function Organisations({ lines, lang, alone }: Props & { readonly alone?: boolean }) {
  const say = translator(texts, lang)
  const words = translator(roadmapsTexts, lang)
  const one = (line: ObligationLine) => (
    <>
      {line.organisation} {!alone && <ObligationStatus status={line.status} lang={lang} />}{' '}
      {line.binding === 'recommended' && <Tag>{words('status.recommended')}</Tag>}
      {line.cancelledReason && (
        <div class="small soft">{say('cancelledBecause', { reason: line.cancelledReason })}</div>
      )}
    </>
  )
  const [first] = lines
  if (alone && first) return one(first)
  return (
    <ul class="plain-list">
      {lines.map(line => (
        <li key={line.id}>{one(line)}</li>
      ))}
    </ul>
  )
}
