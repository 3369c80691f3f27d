import { type IsoDate, isoDate, type MunicipalityId, refuse, type SchoolId } from '../core/base/index.ts'
import { action, type Route, view } from '../core/web/index.ts'
import type { Tx } from '../platform/postgres/index.ts'
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

export const schoolsRoutes: readonly Route[] = [
  view<Tx, typeof Nothing, typeof SchoolListQuery, typeof SchoolList>({
    id: 'schools.list',
    path: '/schools',
    summary: { ru: 'Школы территории с отбором и поиском', en: 'Schools of the territory, filtered and searched' },
    permission: 'register.read',
    params: Nothing,
    query: SchoolListQuery,
    data: SchoolList,
    load: (ctx, { query }) => schoolList(ctx, query),
    page: schoolListPage,
  }),
  view<Tx, typeof Nothing, typeof Nothing, typeof SchoolForm>({
    id: 'schools.form',
    path: '/schools/new',
    summary: { ru: 'Форма новой школы', en: 'The form of a new school' },
    permission: 'register.write',
    params: Nothing,
    query: Nothing,
    data: SchoolForm,
    load: ctx => schoolForm(ctx),
    page: newSchoolPage,
  }),
  action<Tx, typeof Nothing, typeof EnterSchool, typeof SchoolChanged>({
    id: 'schools.enter',
    path: '/schools/new',
    summary: { ru: 'Внести школу', en: 'Enter a school' },
    permission: 'register.write',
    params: Nothing,
    body: EnterSchool,
    result: SchoolChanged,
    once: true,
    form: 'schools.form',
    done: 'done.entered',
    run: (ctx, { body }) =>
      enterSchool(ctx, { ...factsOf(body), municipalityId: body.municipalityId as MunicipalityId }),
    next: school => `/schools/${school.id}`,
  }),
  view<Tx, typeof SchoolParams, typeof Nothing, typeof SchoolCard>({
    id: 'schools.card',
    path: '/schools/:schoolId',
    summary: { ru: 'Карточка школы', en: 'The card of a school' },
    permission: 'register.read',
    params: SchoolParams,
    query: Nothing,
    data: SchoolCard,
    load: (ctx, { params }) => schoolCard(ctx, params.schoolId as SchoolId),
    page: schoolCardPage,
  }),
  view<Tx, typeof SchoolParams, typeof Nothing, typeof SchoolCard>({
    id: 'schools.edit-form',
    path: '/schools/:schoolId/edit',
    summary: { ru: 'Форма изменения школы', en: 'The form that edits a school' },
    permission: 'register.write',
    params: SchoolParams,
    query: Nothing,
    data: SchoolCard,
    load: (ctx, { params }) => schoolCard(ctx, params.schoolId as SchoolId),
    page: editSchoolPage,
  }),
  action<Tx, typeof SchoolParams, typeof ChangeSchool, typeof SchoolChanged>({
    id: 'schools.change',
    path: '/schools/:schoolId/edit',
    summary: { ru: 'Изменить сведения о школе', en: 'Change what is known of a school' },
    permission: 'register.write',
    params: SchoolParams,
    body: ChangeSchool,
    result: SchoolChanged,
    form: 'schools.edit-form',
    done: 'done.changed',
    run: (ctx, { params, body }) =>
      changeSchool(ctx, params.schoolId as SchoolId, {
        ...factsOf(body),
        version: body.version,
        organisationVersion: body.organisationVersion,
      }),
    next: school => `/schools/${school.id}`,
  }),
  view<Tx, typeof SchoolParams, typeof Nothing, typeof CloseSchoolForm>({
    id: 'schools.close-form',
    path: '/schools/:schoolId/close',
    summary: { ru: 'Форма закрытия школы', en: 'The form that closes a school' },
    permission: 'register.write',
    params: SchoolParams,
    query: Nothing,
    data: CloseSchoolForm,
    load: async (ctx, { params }) => {
      const school = await schoolCard(ctx, params.schoolId as SchoolId)
      return { school, others: await possibleSuccessors(ctx, school) }
    },
    page: closeSchoolPage,
  }),
  action<Tx, typeof SchoolParams, typeof CloseSchool, typeof SchoolChanged>({
    id: 'schools.close',
    path: '/schools/:schoolId/close',
    summary: { ru: 'Закрыть школу или присоединить к другой', en: 'Close a school or merge it into another' },
    permission: 'register.write',
    params: SchoolParams,
    body: CloseSchool,
    result: SchoolChanged,
    form: 'schools.close-form',
    done: 'done.closed',
    run: (ctx, { params, body }) =>
      closeSchool(ctx, params.schoolId as SchoolId, {
        closedOn: dateOfForm(body.closedOn),
        mergedInto: (body.mergedInto || null) as SchoolId | null,
        version: body.version,
      }),
    next: school => `/schools/${school.id}`,
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
