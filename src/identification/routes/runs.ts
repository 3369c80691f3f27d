/** Addresses of runs. */
import type { IsoDate } from '../../core/base/index.ts'
import { action, type Route, view } from '../../core/web/index.ts'
import type { Tx } from '../../platform/postgres/index.ts'
import { takeList } from '../actions/lists.ts'
import { startRun } from '../actions/runs.ts'
import * as shapes from '../contract.ts'
import { comparePage } from '../pages/lists/compare.tsx'
import { runPage } from '../pages/lists/run.tsx'
import { runFormPage } from '../pages/lists/run-form.tsx'
import { whyPage } from '../pages/why/page.tsx'
import { viewComparison, viewRun, viewRunForm } from '../views/runs.ts'
import { viewWhyOfRun } from '../views/why.ts'

export const runRoutes: readonly Route[] = [
  view<Tx, typeof shapes.Nothing, typeof shapes.RunFormQuery, typeof shapes.RunForm>({
    id: 'lists.run-form',
    path: '/lists/runs/new',
    summary: { ru: 'Форма нового расчёта', en: 'The form of a new run' },
    permission: 'lists.propose',
    params: shapes.Nothing,
    query: shapes.RunFormQuery,
    data: shapes.RunForm,
    load: (ctx, { query }) => viewRunForm(ctx, query.edition),
    page: runFormPage,
  }),
  action<Tx, typeof shapes.Nothing, typeof shapes.StartRun, typeof shapes.RunMade>({
    id: 'lists.start-run',
    path: '/lists/runs',
    summary: { ru: 'Рассчитать перечень по методике', en: 'Run a methodology' },
    permission: 'lists.propose',
    params: shapes.Nothing,
    body: shapes.StartRun,
    result: shapes.RunMade,
    once: true,
    form: 'lists.run-form',
    done: 'done.run',
    run: (ctx, { body }) =>
      startRun(ctx, {
        editionId: body.editionId,
        year: body.year ?? null,
        day: (body.day ?? null) as IsoDate | null,
        inputsOf: body.inputsOf ?? null,
        columns: Object.fromEntries(
          (body.columns ?? []).flatMap(({ column, listId }) => (listId === null ? [] : [[column, listId]])),
        ),
      }),
    next: ({ id }) => `/lists/runs/${id}`,
  }),
  view<Tx, typeof shapes.RunParams, typeof shapes.SchoolsQuery, typeof shapes.RunView>({
    id: 'lists.run',
    path: '/lists/runs/:runId',
    summary: { ru: 'Предложение расчёта: школы по названию', en: 'What a run proposes: schools by name' },
    permission: 'runs.read',
    params: shapes.RunParams,
    query: shapes.SchoolsQuery,
    data: shapes.RunView,
    load: (ctx, { params, query }) => viewRun(ctx, params.runId, query),
    page: runPage,
  }),
  action<Tx, typeof shapes.RunParams, typeof shapes.TakeList, typeof shapes.ListMade>({
    id: 'lists.take',
    path: '/lists/runs/:runId/take',
    summary: { ru: 'Взять список расчёта в работу', en: 'Take a list of a run into work' },
    permission: 'lists.propose',
    params: shapes.RunParams,
    body: shapes.TakeList,
    result: shapes.ListMade,
    once: true,
    form: 'lists.run',
    done: 'done.taken',
    run: (ctx, { params, body }) => takeList(ctx, params.runId, body),
    next: ({ id }) => `/lists/${id}`,
  }),
  view<Tx, typeof shapes.RunSchoolParams, typeof shapes.Nothing, typeof shapes.WhyView>({
    id: 'lists.why-of-run',
    path: '/lists/runs/:runId/schools/:schoolId',
    summary: { ru: 'Почему расчёт так ответил о школе', en: 'Why a run answered so about a school' },
    permission: 'runs.read',
    params: shapes.RunSchoolParams,
    query: shapes.Nothing,
    data: shapes.WhyView,
    load: (ctx, { params }) => viewWhyOfRun(ctx, params.runId, params.schoolId),
    page: whyPage,
  }),
  view<Tx, typeof shapes.Nothing, typeof shapes.CompareQuery, typeof shapes.CompareView>({
    id: 'lists.compare',
    path: '/lists/compare',
    summary: { ru: 'Сравнить два расчёта: вошли, вышли, почему', en: 'Compare two runs: entered, left, why' },
    permission: 'runs.read',
    params: shapes.Nothing,
    query: shapes.CompareQuery,
    data: shapes.CompareView,
    load: (ctx, { query }) => viewComparison(ctx, query.a, query.b),
    page: comparePage,
  }),
]
