import type { Static, TObject, TSchema } from 'typebox'
import { action, type Page, type PageEnv, type Route, type Summary, view } from '../../core/web/index.ts'
import type { Ctx } from '../../platform/postgres/index.ts'
import { Nothing } from '../pages/shapes.ts'

/** A form and what it does, at one address. */
interface FormAndAction<Params extends TObject, Data extends TSchema, Body extends TObject, Result extends TSchema> {
  readonly path: string
  readonly permission: string
  readonly params: Params
  readonly form: {
    readonly id: string
    readonly summary: Summary
    readonly data: Data
    readonly load: (ctx: Ctx, params: Static<Params>) => Promise<Static<Data>>
    readonly page: (data: Static<Data>, env: PageEnv) => Page
  }
  readonly action: {
    readonly id: string
    readonly summary: Summary
    readonly body: Body
    readonly result: Result
    /** True for what makes a new record. */
    readonly once?: boolean
    /** Key below `pages.done` of the confirmation. */
    readonly done: string
    readonly run: (ctx: Ctx, params: Static<Params>, body: Static<Body>) => Promise<Static<Result>>
    readonly next: (result: Static<Result>, params: Static<Params>) => string
  }
}

/** The view of a form and the action that it sends to the same address; a refusal shows the form again. */
export function formAndAction<P extends TObject, D extends TSchema, B extends TObject, R extends TSchema>(
  both: FormAndAction<P, D, B, R>,
): readonly Route[] {
  const { path, permission, params, form } = both
  const { run, next, done, ...declared } = both.action
  return [
    view({
      id: form.id,
      path,
      summary: form.summary,
      permission,
      params,
      query: Nothing,
      data: form.data,
      load: (ctx: Ctx, asked) => form.load(ctx, asked.params),
      page: form.page,
    }),
    action({
      ...declared,
      path,
      permission,
      params,
      run: (ctx: Ctx, sent) => run(ctx, sent.params, sent.body),
      next: (result, sent) => next(result, sent.params),
      done: `pages.done.${done}`,
      form: form.id,
    }),
  ]
}
