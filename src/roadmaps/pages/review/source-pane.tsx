import type { Translate } from '../../../core/base/index.ts'
import type { Block, Table } from '../../../core/document-model/index.ts'
import type { Draft } from '../../model/index.ts'
import { type Meaning, meaningsOf, placeId, rowOf } from './links.ts'
import type { Part } from './parts.ts'
import type { texts } from './texts.ts'

type Say = Translate<(typeof texts)['ru']>

/** The document as it was read, each piece leading to what it was understood as. */
export function SourcePane({ draft, part, say }: { draft: Draft; part: Part; say: Say }) {
  const meanings = meaningsOf(draft)
  const rest = new Set(draft.rest.filter(piece => piece.fate !== 'attached').map(piece => rowOf(piece.place)))
  return (
    <section class="review__pane review__source" id="source" aria-label={say('source')} tabindex={0}>
      <h2>{say('source')}</h2>
      {part.blocks.map(block => (
        <SourceBlock key={block.place.id} block={block} meanings={meanings} rest={rest} href={part.href} say={say} />
      ))}
    </section>
  )
}

interface BlockProps {
  readonly meanings: ReadonlyMap<string, Meaning>
  readonly rest: ReadonlySet<string>
  readonly href: Part['href']
  readonly say: Say
}

function SourceBlock({ block, ...props }: BlockProps & { readonly block: Block }) {
  if (block.kind === 'table') return <SourceTable table={block} {...props} />
  const { id } = block.place
  return (
    <p
      id={placeId(id)}
      data-place={id}
      class={`review__line${props.rest.has(id) ? ' review__rest' : ''}${block.align === 'center' ? ' review__centred' : ''}`}
    >
      {block.numbering && <span class="soft">{block.numbering.label} </span>}
      {block.text}
      <Jump meaning={props.meanings.get(id)} href={props.href} say={props.say} />
    </p>
  )
}

/** A table inside a cell has no anchors of its own: its places lead to the row around it. */
function SourceTable({ table, inner, ...props }: BlockProps & { readonly table: Table; readonly inner?: boolean }) {
  return (
    <table class="review__table" id={inner ? undefined : placeId(table.place.id)} data-place={table.place.id}>
      <tbody>
        {table.rows.map(row => (
          <tr
            key={row.place.id}
            id={inner ? undefined : placeId(row.place.id)}
            data-place={row.place.id}
            class={props.rest.has(row.place.id) ? 'review__rest' : undefined}
          >
            {row.cells.map((cell, index) => (
              <td key={cell.place.id} colspan={cell.columnSpan} data-place={cell.place.id}>
                {cell.text}
                {cell.tables.map(nested => (
                  <SourceTable key={nested.place.id} table={nested} inner {...props} />
                ))}
                {index === 0 && !inner && (
                  <Jump meaning={props.meanings.get(row.place.id)} href={props.href} say={props.say} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Jump({
  meaning,
  href,
  say,
}: {
  readonly meaning: Meaning | undefined
  readonly href: Part['href']
  readonly say: Say
}) {
  if (!meaning) return null
  const what = meaning.kind === 'header' ? say('header') : say(meaning.kind, { number: meaning.label })
  return (
    <a class="review__jump no-print" href={href(meaning.anchor)} title={say('shownAs', { what })}>
      <span aria-hidden="true">→</span>
      <span class="visually-hidden">{say('shownAs', { what })}</span>
    </a>
  )
}
