import type { VNode } from 'preact'
import type { IsoDate, Lang, RefusalParams, Who } from '../base/index.ts'

/** What every page is given beside its data. */
export interface PageEnv {
  readonly lang: Lang
  /** Who looks; null on the pages before sign-in. */
  readonly who: Who | null
  readonly today: IsoDate
  /** Time zone of the reader's region, `Europe/Moscow`: for `moment` of the design system. */
  readonly timeZone: string
  /** The address of this page with its query, so that links can change one part of it. */
  readonly url: string
  /** A fresh key for each form that creates something: `<input type="hidden" name="requestKey" value={env.requestKey()}>`. */
  readonly requestKey: () => string
  /** Permissions of the active seat: a button that would be refused is not shown. */
  readonly may: (permission: string) => boolean
  /** A refusal that was kept as data, in the reader's language: «Файл 7.xlsx: …». */
  readonly refusalText: (refusal: { readonly code: string; readonly params: RefusalParams }) => string
  /** The form that was refused: what was typed stays, the reason stands above it and beside its field. */
  readonly refused: RefusedForm | null
  /** Short confirmation after a redirect («Сохранено»), already in the reader's language. */
  readonly flash: string | null
}

export interface RefusedForm {
  /** Id of the action that refused: a page with several forms shows the refusal at the right one. */
  readonly action: string
  readonly code: string
  readonly params: RefusalParams
  /** The text of the refusal in the reader's language. */
  readonly message: string
  /** Messages by field name for a body of the wrong shape. */
  readonly fields: Readonly<Record<string, string>>
  /** What was typed. */
  readonly values: Readonly<Record<string, unknown>>
  /** Material of a conflict: both versions. */
  readonly details: unknown
}

export interface Page {
  readonly title: string
  readonly body: VNode
  /** Path of breadcrumbs, without the page itself. */
  readonly trail?: readonly { readonly text: string; readonly href: string }[]
  /** Names of islands (bundled scripts) that this page uses. */
  readonly islands?: readonly string[]
  /** Wide tables use the whole window. */
  readonly wide?: boolean
}
