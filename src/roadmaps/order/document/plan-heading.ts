import { readPeriod } from '../../../core/deadlines/index.ts'
import { cyrillic } from '../../../core/russian/index.ts'
import { joined, type Line } from './lines.ts'
import { markerOf } from './marker.ts'
import { fieldOf } from './passport-fields.ts'
import { isHeadingOfPlan } from './zones.ts'

export interface PlanHeading {
  readonly text: string
  readonly lines: readonly Line[]
}

/**
 * Titles of plans among the lines: «ПЛАН МЕРОПРИЯТИЙ («ДОРОЖНАЯ КАРТА») / по повышению качества …», each with the lines it goes on over.
 */
export function findPlanHeadings(lines: readonly Line[]): PlanHeading[] {
  const headings: PlanHeading[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (!line?.starts || line.cell || markerOf(line).marker || !isHeadingOfPlan(line.text)) continue
    let end = i + 1
    while (end < lines.length && goesOn(lines, i, end)) end++
    const own = lines.slice(i, end)
    headings.push({ text: joined(own), lines: own })
    i = end - 1
  }
  return headings
}

const governed =
  /^(?:по|о|об|в|во|на|с|со|к|для|при|и|за|из|от|до|или|г\.|мероприятий|(?:19|20)\d\d|\(|[«"“])(?![\p{L}])|^мероприятий\s|^[«"“(]/iu

function goesOn(lines: readonly Line[], from: number, at: number): boolean {
  const line = lines[at]
  const last = lines[at - 1]
  if (!line || !last || line.cell || markerOf(line).marker || /[.:]$/.test(last.text.replace(/г\.$/, ''))) return false
  if (/:$/.test(line.text) || line.text.length > 300) return false
  if (!line.starts) return true
  if (/^[а-яё(]/.test(line.text) || governed.test(cyrillic(line.text))) return true
  if (line.gap || fieldOf(cyrillic(line.text)) !== null || /^паспорт/i.test(line.text) || isHeadingOfPlan(line.text))
    return false
  // plain text knows no layout: what is not set apart belongs to the title
  if (line.align === undefined && lines[from]?.align === undefined) return true
  // capitals under capitals, centred under centred: one title set in several paragraphs
  const first = lines[from]
  const isSameLook = (line.text === line.text.toUpperCase()) === (last.text === last.text.toUpperCase())
  return line.align === 'center' && first?.align === 'center' && isSameLook && line.bold === last.bold
}

export interface Period {
  readonly sourceText: string | null
  readonly start: string | null
  readonly end: string | null
  readonly inferred: boolean
}

/** The plan's period as printed in the first of these texts that names one, else the calendar year of the order. */
export function readPlanPeriod(texts: readonly (string | null)[], orderDate: string | null): Period {
  for (const text of texts) {
    const found = text === null ? null : readPeriod(text)
    if (found) return { sourceText: found.sourceText, start: found.start, end: found.end, inferred: false }
  }
  const year = orderDate?.slice(0, 4)
  if (!year) return { sourceText: null, start: null, end: null, inferred: true }
  return { sourceText: null, start: `${year}-01-01`, end: `${year}-12-31`, inferred: true }
}
