// Composition root: the list of slices, lower ones first, and nothing else.
import type { FastifyInstance } from 'fastify'
import { assessmentsSlice } from './assessments/index.ts'
import { createGate } from './authorities/index.ts'
import { authoritiesSlice } from './authorities/slice.ts'
import { identificationSlice } from './identification/index.ts'
import { importsSlice } from './imports/index.ts'
import { texts as fileTexts } from './platform/files/texts.ts'
import { type Database, postgresTexts } from './platform/postgres/index.ts'
import { tablesTexts } from './platform/tables/index.ts'
import { roadmapsSlice } from './roadmaps/index.ts'
import { schoolsSlice } from './schools/index.ts'
import { buildApp } from './shell/api/app.ts'
import type { Config } from './shell/api/config.ts'

export const slices = [
  authoritiesSlice,
  schoolsSlice,
  assessmentsSlice,
  identificationSlice,
  roadmapsSlice,
  importsSlice,
]

/** The whole product over a database; it does not listen yet. */
export function openProduct(db: Database, config: Partial<Config> = {}): Promise<FastifyInstance> {
  const platformTexts = [
    ['platform', postgresTexts],
    ['files', fileTexts],
    ['tables', tablesTexts],
  ] as const
  return buildApp({ db, slices, gate: createGate(db), platformTexts, config })
}
