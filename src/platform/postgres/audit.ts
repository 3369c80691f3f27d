import { sql } from 'kysely'
import type { MunicipalityId, OrganisationId, PersonId, Seat } from '../../core/base/index.ts'
import { type Ctx, change, rows } from './database.ts'
import { newId } from './ids.ts'

export interface AuditEntry {
  /** What was done, `slice/what-happened`; its words stand in the slice's catalogue under `actions`. */
  readonly action: string
  /** Kind and id of what was changed: `'organisation'`, its id. */
  readonly subjectKind: string
  readonly subjectId: string
  /** The fields that changed, as they were and as they are. Never a password, a token or a name of a pupil. */
  readonly before?: unknown
  readonly after?: unknown
  /** Whose territory the subject is; default: that of the scope. null: the whole region. */
  readonly municipalityId?: MunicipalityId | null
  /** The school whose own affair it is; default: that of the scope. null: readable by all of the territory. */
  readonly organisationId?: OrganisationId | null
}

export interface AuditLine {
  readonly id: string
  readonly at: Date
  readonly personId: PersonId | null
  readonly personName: string
  readonly seat: Seat | 'system'
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly before: unknown
  readonly after: unknown
  readonly requestId: string
}

/**
 * Writes the line of the change log. Call it in the transaction of the change itself: both are kept or neither.
 * @example await saveAudit(ctx, { action: 'authorities/organisation-renamed', subjectKind: 'organisation', subjectId: id, before, after })
 */
export async function saveAudit(ctx: Ctx, entry: AuditEntry): Promise<void> {
  const { municipalityId = ctx.scope.municipalityId, organisationId = ctx.scope.organisationId } = entry
  await change(
    ctx.tx,
    sql`INSERT INTO audit_lines (region_id, id, at, person_id, person_name, seat, action, subject_kind, subject_id,
                                 municipality_id, organisation_id, before, after, request_id)
        VALUES (${ctx.scope.regionId}, ${newId()}, ${ctx.now}, ${ctx.who.personId}, ${ctx.who.personName}, ${ctx.who.seat},
                ${entry.action}, ${entry.subjectKind}, ${entry.subjectId}, ${municipalityId}, ${organisationId},
                ${json(entry.before)}, ${json(entry.after)}, ${ctx.requestId})`,
  )
}

/** The change log of one thing, newest first, as far as the scope may see it. */
export function historyOf(ctx: Ctx, subjectKind: string, subjectId: string, limit = 200): Promise<AuditLine[]> {
  return rows(
    ctx.tx,
    sql<AuditLine>`
      SELECT id, at, person_id AS "personId", person_name AS "personName", seat, action, subject_kind AS "subjectKind",
             subject_id AS "subjectId", before, after, request_id AS "requestId"
      FROM audit_lines
      WHERE region_id = ${ctx.scope.regionId} AND subject_kind = ${subjectKind} AND subject_id = ${subjectId}
      ORDER BY at DESC, id DESC
      LIMIT ${limit}`,
  )
}

function json(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value)
}
