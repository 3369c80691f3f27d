/** The executors of a document with the likely readings of each. */
import type { OrderId } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { loadDraft } from '../actions/index.ts'
import type { ExecutorsView } from '../contract.ts'
import { executorsOf, suggestTargets, targetCode, targetLabel } from '../model/index.ts'
import { directoryOf } from '../store/executors.ts'
import { peopleOf, territoryOf } from '../store/registers.ts'
import { groupNames } from '../texts.ts'

export async function viewExecutors(ctx: Ctx, orderId: OrderId): Promise<ExecutorsView> {
  const stored = await loadDraft(ctx, orderId)
  const organisations = await territoryOf(ctx, stored.municipalityId)
  const people = await peopleOf(ctx)
  const directory = await directoryOf(ctx, stored.authorityId)
  const known = { authorityId: stored.authorityId, directory, organisations, people }
  const groups = groupNames(ctx.lang)
  return {
    orderId,
    fileName: stored.fileName,
    version: stored.version,
    title: stored.content.title,
    state: stored.state,
    executors: executorsOf(stored.content).map(one => {
      const targets = one.forms.map(form => directory.get(form.key))
      const agreed = new Set(targets.map(target => (target ? targetCode(target) : ''))).size === 1
      const chosen = agreed ? targets[0] : undefined
      const remembered = one.forms.find(form => directory.has(form.key)) ?? one
      return {
        ...one,
        forms: one.forms.map(form => form.text),
        chosen: chosen ? targetCode(chosen) : null,
        chosenLabel: chosen ? targetLabel(chosen, known, groups) : null,
        suggestions: suggestTargets(remembered.text, one.canonical, known, groups).map(({ target, label, why }) => ({
          code: targetCode(target),
          label,
          why,
        })),
      }
    }),
    options: [
      { code: 'allSchools', label: groups.allSchools, group: 'groups' },
      { code: 'municipalAuthorities', label: groups.municipalAuthorities, group: 'groups' },
      ...schoolTypesIn(organisations).map(type => ({
        code: `schoolsOfType:${type}`,
        label: `${groups.allSchools}: ${groups.type(type)}`,
        group: 'groups',
      })),
      { code: 'outside', label: groups.outside, group: 'groups' },
      ...organisations.map(one => ({
        code: `organisation:${one.id}`,
        label: one.shortName ?? one.name,
        group: one.kind === 'school' ? 'schools' : 'bodies',
      })),
      ...people.map(one => ({
        code: `person:${one.organisationId}:${one.id}`,
        label: `${one.name}, ${one.organisationName}`,
        group: 'people',
      })),
    ],
  }
}

function schoolTypesIn(organisations: readonly { readonly schoolType: string | null }[]): string[] {
  return [...new Set(organisations.flatMap(one => (one.schoolType ? [one.schoolType] : [])))].sort()
}
