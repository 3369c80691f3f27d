import { action, type Route, view } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { sessionsPage } from '../pages/sessions.tsx'
import * as shapes from '../pages/shapes.ts'
import { endOwnSessions, ownSessions } from '../sessions.ts'

export const sessionRoutes: readonly Route[] = [
  view({
    id: 'authorities.sessions',
    path: '/sessions',
    summary: { ru: 'Где вошёл тот, кто спрашивает', en: 'Where the one who asks is signed in' },
    permission: 'signed-in',
    params: shapes.Nothing,
    query: shapes.Nothing,
    data: shapes.SessionList,
    load: async (ctx: Ctx) => ({ sessions: await ownSessions(ctx) }),
    page: sessionsPage,
  }),
  action({
    id: 'authorities.end-sessions',
    path: '/sessions/end',
    summary: { ru: 'Выйти везде, и здесь тоже', en: 'Sign out everywhere, here too' },
    permission: 'signed-in',
    params: shapes.Nothing,
    body: shapes.Nothing,
    result: shapes.SessionsEnded,
    run: async (ctx: Ctx) => ({ ended: await endOwnSessions(ctx) }),
    next: () => '/sign-in',
    done: 'pages.done.sessionsEnded',
    form: 'authorities.sessions',
  }),
]
