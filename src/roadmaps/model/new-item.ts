/** An item that comes into a roadmap after its approval. */
import { type ItemId, refuse } from '../../core/base/index.ts'
import type { DeadlineContext } from '../../core/deadlines/contract.ts'
import { type Directory, executorKey } from './executors.ts'
import type { RoadmapItem } from './roadmap.ts'
import { editRunningItem, type RunningItemFields } from './running-item.ts'

export interface NewItemFields extends RunningItemFields {
  readonly number: string | null
  readonly title: string
  readonly sectionId: string | null
  readonly results: readonly string[]
}

/**
 * The item that these fields describe. Its executors must already be known to the authority, so that it obliges somebody.
 *
 * @throws refuse('invalid', 'roadmaps/item-without-title' | 'roadmaps/no-executor' | 'roadmaps/executor-unknown')
 * @throws what `editRunningItem` refuses
 */
export function newItemOf(
  fields: NewItemFields,
  directory: Directory,
  context: DeadlineContext,
  id: ItemId,
): RoadmapItem {
  const title = fields.title.trim()
  if (title === '') throw refuse('invalid', 'roadmaps/item-without-title', {}, { field: 'title' })
  fields.parties.forEach(({ text }, index) => {
    if (text.trim() !== '' && !directory.has(executorKey(text)))
      throw refuse('invalid', 'roadmaps/executor-unknown', { text: text.trim() }, { field: `parties[${index}].text` })
  })
  if (fields.parties.every(({ text }) => text.trim() === ''))
    throw refuse('invalid', 'roadmaps/no-executor', {}, { field: 'parties[0].text' })
  const blank: RoadmapItem = {
    id,
    sectionId: fields.sectionId,
    position: 0,
    number: fields.number,
    title,
    deadline: null,
    parties: [],
    results: fields.results.map(sourceText => ({ sourceText, kind: 'document' as const })),
    indicators: [],
    information: null,
    extra: null,
    notes: [],
    places: [],
  }
  return editRunningItem(blank, fields, context)
}
