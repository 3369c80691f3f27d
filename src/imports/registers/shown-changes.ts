import type { RegisterFile } from './contract.ts'
import type { RegisterPlan } from './plan.ts'

/** What a plan would change, as the page of a file shows it: row, name, fields before and after. */
export function shownChangesOf(plan: RegisterPlan): RegisterFile['changes'] {
  if (plan.kind === 'organisations') {
    return plan.changes.map(change =>
      change.does === 'create'
        ? { row: change.row, does: 'create' as const, name: change.facts.shortName ?? change.facts.name, fields: [] }
        : {
            row: change.row,
            does: 'change' as const,
            name: change.before.shortName ?? change.before.name,
            fields: change.fields.map(field => ({
              field,
              before: factText(change.before, field),
              after: factText(change.facts, field),
            })),
          },
    )
  }
  if (plan.kind === 'people') {
    return plan.changes.map(change => ({
      row: change.row,
      does: change.personId ? ('change' as const) : ('create' as const),
      name: change.fullName,
      fields: change.personId ? [{ field: 'position', before: '', after: change.title ?? '' }] : [],
    }))
  }
  return plan.changes.map(change => ({
    row: change.row,
    does: change.id ? ('change' as const) : ('create' as const),
    name: change.name,
    fields: change.id ? [{ field: 'municipalityName', before: change.oktmo, after: change.name }] : [],
  }))
}

function factText(
  facts: {
    name: string
    shortName: string | null
    type: string | null
    codes: readonly { system: string; code: string }[]
  },
  field: string,
): string {
  if (field === 'name' || field === 'shortName' || field === 'type') return facts[field] ?? ''
  return facts.codes.find(code => code.system === field)?.code ?? ''
}
