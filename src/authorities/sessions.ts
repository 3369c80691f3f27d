import type { GrantId, MunicipalityId, OrganisationId, PersonId, RegionId, Seat } from '../core/base/index.ts'
import { type Ctx, change, maybeRow, rows, saveAudit, sql, type Tx } from '../platform/postgres/index.ts'
import type { OpenSession, Session } from './contract.ts'
import { hashOf } from './feed-links.ts'
import { scopeOf } from './model/registers.ts'
import { isAlive, keepSessionsMs, sessionLimits, touchEveryMs } from './model/sign-in.ts'

export async function insertSession(
  tx: Tx,
  session: { token: string; login: string; ip: string; now: Date; regionId: RegionId; personId: PersonId },
): Promise<void> {
  const { token, login, ip, now, regionId, personId } = session
  await change(
    tx,
    sql`INSERT INTO sessions (token_hash, login, region_id, person_id, address, began_at, last_seen_at)
        VALUES (${hashOf(token)}, ${login}, ${regionId}, ${personId}, ${ip}, ${now}, ${now})`,
  )
}

interface StoredSession {
  readonly regionId: RegionId
  readonly personId: PersonId
  readonly personName: string
  readonly grantId: GrantId | null
  readonly timeZone: string
  readonly beganAt: Date
  readonly lastSeenAt: Date
  readonly endedAt: Date | null
  readonly seats: readonly {
    readonly grantId: GrantId
    readonly seat: Seat
    readonly municipalityId: MunicipalityId | null
    readonly organisationId: OrganisationId | null
    readonly organisationName: string | null
    readonly territoryName: string
  }[]
}

/** Who stands behind a token; null for one that is unknown, ended, or too old. */
export async function sessionFrom(tx: Tx, token: string, now: Date): Promise<Session | null> {
  const stored = await maybeRow(
    tx,
    sql<StoredSession>`
      SELECT s.region_id AS "regionId", s.person_id AS "personId",
             p.family_name || ' ' || left(p.given_name, 1) || '.' || coalesce(' ' || left(p.patronymic, 1) || '.', '') AS "personName",
             s.grant_id AS "grantId", r.time_zone AS "timeZone",
             s.began_at AS "beganAt", s.last_seen_at AS "lastSeenAt", s.ended_at AS "endedAt",
             coalesce((
               SELECT json_agg(json_build_object('grantId', g.id, 'seat', g.seat, 'municipalityId', g.municipality_id,
                        'organisationId', g.organisation_id, 'organisationName', coalesce(o.short_name, o.name),
                        'territoryName', coalesce(m.name, r.name)) ORDER BY g.id)
               FROM grants g
               LEFT JOIN organisations o ON o.region_id = g.region_id AND o.id = g.organisation_id
               LEFT JOIN municipalities m ON m.region_id = g.region_id AND m.id = g.municipality_id
               WHERE g.region_id = s.region_id AND g.person_id = s.person_id AND g.revoked_at IS NULL
                 AND o.closed_on IS NULL AND m.closed_on IS NULL), '[]'::json) AS seats
      FROM sessions s
      JOIN accounts a ON a.login = s.login AND a.locked_at IS NULL AND s.began_at >= coalesce(a.sessions_since, s.began_at)
      JOIN people p ON p.region_id = s.region_id AND p.id = s.person_id AND p.closed_on IS NULL
      JOIN regions r ON r.id = s.region_id
      WHERE s.token_hash = ${hashOf(token)}`,
  )
  if (!stored || !isAlive(stored, now)) return null
  if (now.getTime() - stored.lastSeenAt.getTime() >= touchEveryMs)
    await change(tx, sql`UPDATE sessions SET last_seen_at = ${now} WHERE token_hash = ${hashOf(token)}`)
  return sessionOf(stored)
}

/** A person with one seat sits on it; with several, on the one that was chosen. */
function sessionOf(stored: StoredSession): Session {
  const { seats, regionId, personId, personName } = stored
  const active = seats.length === 1 ? seats[0] : seats.find(seat => seat.grantId === stored.grantId)
  return {
    personName,
    seats: seats.map(({ grantId, seat, organisationName, territoryName }) => ({
      grantId,
      seat,
      organisationName,
      territoryName,
    })),
    active: active
      ? {
          grantId: active.grantId,
          who: {
            personId,
            personName,
            seat: active.seat,
            grantId: active.grantId,
            organisationId: active.organisationId,
          },
          scope: scopeOf(regionId, active),
          timeZone: stored.timeZone,
        }
      : null,
  }
}

/** Ends one session, if it has not ended yet. */
export async function endSession(tx: Tx, token: string, now: Date): Promise<void> {
  await change(
    tx,
    sql`UPDATE sessions SET ended_at = greatest(last_seen_at, ${now}::timestamptz)
        WHERE token_hash = ${hashOf(token)} AND ended_at IS NULL`,
  )
}

/** The log of sign-ins is kept for a year. */
export async function forgetOldSessions(tx: Tx, now: Date): Promise<void> {
  await change(tx, sql`DELETE FROM sessions WHERE began_at < ${new Date(now.getTime() - keepSessionsMs)}`)
}

/** Where the person of the request is signed in at this moment, the latest first. */
export function ownSessions(ctx: Ctx): Promise<OpenSession[]> {
  return rows(
    ctx.tx,
    sql<OpenSession>`
      SELECT s.address, to_json(s.began_at) #>> '{}' AS "beganAt", to_json(s.last_seen_at) #>> '{}' AS "lastSeenAt"
      FROM sessions s JOIN accounts a ON a.login = s.login AND s.began_at >= coalesce(a.sessions_since, s.began_at)
      WHERE ${isOwnAndOpen(ctx)} ORDER BY s.began_at DESC, s.address`,
  )
}

/** Signs the person of the request out everywhere, this browser included. @returns how many sessions ended */
export async function endOwnSessions(ctx: Ctx): Promise<number> {
  const ended = await change(
    ctx.tx,
    sql`UPDATE sessions AS s SET ended_at = greatest(s.last_seen_at, ${ctx.now}::timestamptz) WHERE ${isOwnAndOpen(ctx)}`,
  )
  const subject = { subjectKind: 'person', subjectId: ctx.who.personId }
  await saveAudit(ctx, { action: 'authorities/sessions-ended', ...subject, after: { ended } })
  return ended
}

function isOwnAndOpen(ctx: Ctx) {
  const since = (ms: number) => sql`${new Date(ctx.now.getTime() - ms)}::timestamptz`
  return sql`s.region_id = ${ctx.scope.regionId} AND s.person_id = ${ctx.who.personId} AND s.ended_at IS NULL
    AND s.began_at > ${since(sessionLimits.longestMs)} AND s.last_seen_at > ${since(sessionLimits.idleMs)}`
}
