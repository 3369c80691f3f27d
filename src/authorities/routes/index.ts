/** What the registers of territories, organisations, people and seats answer. */
import type { Route } from '../../core/web/index.ts'
import { accessRoutes } from './access.ts'
import { municipalityRoutes } from './municipalities.ts'
import { organisationRoutes } from './organisations.ts'
import { personRoutes } from './people.ts'
import { positionRoutes } from './positions.ts'
import { sessionRoutes } from './sessions.ts'

export const authoritiesRoutes: readonly Route[] = [
  ...municipalityRoutes,
  ...organisationRoutes,
  ...personRoutes,
  ...positionRoutes,
  ...accessRoutes,
  ...sessionRoutes,
]
