import type { Translate } from '../../../core/base/index.ts'
import type { PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  DateInput,
  ErrorSummary,
  Form,
  formState,
  LinkButton,
  Section,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import type { ListView } from '../../contract.ts'
import type { listsTexts } from './texts.ts'

interface Part {
  readonly data: ListView
  readonly env: PageEnv
  readonly say: Translate<(typeof listsTexts)['ru']>
}

/** What can be done with a list as it stands, one step after another. */
export function ListWork(part: Part) {
  const { data, env, say } = part
  const { state } = data.list
  const mayDecide = env.may('lists.decide')
  const mayApprove = env.may('lists.approve')
  if (state === 'frozen' || !(mayDecide || mayApprove)) return null
  return (
    <Section title={say('list.work')}>
      <div class="columns">
        {state === 'proposed' && mayDecide && data.counts.undecided > 0 && <Accept {...part} />}
        {state === 'proposed' && mayApprove && <Ask {...part} />}
        {state === 'proposed' && mayApprove && <Finish {...part} />}
        {state !== 'proposed' && mayApprove && data.list.act === null && <Sign {...part} />}
        {state !== 'proposed' && mayApprove && <Next {...part} />}
      </div>
    </Section>
  )
}

function Accept({ data, env, say }: Part) {
  const form = formState(env, 'lists.accept', { reason: say('list.acceptDefault') })
  return (
    <Form action={`/lists/${data.list.id}/accept`} form={form} requestKey={env.requestKey()}>
      <TextArea form={form} name="reason" label={say('list.acceptReason')} rows={2} />
      <Actions>
        <Button kind="secondary">{say('list.accept', { n: data.counts.undecided })}</Button>
      </Actions>
    </Form>
  )
}

function Ask({ data: { list }, env, say }: Part) {
  const form = formState(env, 'lists.ask', { until: list.answersUntil ?? '' })
  return (
    <Form action={`/lists/${list.id}/ask`} form={form} version={list.version}>
      <DateInput form={form} name="until" label={say('list.ask')} hint={say('list.askHint')} optional />
      <Actions>
        <Button kind="secondary">{say('list.askSave')}</Button>
      </Actions>
    </Form>
  )
}

function Finish({ data: { list }, env, say }: Part) {
  const form = formState(env, 'lists.finish')
  return (
    <Form action={`/lists/${list.id}/finish`} form={form} version={list.version}>
      <p>{say('list.finishLead')}</p>
      <Actions>
        <Button>{say('list.finish')}</Button>
      </Actions>
    </Form>
  )
}

function Sign({ data: { list }, env, say }: Part) {
  const form = formState(env, 'lists.sign', {
    number: list.orderNumber ?? '',
    date: list.orderDate ?? '',
    title: list.orderTitle ?? '',
  })
  return (
    <Form action={`/lists/${list.id}/sign`} form={form} version={list.version} label={say('list.sign')}>
      <h3>{say('list.sign')}</h3>
      <TextInput form={form} name="number" label={say('list.number')} width="short" />
      <DateInput form={form} name="date" label={say('list.date')} />
      <TextInput form={form} name="title" label={say('list.heading')} />
      <Actions>
        <Button kind={list.state === 'decided' ? 'primary' : 'secondary'}>{say('list.signSave')}</Button>
      </Actions>
    </Form>
  )
}

function Next({ data: { list }, env, say }: Part) {
  const form = formState(env, 'lists.reopen')
  return (
    <div class="stack">
      {list.state === 'approved' && (
        <Actions>
          <LinkButton kind="primary" href={`/lists/${list.id}/freeze`}>
            {say('list.freeze')}
          </LinkButton>
        </Actions>
      )}
      {form.refused && <ErrorSummary form={form} />}
      {list.act === null && (
        <Form action={`/lists/${list.id}/reopen`} version={list.version}>
          <Actions>
            <Button kind="quiet">{say('list.reopen')}</Button>
          </Actions>
        </Form>
      )}
    </div>
  )
}
