/** The calendar of one organisation. */
import { hasFeedLink } from '../../authorities/index.ts'
import { type OrganisationId, refuse } from '../../core/base/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import type { CalendarView } from '../contract.ts'
import { namesOf } from '../store/registers.ts'

/** The organisation whose calendar or list is asked for; a school seat has only its own. */
export function askedOrganisation(ctx: Ctx, asked: string | undefined): OrganisationId {
  const id = asked ?? ctx.scope.organisationId ?? ctx.who.organisationId
  if (!id) throw refuse('invalid', 'roadmaps/organisation-not-named')
  return id as OrganisationId
}

/** The calendar of an organisation: its name, and whether the reader has a secret link to it. */
export async function viewCalendar(ctx: Ctx, asked: string | undefined): Promise<CalendarView> {
  const organisationId = askedOrganisation(ctx, asked)
  const [organisation] = await namesOf(ctx, [organisationId])
  if (!organisation) throw refuse('not-found', 'roadmaps/no-such-organisation')
  return { organisationId, organisation: organisation.name, linked: await hasFeedLink(ctx, organisationId) }
}
