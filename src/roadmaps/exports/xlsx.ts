import { writeXlsx } from 'hucre/xlsx'
import { translator } from '../../core/base/index.ts'
import { basisLine } from '../basis-line.ts'
import type { ObligationLine } from '../contract.ts'
import { otherHeadings } from '../printed-columns.ts'
import { type RoadmapContent, spanText } from './content.ts'
import { texts } from './texts.ts'

/** The roadmap as a workbook: a sheet of items, a sheet of obligations, and what was not understood when there is any. */
export async function roadmapXlsx(
  content: RoadmapContent,
  obligations: readonly ObligationLine[],
  statusName: (status: string) => string,
): Promise<Uint8Array> {
  const say = translator(texts, content.lang)
  const sectionOf = new Map(
    content.sections.map(section => [section.id, [section.number, section.title].filter(Boolean).join(' ')]),
  )
  const lines = (list: readonly { readonly sourceText: string }[]) => list.map(one => one.sourceText).join('\n')
  const others = otherHeadings(content.items).map((heading, index) => ({ heading, key: `other${index}` }))
  return writeXlsx({
    sheets: [
      {
        name: say('items'),
        columns: [
          { header: say('number'), key: 'number', width: 8 },
          { header: say('section'), key: 'section', width: 30 },
          { header: say('title'), key: 'title', width: 60 },
          { header: say('deadline'), key: 'deadline', width: 24 },
          { header: say('kind'), key: 'kind', width: 14 },
          { header: say('from'), key: 'from', width: 12 },
          { header: say('to'), key: 'to', width: 12 },
          { header: say('lead'), key: 'lead', width: 30 },
          { header: say('parties'), key: 'parties', width: 40 },
          { header: say('results'), key: 'results', width: 40 },
          { header: say('indicators'), key: 'indicators', width: 30 },
          { header: say('information'), key: 'information', width: 30 },
          ...others.map(({ heading, key }) => ({ header: heading, key, width: 30 })),
          { header: say('cancelled'), key: 'cancelled', width: 30 },
        ],
        data: content.items.map(item => ({
          number: item.number ?? '',
          section: (item.sectionId && sectionOf.get(item.sectionId)) ?? '',
          title: item.title,
          deadline: item.deadline?.sourceText ?? '',
          kind: item.deadline ? say('kindName', { kind: item.deadline.kind }) : '',
          from: spanText(item.deadline?.start),
          to: spanText(item.deadline?.end),
          lead: item.parties.find(party => party.lead)?.text ?? '',
          parties: item.parties.map(party => party.text).join('\n'),
          results: lines(item.results),
          indicators: lines(item.indicators),
          information: item.information?.sourceText ?? '',
          ...Object.fromEntries(others.map(({ heading, key }) => [key, item.extra?.[heading] ?? ''])),
          cancelled: item.cancelled ? basisLine(item.cancelled, content.lang) : '',
        })),
      },
      {
        name: say('obligations'),
        columns: [
          { header: say('organisation'), key: 'organisation', width: 40 },
          { header: say('number'), key: 'number', width: 8 },
          { header: say('title'), key: 'title', width: 60 },
          { header: say('from'), key: 'from', width: 12 },
          { header: say('to'), key: 'to', width: 12 },
          { header: say('binding'), key: 'binding', width: 16 },
          { header: say('status'), key: 'status', width: 16 },
        ],
        data: obligations.map(one => ({
          organisation: one.organisation,
          number: one.number ?? '',
          title: one.title,
          from: spanText(one.startsOn),
          to: spanText(one.dueOn),
          binding: say(one.binding === 'recommended' ? 'recommended' : 'owed'),
          status: statusName(one.status),
        })),
      },
      ...(content.leftovers.length > 0
        ? [
            {
              name: say('notUnderstood'),
              columns: [{ header: say('notUnderstood'), key: 'text', width: 120 }],
              data: content.leftovers.map(piece => ({ text: piece.text })),
            },
          ]
        : []),
    ],
  })
}
