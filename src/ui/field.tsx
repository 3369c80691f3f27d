import type { ComponentChildren } from 'preact'
import type { FormState } from './form-state.ts'
import { useUiText } from './lang.ts'

/** What every field of a form has. With `form` its value, error and id come from the state of the form. */
export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly form?: FormState
  readonly error?: string
  readonly id?: string
  /** Said beside the label. Fields without it are asked for. */
  readonly optional?: boolean
  /** The label is read out but not shown: only where a heading or a column says the same. */
  readonly hideLabel?: boolean
}

export interface InputAria {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
}

/**
 * Label, hint and error around one input. Most pages use TextInput, Select and the others, which bring it along.
 * @param children receives the attributes that tie the input to its label, hint and error
 */
export function Field(props: FieldProps & { readonly children: (aria: InputAria) => ComponentChildren }) {
  const say = useUiText()
  const id = fieldId(props)
  const error = fieldError(props)
  const aria: InputAria = {
    id,
    'aria-describedby': describedBy(id, props.hint, error),
    'aria-invalid': error ? 'true' : undefined,
  }
  return (
    <div class={error ? 'field field--invalid' : 'field'}>
      <label class={props.hideLabel ? 'visually-hidden' : 'field__label'} for={id}>
        {props.label}
        {props.optional && <span class="field__optional"> {say('optional')}</span>}
      </label>
      {props.hint && (
        <span class="field__hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      )}
      {error && <FieldError id={id} error={error} />}
      {props.children(aria)}
    </div>
  )
}

export function FieldError({ id, error }: { readonly id: string; readonly error: string }) {
  const say = useUiText()
  return (
    <span class="field__error" id={`${id}-error`}>
      <span class="visually-hidden">{say('error')} </span>
      {error}
    </span>
  )
}

export function fieldId(props: Pick<FieldProps, 'id' | 'form' | 'name' | 'label'>): string {
  props.form?.labels.set(props.name, props.label)
  return props.id ?? props.form?.id(props.name) ?? `field-${props.name.replace(/[^a-zA-Z0-9]+/g, '-')}`
}

export function fieldError(props: Pick<FieldProps, 'error' | 'form' | 'name'>): string | undefined {
  return props.error ?? props.form?.error(props.name)
}

export function describedBy(id: string, hint: ComponentChildren, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
