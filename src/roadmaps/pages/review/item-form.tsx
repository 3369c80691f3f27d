import type { Translate } from '../../../core/base/index.ts'
import { deadlineInWords } from '../../../core/deadlines/index.ts'
import type { PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  Fieldset,
  Form,
  type FormState,
  formState,
  LinkButton,
  type Option,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import type { DraftView } from '../../contract.ts'
import type { Draft, DraftItem } from '../../model/index.ts'
import { rowsOf } from './links.ts'
import { reviewHref } from './parts.ts'
import type { texts } from './texts.ts'

type Say = Translate<(typeof texts)['ru']>

interface Props {
  readonly data: DraftView
  readonly env: PageEnv
  readonly say: Say
}

const spareParties = 2

/** An item opened for editing, in its place on the page. */
export function ItemForm({ data, env, say, item }: Props & { readonly item: DraftItem }) {
  const form = formState(env, 'orders.edit-item', storedItem(item), item.key)
  const base = `/orders/${data.orderId}/items/${item.key}`
  const back = reviewHref(data.orderId, item.key)
  return (
    <div class="review__form" id={item.key} data-places={rowsOf(item.places).join(' ')}>
      <Form action={base} form={form} version={data.version} hidden={{ open: item.key }} label={item.title}>
        <ItemFields
          form={form}
          draft={data.draft}
          say={say}
          orderId={data.orderId}
          parties={item.responsible.length}
          reading={item.deadline && !env.refused ? deadlineInWords(item.deadline, env.lang) : ''}
        />
        <Actions>
          <Button>{say('save')}</Button>
          <LinkButton kind="quiet" href={back}>
            {say('cancel')}
          </LinkButton>
        </Actions>
      </Form>
      <details class="review__other">
        <summary>{say('otherEdits')}</summary>
        <Form action={`${base}/split`} version={data.version} hidden={{ open: item.key }}>
          <TextArea
            name="titles"
            label={say('splitItem')}
            hint={say('splitHint')}
            value={item.title}
            rows={5}
            width="full"
          />
          <Button kind="secondary" small>
            {say('splitItem')}
          </Button>
        </Form>
        <div class="row">
          <Form action={`${base}/merge`} version={data.version} hidden={{ open: item.key }} inline>
            <Button kind="secondary" small>
              {say('mergeItem')}
            </Button>
          </Form>
          <Form action={`${base}/delete`} version={data.version} hidden={{ open: item.key }} inline>
            <Button kind="danger" small>
              {say('deleteItem')}
            </Button>
          </Form>
        </div>
      </details>
    </div>
  )
}

/** The form of an item that does not exist yet. */
export function NewItemForm({ data, env, say }: Props) {
  const form = formState(env, 'orders.add-item', { lead: '0' })
  return (
    <div class="review__form" id="new-item">
      <Form action={`/orders/${data.orderId}/items`} form={form} version={data.version} hidden={{ open: 'new-item' }}>
        <ItemFields form={form} draft={data.draft} say={say} orderId={data.orderId} parties={0} reading="" />
        <Actions>
          <Button>{say('addItem')}</Button>
          <LinkButton kind="quiet" href={`/orders/${data.orderId}/review`}>
            {say('cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </div>
  )
}

/** The fields of an item as its form holds them. */
export function storedItem(item: DraftItem) {
  return {
    number: item.number ?? '',
    title: item.title,
    sectionKey: item.sectionKey ?? '',
    deadlineText: item.deadline?.sourceText ?? '',
    parties: item.responsible.map((party, index) => ({
      text: party.sourceText,
      owes: item.coOwes.includes(index) ? 'true' : '',
    })),
    lead: String(item.lead),
    results: item.results.map(result => result.sourceText).join('\n'),
    indicators: item.indicators.map(indicator => indicator.sourceText).join('\n'),
  }
}

function ItemFields({
  form,
  draft,
  say,
  orderId,
  parties,
  reading,
}: {
  readonly form: FormState
  readonly draft: Draft
  readonly say: Say
  readonly orderId: string
  readonly parties: number
  /** How the stored deadline was read. */
  readonly reading: string
}) {
  return (
    <>
      <div class="review__pair">
        <TextInput form={form} name="number" label={say('fields.number')} width="short" optional />
        <Select
          form={form}
          name="sectionKey"
          label={say('fields.section')}
          empty={say('fields.noSection')}
          options={draft.sections.map(section => ({
            value: section.key,
            text: [section.number, section.title].filter(Boolean).join(' '),
          }))}
        />
      </div>
      <TextArea form={form} name="title" label={say('fields.title')} rows={3} width="full" />
      <div data-reads-deadline={`/api/v1/orders/${orderId}/deadline`}>
        <TextInput
          form={form}
          name="deadlineText"
          label={say('fields.deadline')}
          hint={say('fields.deadlineHint')}
          width="full"
          optional
        />
        <output
          class="small soft review__read"
          data-deadline-words
          data-label={say('fields.deadlineRead')}
          aria-live="polite"
        >
          {reading}
        </output>
      </div>
      <Fieldset legend={say('fields.parties')} hint={say('fields.partiesHint')}>
        <PartyRows form={form} say={say} count={parties + spareParties} />
      </Fieldset>
      <TextArea
        form={form}
        name="results"
        label={say('fields.results')}
        hint={say('fields.oneALine')}
        rows={3}
        width="full"
        optional
      />
      <TextArea
        form={form}
        name="indicators"
        label={say('fields.indicators')}
        hint={say('fields.oneALine')}
        rows={2}
        width="full"
        optional
      />
    </>
  )
}

/** Rows of executors: the text, who answers, who owes too. */
export function PartyRows({
  form,
  say,
  count,
  options,
}: {
  readonly form: FormState
  /** The executors to choose from; without them the text is typed. */
  readonly options?: readonly Option[]
  readonly say: (key: 'fields.party' | 'fields.lead' | 'fields.owes', params?: { n: number }) => string
  readonly count: number
}) {
  const lead = form.value('lead') || '0'
  return (
    <>
      {Array.from({ length: count }, (_, index) => {
        const text = `parties[${index}].text`
        const owes = `parties[${index}].owes`
        return (
          <div class="review__party" key={text}>
            {options ? (
              <Select
                form={form}
                name={text}
                label={say('fields.party', { n: index + 1 })}
                hideLabel
                width="full"
                empty="—"
                options={options}
              />
            ) : (
              <TextInput form={form} name={text} label={say('fields.party', { n: index + 1 })} hideLabel width="full" />
            )}
            <span class="choice">
              <input
                type="radio"
                name="lead"
                value={index}
                id={form.id(`lead-${index}`)}
                checked={lead === String(index)}
              />
              <label for={form.id(`lead-${index}`)}>{say('fields.lead')}</label>
            </span>
            <span class="choice">
              <input
                type="checkbox"
                name={owes}
                value="true"
                id={form.id(owes)}
                checked={form.value(owes) === 'true'}
              />
              <label for={form.id(owes)}>{say('fields.owes')}</label>
            </span>
          </div>
        )
      })}
    </>
  )
}
