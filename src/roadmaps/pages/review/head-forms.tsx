import type { Translate } from '../../../core/base/index.ts'
import type { PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  DateInput,
  Form,
  formState,
  LinkButton,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import type { DraftView } from '../../contract.ts'
import type { Draft, DraftClause, DraftSection } from '../../model/index.ts'
import { clauseId } from './links.ts'
import { reviewHref } from './parts.ts'
import type { texts } from './texts.ts'

type Say = Translate<(typeof texts)['ru']>

interface Props {
  readonly data: DraftView
  readonly env: PageEnv
  readonly say: Say
}

/** Letterhead, title and period of the plan. */
export function HeaderForm({ data, env, say }: Props) {
  const { draft } = data
  const form = formState(env, 'orders.edit-header', storedHeader(draft))
  return (
    <div class="review__form" id="header">
      <Form action={`/orders/${data.orderId}/header`} form={form} version={data.version} hidden={{ open: 'header' }}>
        <div class="review__pair">
          <TextInput form={form} name="docType" label={say('fields.docType')} />
          <TextInput form={form} name="number" label={say('fields.docNumber')} width="short" optional />
          <DateInput form={form} name="date" label={say('fields.date')} optional />
        </div>
        <TextInput form={form} name="authority" label={say('fields.authority')} width="full" optional />
        <TextArea form={form} name="documentTitle" label={say('fields.documentTitle')} rows={2} width="full" optional />
        <TextArea form={form} name="title" label={say('fields.roadmapTitle')} rows={2} width="full" />
        <Select
          form={form}
          name="level"
          label={say('fields.level')}
          options={(['regional', 'municipal', 'school'] as const).map(value => ({
            value,
            text: say(`level.${value}`),
          }))}
        />
        <div class="review__pair">
          <DateInput form={form} name="planStart" label={say('fields.planStart')} />
          <DateInput form={form} name="planEnd" label={say('fields.planEnd')} />
        </div>
        <DateInput form={form} name="horizon" label={say('fields.horizon')} hint={say('fields.horizonHint')} optional />
        <TextArea
          form={form}
          name="checkpoints"
          label={say('fields.checkpoints')}
          hint={say('fields.checkpointsHint')}
          rows={2}
          optional
        />
        <SaveOrCancel data={data} anchor="header" say={say} />
      </Form>
    </div>
  )
}

export function SectionForm({ data, env, say, section }: Props & { readonly section: DraftSection | null }) {
  const key = section?.key ?? 'new-section'
  const form = formState(env, section ? 'orders.edit-section' : 'orders.add-section', storedSection(section), key)
  const action = section ? `/orders/${data.orderId}/sections/${key}` : `/orders/${data.orderId}/sections`
  return (
    <div class="review__form" id={key}>
      <Form action={action} form={form} version={data.version} hidden={{ open: key }}>
        <TextInput form={form} name="number" label={say('fields.number')} width="short" optional />
        <TextArea form={form} name="title" label={say('fields.sectionTitle')} rows={2} width="full" />
        <SaveOrCancel data={data} anchor={key} say={say} />
      </Form>
    </div>
  )
}

export function ClauseForm({ data, env, say, clause }: Props & { readonly clause: DraftClause }) {
  const form = formState(env, 'orders.edit-clause', storedClause(clause), clauseId(clause.path))
  return (
    <div class="review__form" id={clauseId(clause.path)}>
      <Form
        action={`/orders/${data.orderId}/clauses`}
        form={form}
        version={data.version}
        hidden={{ path: clause.path, open: `clause:${clause.path}` }}
      >
        <TextArea form={form} name="text" label={say('fields.clauseText')} rows={4} width="full" />
        <TextArea
          form={form}
          name="addressees"
          label={say('fields.addressees')}
          hint={say('fields.oneALine')}
          rows={2}
          width="full"
          optional
        />
        <TextInput form={form} name="deadlineText" label={say('fields.deadline')} width="full" optional />
        <Radios
          form={form}
          name="binding"
          label={say('fields.binding')}
          options={(['owed', 'recommended', 'none'] as const).map(value => ({ value, text: say(`binding.${value}`) }))}
        />
        <SaveOrCancel data={data} anchor={clauseId(clause.path)} say={say} />
      </Form>
    </div>
  )
}

function SaveOrCancel({ data, anchor, say }: { readonly data: DraftView; readonly anchor: string; readonly say: Say }) {
  return (
    <Actions>
      <Button>{say('save')}</Button>
      <LinkButton kind="quiet" href={reviewHref(data.orderId, anchor)}>
        {say('cancel')}
      </LinkButton>
    </Actions>
  )
}

/** The fields of the header as its form holds them. */
export function storedHeader(draft: Draft) {
  return {
    docType: draft.document.docType,
    number: draft.document.number ?? '',
    date: draft.document.date ?? '',
    authority: draft.document.authority ?? '',
    documentTitle: draft.document.title ?? '',
    title: draft.title ?? '',
    level: draft.level,
    planStart: draft.planStart ?? '',
    planEnd: draft.planEnd ?? '',
    horizon: draft.horizon ?? '',
    checkpoints: (draft.checkpoints ?? []).join('\n'),
  }
}

/** The fields of a section as its form holds them; empty ones for a section that does not exist yet. */
export function storedSection(section: DraftSection | null) {
  return { number: section?.number ?? '', title: section?.title ?? '' }
}

/** The fields of a clause as its form holds them. */
export function storedClause(clause: DraftClause) {
  return {
    text: clause.text,
    addressees: clause.addressees.map(one => one.text).join('\n'),
    deadlineText: clause.deadline?.sourceText ?? '',
    binding: clause.binding,
  }
}
