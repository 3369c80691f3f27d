/** What the executors of a document mean, learnt once per authority. */
import { checkTerritory } from '../../authorities/index.ts'
import type { OrderId, RoadmapId } from '../../core/base/index.ts'
import { type Ctx, saveAudit } from '../../platform/postgres/index.ts'
import { executorsOf, suggestTargets, type Target } from '../model/index.ts'
import { directoryOf, forget, learn } from '../store/executors.ts'
import { peopleOf, territoryOf } from '../store/registers.ts'
import { groupNames } from '../texts.ts'
import { loadDraft } from './drafts.ts'

/**
 * Remembers what the executors of a document mean, in every form in which it prints them; an empty choice forgets. Obligations of a running roadmap stay as they are until
 * somebody looks at the effect and confirms it.
 * @returns the roadmap that already runs by this document
 */
export async function matchExecutors(
  ctx: Ctx,
  orderId: OrderId,
  choices: readonly { readonly key: string; readonly target: Target | null }[],
): Promise<RoadmapId | null> {
  const stored = await loadDraft(ctx, orderId)
  checkTerritory(ctx.scope, stored.municipalityId)
  const asked = new Map(choices.map(choice => [choice.key, choice.target]))
  const known = executorsOf(stored.content).flatMap(({ forms }) => {
    const answered = forms.find(form => asked.has(form.key))
    if (!answered) return []
    return forms.map(form => ({ ...form, target: asked.get(asked.has(form.key) ? form.key : answered.key) ?? null }))
  })
  const matches = known.flatMap(({ target, ...form }) => (target ? [{ ...form, target }] : []))
  await learn(ctx, stored.authorityId, stored.municipalityId, matches)
  await forget(
    ctx,
    stored.authorityId,
    known.filter(choice => !choice.target).map(choice => choice.key),
  )
  await saveAudit(ctx, {
    action: 'roadmaps/executors-matched',
    subjectKind: 'order',
    subjectId: orderId,
    municipalityId: stored.municipalityId,
    after: matches,
  })
  return stored.roadmapId
}

/** Matches every executor that is not matched yet to the likeliest reading, as a person who agrees with each suggestion would. */
export async function matchByWording(ctx: Ctx, orderId: OrderId): Promise<void> {
  const stored = await loadDraft(ctx, orderId)
  const directory = await directoryOf(ctx, stored.authorityId)
  const known = {
    authorityId: stored.authorityId,
    directory,
    organisations: await territoryOf(ctx, stored.municipalityId),
    people: await peopleOf(ctx),
  }
  const choices = executorsOf(stored.content).flatMap(({ key, text, canonical, forms }) => {
    const likeliest = suggestTargets(text, canonical, known, groupNames(ctx.lang))[0]
    return forms.every(form => directory.has(form.key)) || !likeliest ? [] : [{ key, target: likeliest.target }]
  })
  await matchExecutors(ctx, orderId, choices)
}
