import { Type } from 'typebox'
import { action, file, type Route, view } from '../../core/web/index.ts'
import type { Tx } from '../../platform/postgres/index.ts'
import { applyRegister, putRegisterAside, readRegister, registerFile } from './actions.ts'
import { ApplyRegister, FileParams, FileRead, Nothing, ReadRegister, RegisterFile, RegisterFiles } from './contract.ts'
import { registerFilePage } from './pages/register-file.tsx'
import { registerFilesPage } from './pages/register-files.tsx'
import { listFiles } from './store.ts'
import { templateFile } from './templates.ts'

const TemplateParams = Type.Object({ kind: Type.Enum(['organisations', 'people', 'municipalities']) })

export const registersRoutes: readonly Route[] = [
  view<Tx, typeof Nothing, typeof Nothing, typeof RegisterFiles>({
    id: 'imports.register-files',
    path: '/imports/registers',
    summary: { ru: 'Загруженные файлы справочников', en: 'Register files that were uploaded' },
    permission: 'register.write',
    params: Nothing,
    query: Nothing,
    data: RegisterFiles,
    load: async ctx => ({ files: await listFiles(ctx) }),
    page: registerFilesPage,
  }),
  action<Tx, typeof Nothing, typeof ReadRegister, typeof FileRead>({
    id: 'imports.read-register',
    path: '/imports/registers',
    summary: {
      ru: 'Прочитать файл справочника и показать, что он изменит',
      en: 'Read a register file and show what it would change',
    },
    permission: 'register.write',
    params: Nothing,
    body: ReadRegister,
    result: FileRead,
    once: true,
    form: 'imports.register-files',
    done: 'done.read',
    run: (ctx, { body }) => readRegister(ctx, body.file),
    next: read => `/imports/registers/${read.id}`,
  }),
  file<Tx, typeof TemplateParams, typeof Nothing>({
    id: 'imports.register-template',
    path: '/imports/registers/template/:kind',
    summary: { ru: 'Шаблон справочника (XLSX)', en: 'Template of a register (XLSX)' },
    permission: 'register.write',
    params: TemplateParams,
    query: Nothing,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    load: async (_, { params }) => ({ fileName: `opora-${params.kind}.xlsx`, bytes: await templateFile(params.kind) }),
  }),
  view<Tx, typeof FileParams, typeof Nothing, typeof RegisterFile>({
    id: 'imports.register-file',
    path: '/imports/registers/:fileId',
    summary: {
      ru: 'Что изменит файл справочника и что в нём не так',
      en: 'What a register file would change and what is wrong in it',
    },
    permission: 'register.write',
    params: FileParams,
    query: Nothing,
    data: RegisterFile,
    load: (ctx, { params }) => registerFile(ctx, params.fileId),
    page: registerFilePage,
  }),
  action<Tx, typeof FileParams, typeof ApplyRegister, typeof FileRead>({
    id: 'imports.apply-register',
    path: '/imports/registers/:fileId/apply',
    summary: { ru: 'Внести файл в справочник', en: 'Enter the file into the register' },
    permission: 'register.write',
    params: FileParams,
    body: ApplyRegister,
    result: FileRead,
    form: 'imports.register-file',
    done: 'done.applied',
    run: (ctx, { params, body }) => applyRegister(ctx, params.fileId, body.version),
    next: applied => `/imports/registers/${applied.id}`,
  }),
  action<Tx, typeof FileParams, typeof ApplyRegister, typeof FileRead>({
    id: 'imports.put-register-aside',
    path: '/imports/registers/:fileId/put-aside',
    summary: { ru: 'Отложить файл', en: 'Put the file aside' },
    permission: 'register.write',
    params: FileParams,
    body: ApplyRegister,
    result: FileRead,
    form: 'imports.register-file',
    done: 'done.aside',
    run: (ctx, { params, body }) => putRegisterAside(ctx, params.fileId, body.version),
    next: () => '/imports/registers',
  }),
]
