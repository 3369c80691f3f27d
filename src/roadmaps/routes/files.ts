/** Files to download. */
import { Type } from 'typebox'
import type { RoadmapId } from '../../core/base/index.ts'
import { type DownloadedFile, file, type Route } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import * as shapes from '../contract.ts'
import { downloadDocx, downloadJson, downloadOrganisationIcs, downloadRoadmapIcs, downloadXlsx } from '../downloads.ts'
import { roadmapOfPath } from './read.ts'

const download = (
  format: 'docx' | 'xlsx' | 'ics' | 'json',
  mediaType: string,
  load: (ctx: Ctx, roadmapId: RoadmapId) => Promise<DownloadedFile>,
): Route =>
  file({
    id: `roadmaps.export-${format}`,
    path: `/roadmaps/:roadmapId/roadmap.${format}`,
    summary: { ru: `Дорожная карта файлом ${format.toUpperCase()}`, en: `The roadmap as ${format.toUpperCase()}` },
    permission: 'roadmaps.read',
    params: shapes.roadmapParams,
    query: shapes.none,
    mediaType,
    load: (ctx: Ctx, { params }) => load(ctx, roadmapOfPath(params)),
  })

export const downloads: Route[] = [
  download('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', downloadDocx),
  download('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', downloadXlsx),
  download('ics', 'text/calendar; charset=utf-8', downloadRoadmapIcs),
  download('json', 'application/json; charset=utf-8', downloadJson),
  file({
    id: 'obligations.calendar',
    path: '/obligations/calendar.ics',
    summary: { ru: 'Сроки одной организации календарём', en: 'Deadlines of one organisation as a calendar' },
    permission: 'roadmaps.read',
    params: shapes.none,
    query: Type.Object({
      organisation: Type.Optional(Type.String({ format: 'uuid' })),
      key: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    byLink: true,
    mediaType: 'text/calendar; charset=utf-8',
    load: (ctx: Ctx, { query }) => downloadOrganisationIcs(ctx, query.organisation),
  }),
]
