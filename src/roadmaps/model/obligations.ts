/** Obligations: an item or a clause × an occurrence × an obliged organisation. */
import type { IsoDate, MunicipalityId, OrganisationId, PersonId } from '../../core/base/index.ts'
import type { Deadline } from '../../core/deadlines/contract.ts'
import { type Directory, executorKey, type Obliged, obligedBy, type ScopeOrganisation } from './executors.ts'
import { occurrencesIn, type Plan } from './plan.ts'
import type { Binding } from './status.ts'

/** An executor printed in an item or a clause, with what was decided about it. */
export interface PartyMark {
  readonly text: string
  readonly lead: boolean
  /** The lead always owes; a co-executor only where this is marked. */
  readonly owes: boolean
}

/** What makes somebody owe: an item of the roadmap, or a clause of its order. */
export interface Source {
  readonly kind: 'item' | 'clause'
  readonly id: string
  readonly deadline: Deadline | null
  /** «Рекомендовать» binds nobody. */
  readonly binding: Binding
  readonly parties: readonly PartyMark[]
}

/** One obligation before it has an id. */
export interface PlannedObligation {
  readonly sourceKind: 'item' | 'clause'
  readonly sourceId: string
  readonly organisationId: OrganisationId
  readonly municipalityId: MunicipalityId | null
  readonly personId: PersonId | null
  readonly binding: Binding
  readonly startsOn: IsoDate | null
  readonly dueOn: IsoDate | null
}

/** Why a source makes nobody owe: said on the screen, never silent. */
export interface Gap {
  readonly sourceKind: 'item' | 'clause'
  readonly sourceId: string
  readonly why: 'no-party' | 'not-matched' | 'outside' | 'nobody-in-scope'
  readonly text: string | null
}

export interface Obligations {
  readonly obligations: readonly PlannedObligation[]
  readonly gaps: readonly Gap[]
}

/**
 * The obligations of a roadmap. The lead owes; co-executors owe where marked; a party that stands for schools makes each school of the
 * scope owe once, whatever number of parties it hides behind; a recommendation gives recommended obligations.
 *
 * @param directory what the executors' texts mean for this authority
 * @param scope schools of the roadmap and the other bodies of its territory
 * @example obligationsOf([anItem({ lead: 'Руководители ОО', occurrences: 2 })], directory, threeSchools, plan) // 6 obligations
 */
export function obligationsOf(
  sources: readonly Source[],
  directory: Directory,
  scope: readonly ScopeOrganisation[],
  plan: Plan,
): Obligations {
  const obligations: PlannedObligation[] = []
  const gaps: Gap[] = []
  const expanded = new Map<string, readonly Obliged[]>()
  const occurrencesOfDeadline = occurrencesIn(plan)
  for (const source of sources) {
    const owing = source.parties.filter(party => party.lead || party.owes)
    if (owing.length === 0) {
      gaps.push({ sourceKind: source.kind, sourceId: source.id, why: 'no-party', text: null })
      continue
    }
    const obliged = new Map<OrganisationId, Obliged>()
    for (const party of owing) {
      const key = executorKey(party.text)
      const target = directory.get(key)
      if (!target) {
        gaps.push({ sourceKind: source.kind, sourceId: source.id, why: 'not-matched', text: party.text })
        continue
      }
      const found = expanded.get(key) ?? obligedBy(target, scope)
      expanded.set(key, found)
      if (found.length === 0)
        gaps.push({
          sourceKind: source.kind,
          sourceId: source.id,
          why: target.kind === 'outside' ? 'outside' : 'nobody-in-scope',
          text: party.text,
        })
      for (const one of found) if (!obliged.has(one.organisationId)) obliged.set(one.organisationId, one)
    }
    if (obliged.size === 0) continue
    for (const occurrence of occurrencesOfDeadline(source.deadline))
      for (const one of obliged.values())
        obligations.push({
          sourceKind: source.kind,
          sourceId: source.id,
          organisationId: one.organisationId,
          municipalityId: one.municipalityId,
          personId: one.personId,
          binding: source.binding,
          startsOn: occurrence.startsOn,
          dueOn: occurrence.dueOn,
        })
  }
  return { obligations, gaps }
}

/** Counts of a set of obligations, as the preview before approval shows them. */
export interface ObligationCounts {
  readonly all: number
  readonly recommended: number
  readonly undated: number
  /** Owed ones by month of the deadline, `YYYY-MM`, in order. */
  readonly byMonth: readonly { readonly month: string; readonly count: number }[]
  /** Owed ones by organisation, most first. */
  readonly byOrganisation: readonly { readonly organisationId: OrganisationId; readonly count: number }[]
}

/** Counts obligations; recommended ones stand apart and enter neither months nor organisations. */
export function countObligations(obligations: readonly PlannedObligation[]): ObligationCounts {
  const months = new Map<string, number>()
  const organisations = new Map<OrganisationId, number>()
  let recommended = 0
  let undatedOnes = 0
  for (const one of obligations) {
    if (one.binding === 'recommended') {
      recommended++
      continue
    }
    organisations.set(one.organisationId, (organisations.get(one.organisationId) ?? 0) + 1)
    if (one.dueOn) months.set(one.dueOn.slice(0, 7), (months.get(one.dueOn.slice(0, 7)) ?? 0) + 1)
    else undatedOnes++
  }
  return {
    all: obligations.length,
    recommended,
    undated: undatedOnes,
    byMonth: [...months].sort(([a], [b]) => a.localeCompare(b)).map(([month, count]) => ({ month, count })),
    byOrganisation: [...organisations]
      .sort(([, a], [, b]) => b - a)
      .map(([organisationId, count]) => ({ organisationId, count })),
  }
}
