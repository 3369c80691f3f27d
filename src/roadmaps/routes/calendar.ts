/** The calendar of an organisation and its secret link. */
import { makeFeedLink, revokeFeedLink } from '../../authorities/index.ts'
import { action, type Route, view } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import * as shapes from '../contract.ts'
import { calendarPage } from '../pages/calendar/calendar-page.tsx'
import { askedOrganisation, viewCalendar } from '../views/index.ts'

export const calendar: Route[] = [
  view({
    id: 'obligations.calendar-page',
    path: '/obligations/calendar-link',
    summary: { ru: 'Как подписаться на сроки организации', en: 'How to subscribe to the deadlines of an organisation' },
    permission: 'roadmaps.read',
    params: shapes.none,
    query: shapes.calendarQuery,
    data: shapes.CalendarView,
    load: (ctx: Ctx, { query }) => viewCalendar(ctx, query.organisation),
    page: calendarPage,
  }),
  action({
    id: 'obligations.make-calendar-link',
    path: '/obligations/calendar-link',
    summary: { ru: 'Получить секретную ссылку на календарь', en: 'Get a secret link to the calendar' },
    permission: 'roadmaps.read',
    params: shapes.none,
    body: shapes.calendarLinkBody,
    result: shapes.CalendarLink,
    form: 'obligations.calendar-page',
    done: 'done.calendarLink',
    run: async (ctx: Ctx, { body }) => {
      const { token } = await makeFeedLink(ctx, askedOrganisation(ctx, body.organisation))
      return { path: `/obligations/calendar.ics?key=${token}` }
    },
    next: (_, { body }) => calendarAddress(body.organisation),
  }),
  action({
    id: 'obligations.revoke-calendar-link',
    path: '/obligations/calendar-link/revoke',
    summary: { ru: 'Отозвать секретную ссылку', en: 'Revoke the secret link' },
    permission: 'roadmaps.read',
    params: shapes.none,
    body: shapes.calendarLinkBody,
    result: shapes.CalendarRevoked,
    form: 'obligations.calendar-page',
    done: 'done.calendarRevoked',
    run: async (ctx: Ctx, { body }) => ({
      revoked: await revokeFeedLink(ctx, askedOrganisation(ctx, body.organisation)),
    }),
    next: (_, { body }) => calendarAddress(body.organisation),
  }),
]

function calendarAddress(organisation: string | undefined): string {
  return `/obligations/calendar-link${organisation ? `?organisation=${organisation}` : ''}`
}
