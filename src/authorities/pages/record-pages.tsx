/** Pages that every register has in the same form. */
import type { ComponentChildren } from 'preact'
import type { Page, PageEnv } from '../../core/web/index.ts'
import {
  Actions,
  Button,
  ConfirmForm,
  DateInput,
  EmptyState,
  Form,
  type FormProps,
  type FormState,
  LinkButton,
  PageHead,
} from '../../ui/index.ts'
import { say } from './parts.tsx'

interface RecordPage {
  readonly title: string
  readonly trail: NonNullable<Page['trail']>
  /** Address of the form and of its action. */
  readonly action: string
  readonly form: FormState
  /** Where "cancel" leads. */
  readonly back: string
}

interface FormPage extends RecordPage, Pick<FormProps, 'requestKey' | 'version' | 'conflict'> {
  readonly lead?: string
  readonly fields: ComponentChildren
}

/** A page of one form: fields, save, cancel. */
export function formPage({ title, trail, lead, back, fields, ...form }: FormPage, env: PageEnv): Page {
  const t = say(env.lang)
  return {
    title,
    trail,
    body: (
      <>
        <PageHead title={title} {...(lead === undefined ? {} : { lead })} />
        <Form {...form}>
          {fields}
          <Actions>
            <Button>{t('save')}</Button>
            <LinkButton kind="quiet" href={back}>
              {t('cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </>
    ),
  }
}

interface EndingPage extends RecordPage {
  readonly version: number
  /** What follows from it. */
  readonly text: string
  readonly dateLabel: string
  readonly confirm: string
  readonly danger?: boolean
}

/** A page that asks before something ends on a date. */
export function endingPage(
  { title, trail, back, text, dateLabel, danger = true, ...form }: EndingPage,
  env: PageEnv,
): Page {
  return {
    title,
    trail,
    body: (
      <>
        <PageHead title={title} />
        <ConfirmForm {...form} cancel={say(env.lang)('cancel')} cancelHref={back} danger={danger}>
          <p>{text}</p>
          <DateInput form={form.form} name="on" label={dateLabel} />
        </ConfirmForm>
      </>
    ),
  }
}

/** What stands in place of an empty list: nothing was found, or nothing is there yet. */
export function EmptyRegister(props: {
  readonly filtered: boolean
  readonly title: string
  readonly help: string
  readonly add: ComponentChildren
  readonly env: PageEnv
}) {
  const t = say(props.env.lang)
  if (props.filtered) return <EmptyState title={t('nothingFound')}>{t('nothingFoundHelp')}</EmptyState>
  return (
    <EmptyState title={props.title} action={props.add}>
      {props.help}
    </EmptyState>
  )
}

/** The address of the next part of a list, with the filter kept. */
export function nextPartHref(
  path: string,
  query: Readonly<Record<string, unknown>>,
  next: string | null,
): string | null {
  if (next === null) return null
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, after: next })) if (value) words.set(name, String(value))
  return `${path}?${words}`
}
