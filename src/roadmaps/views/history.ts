/** Lines of the change log, as a card tells them. */
import { translator } from '../../core/base/index.ts'
import type { AuditLine, Ctx } from '../../platform/postgres/index.ts'
import type { HistoryLine } from '../contract.ts'
import { roadmapsTexts } from '../texts.ts'
import { moment } from './lines.ts'

/** One line: what was done, by whom, why; for a changed item also what was and what became. */
export function historyLine(line: AuditLine, lang: Ctx['lang']): HistoryLine {
  const after = line.after as { reason?: string } | null
  const touched = line.action === 'roadmaps/item-changed' ? changedLines(line.before, line.after, lang) : null
  return {
    id: line.id,
    at: moment(line.at),
    who: line.personName,
    action: line.action,
    reason: after?.reason ?? null,
    before: touched?.before ?? '',
    after: touched?.after ?? '',
  }
}

/** What a change of an item touched, before and after; what stayed the same is left out. */
function changedLines(before: unknown, after: unknown, lang: Ctx['lang']): { before: string; after: string } {
  const say = translator(roadmapsTexts, lang)
  const inWords = (values: unknown) => {
    const { deadline, parties } = (values ?? {}) as { deadline?: string | null; parties?: string[] }
    const marked = (parties ?? []).map(party =>
      party.replace(/ \((lead|owes)\)$/, (_, mark: 'lead') => ` (${say(`party.${mark}`)})`),
    )
    return [deadline ?? '—', marked.join(', ')]
  }
  const [was, became] = [inWords(before), inWords(after)]
  const touched = (values: readonly string[]) =>
    values.filter((_, index) => was[index] !== became[index]).join(' · ') || '—'
  return { before: touched(was), after: touched(became) }
}
