import { type IsoDate, isoDate, type MunicipalityId, refuse, type SchoolId } from '../core/base/index.ts'
import { action, type Route, view } from '../core/web/index.ts'
import type { Ctx } from '../platform/postgres/index.ts'
import { changeSchool, closeSchool, codesOfForm, enterSchool } from './actions.ts'
import {
  ChangeSchool,
  CloseSchool,
  CloseSchoolForm,
  EnterSchool,
  Nothing,
  SchoolCard,
  SchoolChanged,
  SchoolForm,
  SchoolList,
  SchoolListQuery,
  SchoolParams,
  type SchoolType,
  schoolTypes,
} from './contract.ts'
import { schoolCardPage } from './pages/school-card.tsx'
import { closeSchoolPage, editSchoolPage, newSchoolPage } from './pages/school-forms.tsx'
import { schoolListPage } from './pages/school-list.tsx'
import { possibleSuccessors, schoolCard, schoolForm, schoolList } from './views.ts'

/** Each form and what it does stand at one address. */
const entering = { path: '/schools/new', permission: 'register.write', params: Nothing } as const
const changing = { path: '/schools/:schoolId/edit', permission: 'register.write', params: SchoolParams } as const
const closing = { path: '/schools/:schoolId/close', permission: 'register.write', params: SchoolParams } as const
const card = {
  query: Nothing,
  data: SchoolCard,
  load: (ctx: Ctx, { params }: { params: { schoolId: string } }) => schoolCard(ctx, params.schoolId as SchoolId),
}
const next = (school: { readonly id: string }) => `/schools/${school.id}`

export const schoolsRoutes: readonly Route[] = [
  view({
    id: 'schools.list',
    path: '/schools',
    summary: { ru: 'Школы территории с отбором и поиском', en: 'Schools of the territory, filtered and searched' },
    permission: 'register.read',
    params: Nothing,
    query: SchoolListQuery,
    data: SchoolList,
    load: (ctx: Ctx, { query }) => schoolList(ctx, query),
    page: schoolListPage,
  }),
  view({
    ...entering,
    id: 'schools.form',
    summary: { ru: 'Форма новой школы', en: 'The form of a new school' },
    query: Nothing,
    data: SchoolForm,
    load: (ctx: Ctx) => schoolForm(ctx),
    page: newSchoolPage,
  }),
  action({
    ...entering,
    id: 'schools.enter',
    summary: { ru: 'Внести школу', en: 'Enter a school' },
    body: EnterSchool,
    result: SchoolChanged,
    once: true,
    form: 'schools.form',
    done: 'done.entered',
    run: (ctx: Ctx, { body }) =>
      enterSchool(ctx, { ...factsOf(body), municipalityId: body.municipalityId as MunicipalityId }),
    next,
  }),
  view({
    ...card,
    id: 'schools.card',
    path: '/schools/:schoolId',
    summary: { ru: 'Карточка школы', en: 'The card of a school' },
    permission: 'register.read',
    params: SchoolParams,
    page: schoolCardPage,
  }),
  view({
    ...changing,
    ...card,
    id: 'schools.edit-form',
    summary: { ru: 'Форма изменения школы', en: 'The form that edits a school' },
    page: editSchoolPage,
  }),
  action({
    ...changing,
    id: 'schools.change',
    summary: { ru: 'Изменить сведения о школе', en: 'Change what is known of a school' },
    body: ChangeSchool,
    result: SchoolChanged,
    form: 'schools.edit-form',
    done: 'done.changed',
    run: (ctx: Ctx, { params, body }) =>
      changeSchool(ctx, params.schoolId as SchoolId, {
        ...factsOf(body),
        version: body.version,
        organisationVersion: body.organisationVersion,
      }),
    next,
  }),
  view({
    ...closing,
    id: 'schools.close-form',
    summary: { ru: 'Форма закрытия школы', en: 'The form that closes a school' },
    query: Nothing,
    data: CloseSchoolForm,
    load: async (ctx: Ctx, { params }) => {
      const school = await schoolCard(ctx, params.schoolId as SchoolId)
      return { school, others: await possibleSuccessors(ctx, school) }
    },
    page: closeSchoolPage,
  }),
  action({
    ...closing,
    id: 'schools.close',
    summary: { ru: 'Закрыть школу или присоединить к другой', en: 'Close a school or merge it into another' },
    body: CloseSchool,
    result: SchoolChanged,
    form: 'schools.close-form',
    done: 'done.closed',
    run: (ctx: Ctx, { params, body }) =>
      closeSchool(ctx, params.schoolId as SchoolId, {
        closedOn: dateOfForm(body.closedOn),
        mergedInto: (body.mergedInto || null) as SchoolId | null,
        version: body.version,
      }),
    next,
  }),
]

function factsOf(body: { name: string; shortName: string; type: string }) {
  const type = schoolTypes.find(one => one === body.type) ?? null
  return {
    name: body.name.trim(),
    shortName: body.shortName.trim() || null,
    type: type as SchoolType | null,
    codes: codesOfForm(body),
  }
}

function dateOfForm(text: string): IsoDate {
  const date = isoDate(text)
  if (!date) throw refuse('invalid', 'schools/date-malformed', { found: text })
  return date
}
