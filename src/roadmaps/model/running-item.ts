/** Changing an item of a running roadmap: its deadline and its executors. */
import { refuse } from '../../core/base/index.ts'
import type { DeadlineContext } from '../../core/deadlines/contract.ts'
import { readDeadline } from '../../core/deadlines/index.ts'
import { personNames } from '../../core/russian/index.ts'
import { executorKey } from './executors.ts'
import type { RoadmapItem, RoadmapParty } from './roadmap.ts'

export interface RunningItemFields {
  /** Empty: no deadline. */
  readonly deadlineText: string
  readonly parties: readonly { readonly text: string; readonly owes: boolean }[]
  /** Index of the party that owes. */
  readonly lead: number
}

/**
 * The item with another deadline or other executors. A wording that stays the same keeps its reading.
 * @throws refuse('invalid', 'roadmaps/deadline-not-understood') for a new wording that the grammar of dates cannot read
 */
export function editRunningItem<Running extends RoadmapItem>(
  item: Running,
  fields: RunningItemFields,
  context: DeadlineContext,
): Running {
  const typed = fields.deadlineText.trim()
  const parties = fields.parties
    .map((party, index) => ({ ...party, text: party.text.trim(), lead: index === fields.lead }))
    .filter(party => party.text !== '')
    .map(({ text, owes, lead }): RoadmapParty => {
      const known = item.parties.find(party => party.text === text)
      return {
        text,
        executorKey: executorKey(text),
        kind: known?.kind ?? (personNames(text).length > 0 ? 'person' : 'organisation'),
        canonical: known?.canonical ?? null,
        lead,
        owes: owes || lead,
      }
    })
  if (parties.length > 0 && !parties.some(party => party.lead))
    throw refuse('invalid', 'roadmaps/no-lead', {}, { field: 'parties[0].text' })
  return { ...item, parties, deadline: typed === '' ? null : deadlineFrom(item, typed, context) }
}

function deadlineFrom(item: RoadmapItem, typed: string, context: DeadlineContext) {
  if (item.deadline?.sourceText === typed) return item.deadline
  const { deadline, doubt } = readDeadline(typed, context)
  if (doubt?.why === 'unrecognised')
    throw refuse('invalid', 'roadmaps/deadline-not-understood', { text: typed }, { field: 'deadlineText' })
  return deadline
}
