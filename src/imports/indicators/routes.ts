import type { SchoolId } from '../../core/base/index.ts'
import { action, file, type Route, view } from '../../core/web/index.ts'
import type { Tx } from '../../platform/postgres/index.ts'
import { applyIndicators, indicatorFile, putIndicatorsAside, readIndicators } from './actions.ts'
import {
  ChangeFile,
  FileParams,
  FileRead,
  FilesQuery,
  IndicatorFile,
  IndicatorFiles,
  IndicatorsOfSchool,
  IndicatorTable,
  Nothing,
  ReadIndicators,
  SchoolParams,
  TableQuery,
} from './contract.ts'
import { knownIndicators } from './known-indicators.ts'
import { indicatorFilePage } from './pages/indicator-file.tsx'
import { indicatorFilesPage } from './pages/indicator-files.tsx'
import { indicatorTablePage } from './pages/indicator-table.tsx'
import { indicatorsOfSchoolPage } from './pages/indicators-of-school.tsx'
import { listFiles } from './store.ts'
import { templateFile } from './template.ts'
import { indicatorsOfSchool, indicatorTable } from './views.ts'

export const indicatorsRoutes: readonly Route[] = [
  view<Tx, typeof Nothing, typeof TableQuery, typeof IndicatorTable>({
    id: 'imports.indicators',
    path: '/results/indicators',
    summary: {
      ru: 'Показатели школ по алфавиту, один год',
      en: 'Indicators of schools by name, one year',
    },
    permission: 'results.read',
    params: Nothing,
    query: TableQuery,
    data: IndicatorTable,
    load: (ctx, { query }) => indicatorTable(ctx, query),
    page: indicatorTablePage,
  }),
  view<Tx, typeof SchoolParams, typeof Nothing, typeof IndicatorsOfSchool>({
    id: 'imports.indicators-of-school',
    path: '/results/schools/:schoolId/indicators',
    summary: { ru: 'Показатели школы по годам', en: 'Indicators of a school by year' },
    permission: 'results.read',
    params: SchoolParams,
    query: Nothing,
    data: IndicatorsOfSchool,
    load: (ctx, { params }) => indicatorsOfSchool(ctx, params.schoolId as SchoolId),
    page: indicatorsOfSchoolPage,
  }),
  view<Tx, typeof Nothing, typeof FilesQuery, typeof IndicatorFiles>({
    id: 'imports.indicator-files',
    path: '/imports/indicators',
    summary: { ru: 'Загруженные файлы показателей', en: 'Files of indicators that were uploaded' },
    permission: 'results.write',
    params: Nothing,
    query: FilesQuery,
    data: IndicatorFiles,
    load: async (ctx, { query }) => ({
      files: await listFiles(ctx, query.file || null),
      file: query.file || null,
      known: (await knownIndicators()).map(one => ({ ...one, askedBy: [...one.askedBy] })),
    }),
    page: indicatorFilesPage,
  }),
  action<Tx, typeof Nothing, typeof ReadIndicators, typeof FileRead>({
    id: 'imports.read-indicators',
    path: '/imports/indicators',
    summary: {
      ru: 'Прочитать файл показателей и показать, что он изменит',
      en: 'Read a file of indicators and show what it would change',
    },
    permission: 'results.write',
    params: Nothing,
    body: ReadIndicators,
    result: FileRead,
    once: true,
    form: 'imports.indicator-files',
    done: 'done.indicatorsRead',
    run: (ctx, { body }) => readIndicators(ctx, body.file, body.year ? Number(body.year) : null),
    next: read => `/imports/indicators/${read.id}`,
  }),
  file<Tx, typeof Nothing, typeof Nothing>({
    id: 'imports.indicator-template',
    path: '/imports/indicators/template.xlsx',
    summary: { ru: 'Шаблон показателей (XLSX)', en: 'Template of indicators (XLSX)' },
    permission: 'results.write',
    params: Nothing,
    query: Nothing,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    load: async ctx => ({
      fileName: 'opora-indicators.xlsx',
      bytes: await templateFile(await knownIndicators(), Number(ctx.today.slice(0, 4)) - 1),
    }),
  }),
  view<Tx, typeof FileParams, typeof Nothing, typeof IndicatorFile>({
    id: 'imports.indicator-file',
    path: '/imports/indicators/:fileId',
    summary: {
      ru: 'Что изменит файл показателей и что в нём не так',
      en: 'What a file of indicators would change and what is wrong in it',
    },
    permission: 'results.write',
    params: FileParams,
    query: Nothing,
    data: IndicatorFile,
    load: (ctx, { params }) => indicatorFile(ctx, params.fileId),
    page: indicatorFilePage,
  }),
  action<Tx, typeof FileParams, typeof ChangeFile, typeof FileRead>({
    id: 'imports.apply-indicators',
    path: '/imports/indicators/:fileId/apply',
    summary: { ru: 'Внести показатели из файла', en: 'Enter the indicators of the file' },
    permission: 'results.write',
    params: FileParams,
    body: ChangeFile,
    result: FileRead,
    form: 'imports.indicator-file',
    done: 'done.indicatorsApplied',
    run: (ctx, { params, body }) => applyIndicators(ctx, params.fileId, body.version),
    next: applied => `/imports/indicators/${applied.id}`,
  }),
  action<Tx, typeof FileParams, typeof ChangeFile, typeof FileRead>({
    id: 'imports.put-indicators-aside',
    path: '/imports/indicators/:fileId/put-aside',
    summary: { ru: 'Отложить файл показателей', en: 'Put the file of indicators aside' },
    permission: 'results.write',
    params: FileParams,
    body: ChangeFile,
    result: FileRead,
    form: 'imports.indicator-file',
    done: 'done.indicatorsAside',
    run: (ctx, { params, body }) => putIndicatorsAside(ctx, params.fileId, body.version),
    next: () => '/imports/indicators',
  }),
]
