import type { ComponentChildren } from 'preact'
import { Fragment } from 'preact'
import { useUiText } from './lang.ts'

export interface Column<Row> {
  readonly key: string
  readonly head: ComponentChildren
  readonly cell: (row: Row, index: number) => ComponentChildren
  /** Figures: aligned to the right. */
  readonly numeric?: boolean
  /** The cell that names the row. */
  readonly rowHead?: boolean
  /** `'12%'` or `'120'` (pixels); others share the rest. */
  readonly width?: string
  /** What a phone shows before the value, when `head` is no plain text. */
  readonly label?: string
  readonly nowrap?: boolean
}

export interface TableProps<Row> {
  /** Says what the table is. Hidden (not absent) where a heading says it already. */
  readonly caption: string
  readonly hideCaption?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row, index: number) => string
  readonly dense?: boolean
  /** On a phone: each row a card of labelled lines, or the table as it is in a region that scrolls sideways. */
  readonly narrow?: 'cards' | 'scroll'
  /** A line before the rows where this text changes (the section of a roadmap). */
  readonly groupOf?: (row: Row) => string | undefined
  /** Instead of rows when there are none. */
  readonly empty?: ComponentChildren
  /** Last row: sums. */
  readonly foot?: readonly ComponentChildren[]
  readonly rowId?: (row: Row) => string
}

/**
 * A real table: caption, column heads that stay in sight, row heads, figures to the right.
 * @example <Table caption="Школы" columns={[{ key: 'name', head: 'Школа', rowHead: true, cell: s => s.name }]} rows={schools} rowKey={s => s.id} />
 */
export function Table<Row>(props: TableProps<Row>) {
  const say = useUiText()
  const { columns, rows, narrow = 'cards' } = props
  if (rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>
  const scrollRegion =
    narrow === 'scroll'
      ? { role: 'region' as const, 'aria-label': `${props.caption}, ${say('scrollTable')}`, tabindex: 0 }
      : {}
  return (
    <div class={`table-frame table-frame--${narrow}`} {...scrollRegion}>
      <table class={props.dense ? 'table table--dense' : 'table'}>
        <caption class={props.hideCaption ? 'visually-hidden' : undefined}>{props.caption}</caption>
        <colgroup>
          {columns.map(column => (
            <col key={column.key} width={column.width} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.key} scope="col" class={cellClass(column, true)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const group = props.groupOf?.(row)
            const before = rows[index - 1]
            const opens = group !== undefined && (before === undefined || props.groupOf?.(before) !== group)
            return (
              <Fragment key={props.rowKey(row, index)}>
                {opens && (
                  <tr class="table__group">
                    <th scope="rowgroup" colspan={columns.length}>
                      {group}
                    </th>
                  </tr>
                )}
                <tr id={props.rowId?.(row)}>
                  {columns.map(column => (
                    <Cell key={column.key} column={column} row={row} index={index} />
                  ))}
                </tr>
              </Fragment>
            )
          })}
        </tbody>
        {props.foot && (
          <tfoot>
            <tr>
              {props.foot.map((cell, index) => (
                <td key={columns[index]?.key ?? index} class={columns[index]?.numeric ? 'table__numeric' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function Cell<Row>({ column, row, index }: { column: Column<Row>; row: Row; index: number }) {
  const content = column.cell(row, index)
  const label = column.label ?? (typeof column.head === 'string' ? column.head : undefined)
  const empty = content === '' || content === null || content === undefined
  const cell = `${cellClass(column) ?? ''}${empty ? ' table__empty-cell' : ''}`.trim() || undefined
  if (column.rowHead)
    return (
      <th scope="row" class={cell}>
        {content}
      </th>
    )
  return (
    <td class={cell} data-label={label || undefined}>
      {label ? <div>{content}</div> : content}
    </td>
  )
}

function cellClass<Row>(column: Column<Row>, head = false): string | undefined {
  if (column.numeric) return 'table__numeric'
  return column.nowrap && !head ? 'nowrap' : undefined
}
