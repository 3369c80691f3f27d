/** From a checked draft to a roadmap: what exactly is created when it is approved. */
import { refuse } from '../../core/base/index.ts'
import { nominative } from '../../core/russian/index.ts'
import { addresseesOf, type Draft } from './draft.ts'
import type { Directory, ScopeOrganisation } from './executors.ts'
import { executorKey } from './executors.ts'
import { type Obligations, obligationsOf, type PartyMark, type Source } from './obligations.ts'
import { type Plan, usualCheckpoints } from './plan.ts'

/** A distinct executor of a draft, to be matched to the directory. */
export interface ExecutorText {
  /** Of the form that is printed first. */
  readonly key: string
  /** As first printed. */
  readonly text: string
  /** Every form in which it is printed: «Руководители школ», «Руководителям школ». */
  readonly forms: readonly { readonly key: string; readonly text: string }[]
  readonly canonical: string | null
  /** Items and clauses that name it. */
  readonly count: number
}

/**
 * The executors of a draft, most frequent first. Forms of one name, in another case or abbreviated, are one executor. Clauses count
 * where they make somebody owe.
 */
export function executorsOf(draft: Draft): ExecutorText[] {
  const found = new Map<string, { canonical: string | null; count: number; forms: Map<string, string> }>()
  const meet = (text: string, canonical: string | null) => {
    const key = executorKey(text)
    if (key === '') return
    const name = executorKey(nominative(canonical ?? text))
    const known = found.get(name) ?? { canonical, count: 0, forms: new Map<string, string>() }
    found.set(name, known)
    known.count++
    known.canonical ??= canonical
    if (!known.forms.has(key)) known.forms.set(key, text)
  }
  for (const item of draft.items)
    for (const party of item.responsible) meet(party.sourceText, party.canonical ?? party.organisation ?? null)
  for (const clause of draft.clauses)
    if (clause.binding !== 'none') for (const one of addresseesOf(draft, clause.path)) meet(one.text, null)
  return [...found.values()]
    .map(({ canonical, count, forms }) => {
      const list = [...forms].map(([key, text]) => ({ key, text }))
      return { ...list[0]!, canonical, count, forms: list }
    })
    .sort((a, b) => b.count - a.count)
}

/**
 * The plan of a draft.
 * @throws refuse('invalid', 'roadmaps/period-unknown') while the first and last day are not both known
 */
export function planOf(draft: Draft): Plan {
  if (!draft.planStart || !draft.planEnd) throw refuse('invalid', 'roadmaps/period-unknown')
  return {
    start: draft.planStart,
    end: draft.planEnd,
    horizon: draft.horizon ?? draft.planEnd,
    checkpoints: draft.checkpoints ?? usualCheckpoints(draft.planStart, draft.planEnd),
  }
}

/** Items and clauses that make somebody owe. Clauses share one addressee list with the clause above them; every addressee owes. */
export function sourcesOf(draft: Draft): Source[] {
  const items = draft.items.map(
    (item): Source => ({
      kind: 'item',
      id: item.key,
      deadline: item.deadline,
      binding: 'owed',
      parties: item.responsible.map(
        (party, index): PartyMark => ({
          text: party.sourceText,
          lead: index === item.lead,
          owes: item.coOwes.includes(index),
        }),
      ),
    }),
  )
  const clauses = draft.clauses.flatMap((clause): Source[] =>
    clause.binding === 'none'
      ? []
      : [
          {
            kind: 'clause',
            id: clause.path,
            deadline: clause.deadline,
            binding: clause.binding,
            parties: addresseesOf(draft, clause.path).map(one => ({ text: one.text, lead: false, owes: true })),
          },
        ],
  )
  return [...items, ...clauses]
}

/** The obligations that approving would create: the preview, and what is then saved. */
export function previewOf(draft: Draft, directory: Directory, scope: readonly ScopeOrganisation[]): Obligations {
  return obligationsOf(sourcesOf(draft), directory, inScope(draft, scope), planOf(draft))
}

/** The bodies of the territory with only the chosen schools among them. */
export function inScope(draft: Draft, scope: readonly ScopeOrganisation[]): readonly ScopeOrganisation[] {
  if (draft.schools === null) return scope
  const chosen = new Set(draft.schools)
  return scope.filter(one => one.kind !== 'school' || chosen.has(one.id))
}

/** Refuses a draft that cannot become a roadmap yet, with the reason. */
export function refuseUnlessComplete(draft: Draft): void {
  planOf(draft)
  if (draft.items.length === 0) throw refuse('invalid', 'roadmaps/no-items')
  if (!draft.title?.trim()) throw refuse('invalid', 'roadmaps/no-title')
}
