/** How an edit of a draft is declared, and how its form is read. */
import type { Static, TObject } from 'typebox'
import { type IsoDate, isoDate, type OrderId, refuse } from '../../core/base/index.ts'
import { action, type Route, type Summary } from '../../core/web/index.ts'
import type { Tx } from '../../platform/postgres/index.ts'
import { changeDraft } from '../actions/index.ts'
import * as shapes from '../contract.ts'
import { type Draft, type ItemFields, isLong } from '../model/index.ts'
import { reviewHref } from '../pages/review/parts.ts'
import { lines, orNull } from './read.ts'

/** Every edit of a draft is the same: the version the reader saw, one pure change, back to its place on the page. */
export function draftEdit<P extends TObject, B extends TObject>(edit: {
  readonly id: string
  readonly path: string
  readonly summary: Summary
  readonly params: P
  readonly body: B
  readonly done?: string
  /** The page that shows the form; the review screen unless said. */
  readonly page?: 'review' | 'approval'
  /** Anchor of the changed place on that page. */
  readonly at: (input: { params: Static<P>; body: Static<B> }) => string
  readonly apply: (draft: Draft, input: { params: Static<P>; body: Static<B> }) => Draft
}): Route {
  const page = edit.page ?? 'review'
  return action<Tx, P, B, typeof shapes.DraftSaved>({
    id: edit.id,
    path: edit.path,
    summary: edit.summary,
    permission: 'orders.edit',
    params: edit.params,
    body: edit.body,
    result: shapes.DraftSaved,
    run: async (ctx, input) => {
      const { orderId } = input.params as { orderId: OrderId }
      const { version } = input.body as { version: number }
      const at = edit.at(input)
      const changed = await changeDraft(ctx, orderId, version, at, draft => edit.apply(draft, input))
      return { orderId, at: at || null, long: isLong(changed) }
    },
    next: ({ orderId, at, long }) =>
      long && page === 'review' && at ? reviewHref(orderId, at) : `/orders/${orderId}/${page}${at ? `#${at}` : ''}`,
    done: edit.done ?? 'done.saved',
    form: `orders.${page}`,
  })
}

export function itemFields(body: Static<typeof shapes.EditItem>): ItemFields {
  return {
    number: orNull(body.number),
    title: body.title,
    sectionKey: orNull(body.sectionKey),
    deadlineText: orNull(body.deadlineText),
    parties: body.parties.map(party => ({ text: party.text, owes: party.owes ?? false })),
    lead: body.lead ?? 0,
    results: lines(body.results),
    indicators: lines(body.indicators),
  }
}

export function datesOf(text: string | undefined): IsoDate[] | null {
  const found = lines(text).map(line => {
    const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(line) ?? []
    const date = isoDate(day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : line)
    if (!date) throw refuse('invalid', 'roadmaps/bad-date', { text: line })
    return date
  })
  return found.length > 0 ? found.sort() : null
}
