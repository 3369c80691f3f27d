import { Button, Form, Select } from '../../../ui/index.ts'
import { placeId } from './links.ts'
import type { PaneProps as Props } from './pane-props.ts'
import { editHref } from './parts.ts'

/** What stands nowhere in the structure, each piece with a choice of what becomes of it. */
export function Rest({ data, say, part, open }: Props) {
  const { draft } = data
  const long = part.all.length > 0
  const isOpen = (index: number) => !long || open === `rest:${index}`
  const options = [
    ...draft.sections.map(section => ({
      value: section.key,
      text: [section.number, section.title].filter(Boolean).join(' '),
      group: say('sections'),
    })),
    ...draft.items.map(item => ({
      value: item.key,
      text: [item.number, item.title.slice(0, 70)].filter(Boolean).join(' '),
      group: say('fields.title'),
    })),
  ]
  return (
    <section id="rest">
      <h3>{say('rest')}</h3>
      {draft.rest.length === 0 ? <p>{say('restNone')}</p> : <p class="soft">{say('restWhy')}</p>}
      {draft.rest.map((piece, index) => (
        <div class="review__thing" key={`${piece.place}-${piece.text.slice(0, 20)}`} data-places={piece.place}>
          <p>
            {piece.text}{' '}
            {piece.place && (
              <a class="small" href={part.href(placeId(piece.place))}>
                {say('doubts.seeSource')}
              </a>
            )}
          </p>
          {piece.fate === 'kept' && <p class="small soft">{say('restKept')}</p>}
          {piece.fate === 'attached' && (
            <p class="small soft">
              {say('restAttached', { to: options.find(option => option.value === piece.to)?.text ?? '' })}
            </p>
          )}
          {piece.fate === 'open' && data.state === 'open' && !isOpen(index) && (
            <p class="small">
              <a href={editHref(data.orderId, `rest:${index}`, 'rest')}>{say('restPlace')}</a>
            </p>
          )}
          {piece.fate === 'open' && data.state === 'open' && isOpen(index) && (
            <Form action={`/orders/${data.orderId}/rest`} version={data.version} hidden={{ index }} inline>
              <Select
                id={`rest-${index}`}
                name="to"
                label={say('restChoose')}
                hideLabel
                options={[{ value: 'keep', text: say('restKeep') }, ...options]}
                value="keep"
              />
              <Button kind="secondary" small>
                {say('restPlace')}
              </Button>
            </Form>
          )}
        </div>
      ))}
    </section>
  )
}
