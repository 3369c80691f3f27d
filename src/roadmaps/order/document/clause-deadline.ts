import { cyrillic } from '../../../core/russian/index.ts'
import type { ReadClause } from './clauses.ts'

const when = [
  /срок(?:и)?(?:\s+исполнения)?\s*[:–—-]\s*([^.;]{3,80}(?:\d\.\d[^;]{0,30})?)/iu,
  /(?:в срок\s+)?(?:не позднее|до)\s+(?:«?\s?\d{1,2}\s?»?[\s./][^,;()]{3,24}(?:года|г\.?)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:\s*г(?:ода|\.)?)?)/iu,
  /(?:ежемесячно|ежеквартально|ежегодно|еженедельно|ежедневно)(?:,?\s*(?:до|не позднее)\s+\d{1,2}(?:-?го)?\s+(?:числа|\p{L}+)(?:\s+\p{L}+){0,4})?/iu,
  /\d+\s+раза?\s+в\s+(?:год|квартал|месяц|полугодие|неделю)/iu,
  /в течение\s+(?:\d+\s+(?:рабочих\s+|календарных\s+)?дней|\p{L}+\s+(?:дней|месяц\p{L}*|недел\p{L}+)|(?:всего\s+)?(?:\d{4}(?:[-/]\d{2,4})?\s+)?(?:учебного\s+)?года)/iu,
]

/** The words of a clause that say when: «в срок до 1 марта 2024 года», «ежеквартально»; null when it says nothing of time. */
export function clauseDeadlineText(clause: Pick<ReadClause, 'text' | 'kind'>): string | null {
  if (/^(?:control|entryIntoForce|repeal|approve)$/.test(clause.kind)) return null
  const text = cyrillic(clause.text)
  for (const shape of when) {
    const match = shape.exec(text)
    if (match)
      return clause.text
        .slice(match.index, match.index + match[0].length)
        .replace(/^срок\p{L}*(?:\s+исполнения)?\s*[:–—-]\s*/iu, '')
        .trim()
  }
  return null
}
