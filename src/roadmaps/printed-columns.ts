import type { ColumnRole } from './order/contract.ts'

/** A column of a table of items: by its role, or by its heading where the role is none that Opora works with (`null`). */
interface ShownColumn {
  readonly role: ColumnRole | null
  readonly heading: string
}

/**
 * The columns in the order in which the plan prints them. One that the plan does not print stays behind the column that it follows here.
 *
 * @example inPrintedOrder([number, title, result, { role: null, heading: 'Соисполнители' }], plan) // co-executors before results, as printed
 */
export function inPrintedOrder<Column extends ShownColumn>(
  columns: readonly Column[],
  printed: readonly { readonly role: string; readonly heading: string }[],
): readonly Column[] {
  let before = -1
  const placed = columns.map(column => {
    const at = printed.findIndex(({ role, heading }) =>
      column.role === null ? heading.trim() === column.heading.trim() : role === column.role,
    )
    if (at >= 0) before = at
    return { column, at: before }
  })
  return placed.sort((one, other) => one.at - other.at).map(({ column }) => column)
}

/** Headings of the columns that are kept as printed, without a role of their own: co-executors, participants, place. */
export function otherHeadings(
  items: readonly { readonly extra: Readonly<Record<string, string | null>> | null }[],
): string[] {
  return [...new Set(items.flatMap(item => Object.keys(item.extra ?? {})))]
}
