/** Long lists of the registers, a part at a time: a part ends with the key of its last row, and the next one begins after it. */
import type { MunicipalityId } from '../core/base/index.ts'
import { type Ctx, oneRow, rows, sql } from '../platform/postgres/index.ts'
import type { OrganisationKind, OrganisationRow, PersonRow } from './contract.ts'
import { organisationColumns, organisationsThatFit, partOf, personColumns } from './views.ts'

/** Rows of one part. */
export const partSize = 100

interface Asked {
  /** Part of a name, in any case of letters. */
  readonly q?: string | undefined
  readonly closed?: boolean | undefined
  /** The key at which the part before ended. */
  readonly after?: string | undefined
}

interface Part {
  /** How many fit in all. */
  readonly total: number
  /** Key for the next part; null at the end. */
  readonly next: string | null
}

// The ids make equal names follow one another in a fixed order. Indexes stand on these very expressions.
const personKey = sql`(p.family_name || ' ' || p.given_name || ' ' || coalesce(p.patronymic, '') || ' ' || p.id::text) COLLATE register_order`
const organisationKey = sql`(o.name || ' ' || o.id::text) COLLATE register_order`

/** People in scope by name, with the positions they hold today. */
export async function peopleByName(ctx: Ctx, asked: Asked = {}): Promise<Part & { people: PersonRow[] }> {
  const { q, closed = false, after = null } = asked
  const fits = sql`p.region_id = ${ctx.scope.regionId} AND (${closed} OR p.closed_on IS NULL)
    AND concat_ws(' ', p.family_name, p.given_name, p.patronymic) ILIKE ${partOf(q)}`
  const counted = await oneRow(
    ctx.tx,
    sql<{ total: number }>`SELECT count(*)::int AS total FROM people p WHERE ${fits}`,
  )
  const found = await rows(
    ctx.tx,
    sql<Keyed<PersonRow>>`SELECT ${personKey} AS key, ${personColumns(ctx)}
      WHERE ${fits} AND (${after}::text IS NULL OR ${personKey} > ${after}) ORDER BY ${personKey} LIMIT ${partSize + 1}`,
  )
  const { part, next } = cut(found)
  return { people: part, ...counted, next }
}

/** Organisations in scope by name; without a kind all but schools, which have a register of their own. */
export async function organisationsByName(
  ctx: Ctx,
  asked: Asked & { readonly kind?: OrganisationKind; readonly municipality?: string } = {},
): Promise<Part & { organisations: OrganisationRow[] }> {
  const { q, kind, municipality, closed = false, after = null } = asked
  const filter = {
    ...(kind ? { kind } : {}),
    ...(municipality ? { municipalityId: municipality as MunicipalityId } : {}),
    ...(q ? { text: q } : {}),
    withClosed: closed,
  }
  const fits = sql`${organisationsThatFit(ctx, filter)} AND (${kind !== undefined} OR o.kind <> 'school')`
  const counted = await oneRow(
    ctx.tx,
    sql<{ total: number }>`SELECT count(*)::int AS total FROM organisations o WHERE ${fits}`,
  )
  const found = await rows(
    ctx.tx,
    sql<Keyed<OrganisationRow>>`SELECT ${organisationKey} AS key, ${organisationColumns}
      WHERE ${fits} AND (${after}::text IS NULL OR ${organisationKey} > ${after}) ORDER BY ${organisationKey} LIMIT ${partSize + 1}`,
  )
  const { part, next } = cut(found)
  return { organisations: part, ...counted, next }
}

type Keyed<Row> = Row & { readonly key: string }

/** The part itself, without its keys, and where the next one begins. */
function cut<Row>(found: readonly Keyed<Row>[]): { part: Row[]; next: string | null } {
  const part = found.slice(0, partSize).map(({ key: _, ...row }) => row as Row)
  return { part, next: found.length > partSize ? found[partSize - 1]!.key : null }
}
