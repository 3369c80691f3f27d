import type {
  GrantId,
  IsoDate,
  MunicipalityId,
  OrganisationId,
  PersonId,
  RegionId,
  Seat,
} from '../../core/base/index.ts'
import type { Ctx } from './database.ts'

/**
 * Everything of a `Ctx` but its transaction, for `withCtx` in tests: an invented auditor of a territory.
 * @example withCtx(db(), aRequest({ regionId: 42, municipalityId }), ctx => …)
 */
export function aRequest(scope: {
  regionId: number
  municipalityId?: MunicipalityId | null
  organisationId?: OrganisationId | null
  seat?: Seat
  now?: Date
}): Omit<Ctx, 'tx'> {
  const now = scope.now ?? new Date('2026-02-03T09:00:00Z')
  return {
    who: {
      personId: '00000000-0000-7000-8000-000000000001' as PersonId,
      personName: 'Берёзкина А. П.',
      seat: scope.seat ?? 'auditor',
      grantId: '00000000-0000-7000-8000-000000000002' as GrantId,
      organisationId: scope.organisationId ?? null,
    },
    scope: {
      regionId: scope.regionId as RegionId,
      municipalityId: scope.municipalityId ?? null,
      organisationId: scope.organisationId ?? null,
    },
    now,
    today: now.toISOString().slice(0, 10) as IsoDate,
    lang: 'ru',
    requestId: 'test',
  }
}
