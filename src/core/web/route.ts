/**
 * How a slice declares what it answers. One declaration serves the screen and the API, so that every action of the screens is in the API:
 *   view    GET  /roadmaps/:roadmapId          a page        GET  /api/v1/roadmaps/:roadmapId      the same data as JSON
 *   action  POST /roadmaps/:roadmapId/close    form → 303    POST /api/v1/roadmaps/:roadmapId/close   JSON in, JSON out
 *   file    GET  /roadmaps/:roadmapId/file.docx  bytes, same address under /api/v1
 * The shell does the rest: session, permission, scope, transaction, validation, refusal → page or problem JSON, OpenAPI 3.1.
 */
import type { Static, TObject, TSchema } from 'typebox'
import type { BaseCtx } from '../base/index.ts'
import type { Page, PageEnv } from './page.ts'

/** Text of the operation for the OpenAPI document and its readable page. */
export interface Summary {
  readonly ru: string
  readonly en: string
}

interface Common<Params extends TObject> {
  /** `slice.verb-noun`, unique: `roadmaps.change-deadline`; becomes the operationId. */
  readonly id: string
  readonly path: string
  readonly summary: Summary
  /** A permission of the table in `authorities`, or 'public' (no session), or 'signed-in'. */
  readonly permission: string
  readonly params: Params
}

export interface View<Tx, Params extends TObject, Query extends TObject, Data extends TSchema> extends Common<Params> {
  readonly kind: 'view'
  readonly query: Query
  readonly data: Data
  readonly load: (ctx: BaseCtx<Tx>, input: { params: Static<Params>; query: Static<Query> }) => Promise<Static<Data>>
  /** Absent for data that no page shows by itself. */
  readonly page?: (data: Static<Data>, env: PageEnv) => Page
}

export interface Action<Tx, Params extends TObject, Body extends TObject, Result extends TSchema>
  extends Common<Params> {
  readonly kind: 'action'
  /**
   * Shape of the form or JSON. Forms send strings: numbers, booleans and single values of arrays are coerced; empty strings stay.
   * A field of type `Upload` makes the form multipart.
   */
  readonly body: Body
  readonly result: Result
  /** True: the body carries `requestKey`, and the same key gives the first result again instead of a second record. */
  readonly once?: boolean
  /** Largest body in MB, where it differs from the limit of the installation: an action that takes many files. */
  readonly uploadLimitMb?: number
  /** How many files one body may hold, where that is more than usual. */
  readonly filesAtMost?: number
  readonly run: (ctx: BaseCtx<Tx>, input: { params: Static<Params>; body: Static<Body> }) => Promise<Static<Result>>
  /** Where the browser goes next (303). */
  readonly next: (result: Static<Result>, input: { params: Static<Params>; body: Static<Body> }) => string
  /** Key of the confirmation shown there, in the slice's catalogue. */
  readonly done?: string
  /** Id of the view whose page is shown again when the action refuses, with its params taken from this address and the typed values kept. */
  readonly form?: string
}

export interface FileRoute<Tx, Params extends TObject, Query extends TObject> extends Common<Params> {
  readonly kind: 'file'
  readonly query: Query
  readonly mediaType: string
  /** May also be read by a secret link of one organisation, without signing in: `?key=…`. The query declares `key`. */
  readonly byLink?: boolean
  readonly load: (ctx: BaseCtx<Tx>, input: { params: Static<Params>; query: Static<Query> }) => Promise<DownloadedFile>
}

export interface DownloadedFile {
  /** Shown name, Cyrillic allowed: the shell encodes it (RFC 6266). */
  readonly fileName: string
  readonly bytes: Uint8Array | string
}

/** An uploaded file as an action receives it. Never on disk before the action decides so. */
export interface UploadedFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

// biome-ignore lint/suspicious/noExplicitAny: a list of routes of different shapes; each one is checked where it is declared
export type Route = View<any, any, any, any> | Action<any, any, any, any> | FileRoute<any, any, any>

/** Declares a view; exists for the inference of its types. @example view({ kind: 'view', id: 'schools.list', … }) */
export function view<Tx, P extends TObject, Q extends TObject, D extends TSchema>(
  route: Omit<View<Tx, P, Q, D>, 'kind'>,
): View<Tx, P, Q, D> {
  return { kind: 'view', ...route }
}

/** Declares an action; exists for the inference of its types. @example action({ id: 'schools.rename', … }) */
export function action<Tx, P extends TObject, B extends TObject, R extends TSchema>(
  route: Omit<Action<Tx, P, B, R>, 'kind'>,
): Action<Tx, P, B, R> {
  return { kind: 'action', ...route }
}

/** Declares a download; exists for the inference of its types. */
export function file<Tx, P extends TObject, Q extends TObject>(
  route: Omit<FileRoute<Tx, P, Q>, 'kind'>,
): FileRoute<Tx, P, Q> {
  return { kind: 'file', ...route }
}
