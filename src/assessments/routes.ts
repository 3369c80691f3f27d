import type { MunicipalityId, SchoolId } from '../core/base/index.ts'
import { type Route, view } from '../core/web/index.ts'
import type { Tx } from '../platform/postgres/index.ts'
import { procedurePage } from './pages/procedure.tsx'
import { schoolResultsPage } from './pages/school.tsx'
import { schoolsResultsPage } from './pages/schools.tsx'
import { territoryPage } from './pages/territory.tsx'
import {
  MunicipalityParams,
  Nothing,
  ProcedureQuery,
  ProcedureResults,
  SchoolParams,
  SchoolQuery,
  SchoolResults,
  SchoolsQuery,
  SchoolsResults,
  TerritoryQuery,
  TerritoryResults,
} from './views-contract.ts'
import { procedureResults } from './views-procedure.ts'
import { schoolResults } from './views-school.ts'
import { schoolsResults } from './views-schools.ts'
import { territoryResults } from './views-territory.ts'

export const assessmentsRoutes: readonly Route[] = [
  view<Tx, typeof Nothing, typeof TerritoryQuery, typeof TerritoryResults>({
    id: 'assessments.territory',
    path: '/results',
    summary: {
      ru: 'Результаты территории по процедурам и годам',
      en: 'Results of the territory by procedure and year',
    },
    permission: 'results.read',
    params: Nothing,
    query: TerritoryQuery,
    data: TerritoryResults,
    load: (ctx, { query }) => territoryResults(ctx, null, query),
    page: territoryPage,
  }),
  view<Tx, typeof MunicipalityParams, typeof TerritoryQuery, typeof TerritoryResults>({
    id: 'assessments.municipality',
    path: '/results/municipalities/:municipalityId',
    summary: { ru: 'Результаты муниципалитета, регион рядом', en: 'Results of a municipality, the region beside' },
    permission: 'results.read',
    params: MunicipalityParams,
    query: TerritoryQuery,
    data: TerritoryResults,
    load: (ctx, { params, query }) => territoryResults(ctx, params.municipalityId as MunicipalityId, query),
    page: territoryPage,
  }),
  view<Tx, typeof Nothing, typeof SchoolsQuery, typeof SchoolsResults>({
    id: 'assessments.schools',
    path: '/results/schools',
    summary: {
      ru: 'Результаты школ по алфавиту, одна процедура и год',
      en: 'Results of schools by name, one procedure and year',
    },
    permission: 'results.read',
    params: Nothing,
    query: SchoolsQuery,
    data: SchoolsResults,
    load: (ctx, { query }) => schoolsResults(ctx, query),
    page: schoolsResultsPage,
  }),
  view<Tx, typeof SchoolParams, typeof SchoolQuery, typeof SchoolResults>({
    id: 'assessments.school',
    path: '/results/schools/:schoolId',
    summary: { ru: 'Результаты школы по процедурам и годам', en: 'Results of a school by procedure and year' },
    permission: 'results.read',
    params: SchoolParams,
    query: SchoolQuery,
    data: SchoolResults,
    load: (ctx, { params, query }) => schoolResults(ctx, params.schoolId as SchoolId, query),
    page: schoolResultsPage,
  }),
  view<Tx, typeof SchoolParams, typeof ProcedureQuery, typeof ProcedureResults>({
    id: 'assessments.school-procedure',
    path: '/results/schools/:schoolId/procedure',
    summary: {
      ru: 'Одна процедура школы: распределение, маркеры, классы, задания, похожие школы',
      en: 'One procedure of a school: distribution, markers, classes, tasks, similar schools',
    },
    permission: 'results.read',
    params: SchoolParams,
    query: ProcedureQuery,
    data: ProcedureResults,
    load: (ctx, { params, query }) => procedureResults(ctx, params.schoolId as SchoolId, query),
    page: procedurePage,
  }),
]
