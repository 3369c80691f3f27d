import { createHash, randomBytes } from 'node:crypto'
import type { GrantId, MunicipalityId, OrganisationId, PersonId, RegionId } from '../core/base/index.ts'
import { refuse } from '../core/base/index.ts'
import { type Ctx, change, maybeRow, saveAudit, sql, type Tx } from '../platform/postgres/index.ts'
import type { Session } from './contract.ts'
import * as store from './store.ts'

/**
 * Makes a secret link for a calendar program; the person's earlier link to the same organisation stops working.
 *
 * @returns the token, shown once: only its hash is kept
 * @throws refuse('not-found', 'authorities/not-found') for an organisation outside the scope
 */
export async function makeFeedLink(ctx: Ctx, organisationId: OrganisationId): Promise<{ token: string }> {
  const organisation = await store.findOrganisation(ctx, organisationId)
  if (!organisation) throw refuse('not-found', 'authorities/not-found')
  await revokeFeedLink(ctx, organisationId)
  const token = randomBytes(24).toString('base64url')
  const { regionId } = ctx.scope
  await change(
    ctx.tx,
    sql`INSERT INTO feed_links (token_hash, region_id, municipality_id, organisation_id, person_id, made_at)
        VALUES (${hashOf(token)}, ${regionId}, ${organisation.municipalityId}, ${organisationId}, ${ctx.who.personId}, ${ctx.now})`,
  )
  await note(ctx, 'feed-link-made', organisationId)
  return { token }
}

/** Takes the person's link to an organisation back. @returns whether there was one */
export async function revokeFeedLink(ctx: Ctx, organisationId: OrganisationId): Promise<boolean> {
  const revoked = await change(
    ctx.tx,
    sql`UPDATE feed_links SET revoked_at = ${ctx.now}
        WHERE region_id = ${ctx.scope.regionId} AND organisation_id = ${organisationId} AND person_id = ${ctx.who.personId} AND revoked_at IS NULL`,
  )
  if (revoked > 0) await note(ctx, 'feed-link-revoked', organisationId)
  return revoked > 0
}

/** Whether the person has a working link to an organisation. */
export async function hasFeedLink(ctx: Ctx, organisationId: OrganisationId): Promise<boolean> {
  const found = await maybeRow(
    ctx.tx,
    sql<{ one: number }>`SELECT 1 AS one FROM feed_links
      WHERE region_id = ${ctx.scope.regionId} AND organisation_id = ${organisationId} AND person_id = ${ctx.who.personId} AND revoked_at IS NULL`,
  )
  return found !== null
}

/** What a link may read: the rows of its organisation, as somebody who only reads. Dead with its person and its organisation. */
export async function sessionOfLink(tx: Tx, tokenHash: Buffer): Promise<Session | null> {
  const link = await maybeRow(
    tx,
    sql<{
      regionId: RegionId
      municipalityId: MunicipalityId | null
      organisationId: OrganisationId
      personId: PersonId
      timeZone: string
    }>`
      SELECT l.region_id AS "regionId", l.municipality_id AS "municipalityId", l.organisation_id AS "organisationId",
             l.person_id AS "personId", r.time_zone AS "timeZone"
      FROM feed_links l
      JOIN regions r ON r.id = l.region_id
      JOIN people p ON p.region_id = l.region_id AND p.id = l.person_id AND p.closed_on IS NULL
      JOIN organisations o ON o.region_id = l.region_id AND o.id = l.organisation_id AND o.closed_on IS NULL
      WHERE l.token_hash = ${tokenHash} AND l.revoked_at IS NULL`,
  )
  if (!link) return null
  const { regionId, municipalityId, organisationId, personId, timeZone } = link
  const grantId = organisationId as string as GrantId
  const who = { personId, personName: 'ICS', seat: 'auditor' as const, grantId, organisationId }
  return {
    personName: 'ICS',
    seats: [],
    active: { grantId, who, scope: { regionId, municipalityId, organisationId }, timeZone },
  }
}

/** Only hashes of tokens are kept, so that who reads the table cannot use them. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function note(ctx: Ctx, what: string, organisationId: OrganisationId): Promise<void> {
  return saveAudit(ctx, { action: `authorities/${what}`, subjectKind: 'organisation', subjectId: organisationId })
}
