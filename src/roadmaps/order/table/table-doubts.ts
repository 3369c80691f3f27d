import { type Deadline, deadlineInWords } from '../../../core/deadlines/index.ts'
import type { Doubt, DoubtReading } from '../contract.ts'
import { inBothLanguages } from '../twin-texts.ts'
import { printedColumns } from './columns.ts'
import type { UnderstoodItem } from './items.ts'
import { tableTexts } from './texts.ts'

const say = inBothLanguages(tableTexts)

/** The doubtful places of a table in print order, each with the readings to choose from in the words of both languages. */
export function tableDoubts(items: readonly UnderstoodItem[]): Doubt[] {
  return items.flatMap((one, index) => [
    ...doubtsOfRow(one, `/items/${index}`, items[index - 1]),
    ...doubtsOfDeadline(one, `/items/${index}/deadline`),
    ...doubtsOfParties(one, `/items/${index}/responsible`),
    ...(index === 0 ? doubtsOfColumns(one) : []),
  ])
}

function doubtsOfRow({ item, printed }: UnderstoodItem, path: string, before: UnderstoodItem | undefined): Doubt[] {
  const common = { path, places: printed.rows, read: item.title }
  const doubts: Doubt[] = []
  if (printed.unnumbered && before) {
    const { item: above } = before
    doubts.push({
      ...common,
      why: 'item-without-number',
      readings: [
        { ...say('newItem'), value: item },
        { ...say('continuation'), value: { ...above, title: `${above.title} ${item.title}` } },
      ],
    })
  }
  if (printed.shifted) doubts.push({ ...common, why: 'columns-shifted', readings: [{ ...say('asRead'), value: item }] })
  return doubts
}

function doubtsOfDeadline({ deadline, places, printed }: UnderstoodItem, path: string): Doubt[] {
  if (!deadline?.doubt) return []
  const { deadline: taken, doubt } = deadline
  const readings = [taken, ...doubt.readings.filter(other => other !== taken)]
  return [
    {
      path,
      places: places['/deadline'] ?? printed.rows,
      read: taken.sourceText,
      why: `deadline-${doubt.why}`,
      readings: readings.map(readingOfDeadline),
    },
  ]
}

/** In words; two readings without a date differ by what the date waits for. */
function readingOfDeadline(value: Deadline): DoubtReading {
  const text = value.conditionalNote ?? value.sourceText
  if (value.kind === 'none') return { ...say('undated'), value }
  if (value.end === null && value.kind === 'event') return { ...say('onEvent', { text }), value }
  if (value.end === null && value.kind === 'byExternalSchedule') return { ...say('onSchedule', { text }), value }
  return { label: deadlineInWords(value, 'ru'), english: deadlineInWords(value, 'en'), value }
}

function doubtsOfParties({ item, glued, places, printed }: UnderstoodItem, path: string): Doubt[] {
  if (!glued) return []
  const texts = item.responsible.map(party => party.sourceText)
  return [
    {
      path,
      places: places['/responsible'] ?? printed.rows,
      read: texts.join(' | '),
      why: 'parties-without-separator',
      readings: [
        { ...say('severalParties', { text: texts.length }), value: item.responsible },
        { ...say('oneParty'), value: [{ sourceText: texts.join(' '), kind: 'organisation' }] },
      ],
    },
  ]
}

function doubtsOfColumns({ printed }: UnderstoodItem): Doubt[] {
  if (printed.columns.guessed.size === 0) return []
  const columns = printedColumns(printed.columns)
  const words = columns.map(({ role }) => say(`role.${role}`))
  return [
    {
      path: '/columns',
      places: printed.rows,
      read: words.map(({ label }) => label).join(', '),
      readEnglish: words.map(({ english }) => english).join(', '),
      why: 'columns-by-content',
      readings: [{ ...say('asRead'), value: columns }],
    },
  ]
}
