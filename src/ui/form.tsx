import type { ComponentChildren } from 'preact'
import type { FormState } from './form-state.ts'
import { useUiText } from './lang.ts'

export interface FormProps {
  readonly action: string
  readonly method?: 'post' | 'get'
  /** State of the form: the summary of what is wrong stands above its fields. */
  readonly form?: FormState
  /** A ConflictView, shown instead of the summary when the form was refused because of another editor. */
  readonly conflict?: ComponentChildren
  /** `env.requestKey()`, for actions declared `once`. */
  readonly requestKey?: string
  /** Version of the edited row: the second of two editors is refused instead of overwriting. */
  readonly version?: number | string
  /** Other values that travel with the form unseen. */
  readonly hidden?: Readonly<Record<string, string | number | undefined>>
  /** Needed for FileInput. */
  readonly multipart?: boolean
  readonly inline?: boolean
  readonly id?: string
  readonly label?: string
  /** What happened when it is refused as a whole: «Войти не удалось»; the usual words unless said. */
  readonly refusedTitle?: string
  readonly children: ComponentChildren
}

/** A form that works without scripts. Messages come from the server, so the browser's own bubbles are off. */
export function Form(props: FormProps) {
  const hidden = Object.entries({ requestKey: props.requestKey, version: props.version, ...props.hidden })
  return (
    <form
      class={props.inline ? 'form form--inline' : 'form'}
      id={props.id}
      method={props.method ?? 'post'}
      action={props.requestKey === undefined ? props.action : keepingTheForm(props.action)}
      enctype={props.multipart ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      novalidate
    >
      {hidden.map(([name, value]) =>
        value === undefined ? null : <input type="hidden" key={name} name={name} value={String(value)} />,
      )}
      {props.conflict ||
        (props.form?.refused && (
          <ErrorSummary form={props.form} {...(props.refusedTitle && { title: props.refusedTitle })} />
        ))}
      {props.children}
    </form>
  )
}

export interface ErrorSummaryProps {
  readonly form: FormState
  readonly title?: string
}

/** What is wrong with a form: takes the focus when the page opens and leads to each field. Form shows it by itself. */
export function ErrorSummary({ form, title }: ErrorSummaryProps) {
  const say = useUiText()
  if (!form.refused) return null
  const fields = Object.entries(form.refused.fields)
  const headingId = form.id('error-summary')
  return (
    <div class="error-summary" role="alert" aria-labelledby={headingId} tabindex={-1} autofocus>
      <h2 id={headingId}>{title ?? say(fields.length > 0 ? 'errorSummary' : 'refused')}</h2>
      {!fields.some(([, message]) => message === form.refused?.message) && <p>{form.refused.message}</p>}
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, message]) => (
            <li key={name}>
              <a href={`#${form.id(name)}`}>{named(form.labels.get(name), message)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export interface FilterBarProps {
  /** The address of the list: the filters become its query. */
  readonly action: string
  readonly label: string
  readonly submit?: string
  /** Where «Сбросить» leads; absent when nothing is filtered. */
  readonly resetHref?: string
  readonly hidden?: Readonly<Record<string, string | undefined>>
  readonly children: ComponentChildren
}

/** Filters of a list: a GET form, so that a filtered list has an address. */
export function FilterBar({ action, label, submit, resetHref, hidden = {}, children }: FilterBarProps) {
  const say = useUiText()
  return (
    <search class="filter-bar">
      <form method="get" action={action} aria-label={label}>
        {Object.entries(hidden).map(([name, value]) =>
          value === undefined ? null : <input type="hidden" key={name} name={name} value={value} />,
        )}
        <div class="filter-bar__fields">
          {children}
          <div class="actions">
            <button class="button button--secondary" type="submit">
              {submit ?? say('filter')}
            </button>
            {resetHref && (
              <a class="button button--quiet" href={resetHref}>
                {say('reset')}
              </a>
            )}
          </div>
        </div>
      </form>
    </search>
  )
}

export interface SearchBoxProps {
  readonly action: string
  readonly label: string
  readonly name?: string
  readonly value?: string
}

export function SearchBox({ action, label, name = 'q', value }: SearchBoxProps) {
  const say = useUiText()
  const id = `search-${name}`
  return (
    <search>
      <form method="get" action={action}>
        <label class="visually-hidden" for={id}>
          {label}
        </label>
        <div class="search-box">
          <input class="input" type="search" id={id} name={name} value={value} placeholder={label} />
          <button class="button button--primary" type="submit">
            {say('search')}
          </button>
        </div>
      </form>
    </search>
  )
}

export interface ConfirmFormProps {
  /** What will happen, in one sentence: the heading of the page says the question. */
  readonly children: ComponentChildren
  readonly action: string
  readonly confirm: string
  readonly cancel: string
  readonly cancelHref: string
  readonly danger?: boolean
  readonly form?: FormState
  readonly requestKey?: string
  readonly version?: number | string
  readonly hidden?: Readonly<Record<string, string | number | undefined>>
}

/** The body of a confirmation page. A page and no dialog: it has an address, works without scripts and can be read aloud. */
export function ConfirmForm({ children, confirm, cancel, cancelHref, danger, ...form }: ConfirmFormProps) {
  return (
    <Form {...form}>
      <div class="prose">{children}</div>
      <div class="actions">
        <button class={`button ${danger ? 'button--danger' : 'button--primary'}`} type="submit">
          {confirm}
        </button>
        <a class="button button--quiet" href={cancelHref}>
          {cancel}
        </a>
      </div>
    </Form>
  )
}

function named(label: string | undefined, message: string): string {
  return label === undefined ? message : `${label}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`
}

/**
 * The address a creating form is sent to: not the very address of its page, because browsers forget a kept page once
 * something was sent to its address. Kept, it comes back with its key after Back, and sending it again changes nothing.
 */
function keepingTheForm(action: string): string {
  return `${action}${action.includes('?') ? '&' : '?'}send`
}
