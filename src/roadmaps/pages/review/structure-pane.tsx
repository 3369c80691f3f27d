import { LinkButton } from '../../../ui/index.ts'
import { type DraftItem, partSize } from '../../model/index.ts'
import { ClauseForm, HeaderForm, SectionForm } from './head-forms.tsx'
import { ItemForm, NewItemForm } from './item-form.tsx'
import type { PaneProps as Props } from './pane-props.ts'
import { reviewHref } from './parts.ts'
import { Rest } from './rest.tsx'
import { ClauseView, Header, ItemView, SectionHead } from './understood.tsx'

/** What was understood, each piece leading to the text it was read from. */
export function StructurePane(props: Props) {
  const { data, say, open, part } = props
  const { draft } = data
  const editable = data.state === 'open'
  const shown = draft.items.filter(item => part.items.has(item))
  const withoutSection = shown.filter(item => !draft.sections.some(section => section.key === item.sectionKey))
  return (
    <section class="review__pane review__structure" id="structure" aria-label={say('structure')} tabindex={0}>
      <h2>{say('structure')}</h2>
      {part.first && <HeadAndClauses {...props} />}
      <PartLinks data={data} part={part} say={say} />
      <h3>{say('sections')}</h3>
      {withoutSection.length > 0 && draft.sections.length > 0 && <h4 class="soft">{say('withoutSection')}</h4>}
      {withoutSection.map(item => (
        <ItemOrForm key={item.key} {...props} item={item} />
      ))}
      {draft.sections
        .filter(section => part.sections === null || part.sections.has(section.key))
        .map(section => (
          <div key={section.key} class="review__section">
            {open === section.key && editable ? (
              <SectionForm {...props} section={section} />
            ) : (
              <SectionHead {...props} section={section} />
            )}
            {shown
              .filter(item => item.sectionKey === section.key)
              .map(item => (
                <ItemOrForm key={item.key} {...props} item={item} />
              ))}
          </div>
        ))}
      {editable && open === 'new-item' && <NewItemForm {...props} />}
      {editable && open === 'new-section' && <SectionForm {...props} section={null} />}
      {editable && (
        <div class="actions">
          <LinkButton small href={newHref(props, 'new-item')}>
            {say('addItem')}
          </LinkButton>
          <LinkButton small kind="quiet" href={newHref(props, 'new-section')}>
            {say('addSection')}
          </LinkButton>
        </div>
      )}
      {part.last && <Rest {...props} />}
      <PartLinks data={data} part={part} say={say} atEnd />
    </section>
  )
}

function HeadAndClauses(props: Props) {
  const { data, say, open } = props
  const editable = data.state === 'open'
  return (
    <>
      <h3>{say('header')}</h3>
      {open === 'header' && editable ? <HeaderForm {...props} /> : <Header {...props} />}
      {data.draft.clauses.length > 0 && <h3>{say('clauses')}</h3>}
      {data.draft.clauses.map(clause =>
        open === `clause:${clause.path}` && editable ? (
          <ClauseForm key={clause.path} {...props} clause={clause} />
        ) : (
          <ClauseView key={clause.path} {...props} clause={clause} />
        ),
      )}
    </>
  )
}

/** The parts of a long draft, each by its first and last item. */
function PartLinks({ data, part, say, atEnd }: Pick<Props, 'data' | 'part' | 'say'> & { readonly atEnd?: boolean }) {
  if (part.all.length === 0) return null
  return (
    <nav class="review__parts small no-print" aria-label={say(atEnd ? 'parts.again' : 'parts.label')}>
      <span class="soft">{say('parts.label')}:</span>{' '}
      {part.all.map(({ from, to }, index) => (
        <a
          key={from.key}
          href={reviewHref(data.orderId, from.key)}
          aria-current={index === part.index ? 'true' : undefined}
        >
          {say('parts.part', { from: from.number ?? index * partSize + 1, to: to.number ?? (index + 1) * partSize })}
        </a>
      ))}
    </nav>
  )
}

/** The address that opens a new thing on the part that is being read. */
function newHref({ data, part }: Props, key: string): string {
  const [first] = part.items
  const at = part.all.length > 0 && first ? `&at=${first.key}` : ''
  return `/orders/${data.orderId}/review?edit=${key}${at}#${key}`
}

function ItemOrForm(props: Props & { readonly item: DraftItem }) {
  if (props.open === props.item.key && props.data.state === 'open') return <ItemForm {...props} />
  return <ItemView {...props} />
}
