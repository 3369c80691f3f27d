import { cyrillic } from '../../../core/russian/index.ts'
import type { ReadClause } from './clauses.ts'

const months = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'
const day = String.raw`(?:«?\s?\d{1,2}\s?»?\s+(?:${months})(?:\s+\d{4}(?:\s*(?:года|г\.?))?)?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?:\s*(?:года|г\.?))?)`
const when = [
  /срок(?:и)?(?:\s+исполнения)?\s*[:–—-]\s*((?:[^.;]|\.(?=\d)){3,80})/iu,
  /(?:ежемесячно|ежеквартально|ежегодно|еженедельно|ежедневно)(?:,?\s*(?:в срок\s+)?(?:до|не позднее)\s+\d{1,2}(?:-?го)?\s+(?:числа|\p{L}+)(?:\s+месяца)?(?:,?\s+следующего за отч[её]тным(?:\s+периодом)?)?)?/iu,
  new RegExp(String.raw`(?:в срок\s+)?(?:не позднее|до)\s+${day}`, 'iu'),
  new RegExp(String.raw`(?<!\p{L})с\s+${day}\s+по\s+${day}`, 'iu'),
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
