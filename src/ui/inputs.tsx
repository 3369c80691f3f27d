import type { ComponentChildren } from 'preact'
import type { FieldProps } from './field.tsx'
import { describedBy, Field, FieldError, fieldError, fieldId } from './field.tsx'

export type InputWidth = 'short' | 'medium' | 'full'

export interface TextInputProps extends FieldProps {
  readonly value?: string | number
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number'
  readonly width?: InputWidth
  readonly autocomplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search'
  readonly maxLength?: number
  readonly readOnly?: boolean
  readonly spellcheck?: boolean
  readonly list?: string
  readonly autofocus?: boolean
}

/** One line of text. Numbers too: `inputMode="numeric"` is kinder than `type="number"`. */
export function TextInput(props: TextInputProps) {
  const { type = 'text', width, autocomplete, inputMode, maxLength, readOnly, spellcheck, list, autofocus } = props
  return (
    <Field {...props}>
      {aria => (
        <input
          class={inputClass(width)}
          // Each type has its own attributes in the typings; those given here fit all of them.
          type={type as 'text'}
          name={props.name}
          value={type === 'password' ? undefined : shownValue(props)}
          autocomplete={autocomplete}
          inputmode={inputMode}
          maxlength={maxLength}
          readonly={readOnly}
          spellcheck={spellcheck}
          list={list}
          autofocus={autofocus}
          {...aria}
        />
      )}
    </Field>
  )
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string
  readonly rows?: number
  readonly width?: InputWidth
  readonly maxLength?: number
}

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      {aria => (
        <textarea
          class={inputClass(props.width)}
          name={props.name}
          rows={props.rows ?? 4}
          maxlength={props.maxLength}
          {...aria}
        >
          {shownValue(props)}
        </textarea>
      )}
    </Field>
  )
}

export interface Option {
  readonly value: string
  readonly text: string
  readonly hint?: string
  /** Options with the same group stand together under its name. */
  readonly group?: string
  readonly disabled?: boolean
}

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value?: string
  /** First, empty choice: «Выберите школу», «Все». */
  readonly empty?: string
  readonly width?: InputWidth
}

export function Select(props: SelectProps) {
  const chosen = shownValue(props)
  const groups = [...new Set(props.options.map(option => option.group))]
  const show = (option: Option) => (
    <option key={option.value} value={option.value} selected={option.value === chosen} disabled={option.disabled}>
      {option.text}
    </option>
  )
  return (
    <Field {...props}>
      {aria => (
        <select class={inputClass(props.width)} name={props.name} {...aria}>
          {props.empty !== undefined && (
            <option value="" selected={chosen === ''}>
              {props.empty}
            </option>
          )}
          {groups.map(group => {
            const options = props.options.filter(option => option.group === group).map(show)
            return group === undefined ? (
              options
            ) : (
              <optgroup key={group} label={group}>
                {options}
              </optgroup>
            )
          })}
        </select>
      )}
    </Field>
  )
}

export interface CheckboxProps extends FieldProps {
  /** What the form sends when it is ticked; `true` by default. */
  readonly value?: string
  readonly checked?: boolean
}

/** One yes-or-no. An unticked box sends nothing: its field in the body is optional or has a default. */
export function Checkbox(props: CheckboxProps) {
  const value = props.value ?? 'true'
  const id = fieldId(props)
  const error = fieldError(props)
  const checked = props.form ? props.form.values(props.name).includes(value) : props.checked
  return (
    <div class={error ? 'field field--invalid' : 'field'}>
      {error && <FieldError id={id} error={error} />}
      <div class="choice">
        <input
          type="checkbox"
          name={props.name}
          value={value}
          checked={checked}
          id={id}
          aria-describedby={describedBy(id, props.hint, error)}
          aria-invalid={error ? 'true' : undefined}
        />
        <label for={id}>
          {props.label}
          {props.hint && (
            <span class="choice__hint" id={`${id}-hint`}>
              {props.hint}
            </span>
          )}
        </label>
      </div>
    </div>
  )
}

export interface ChoicesProps extends FieldProps {
  readonly options: readonly Option[]
  /** Chosen values (one for Radios). */
  readonly chosen?: readonly string[]
}

/** One of few choices, all visible. From about eight on use Select. */
export function Radios(props: ChoicesProps) {
  return <Choices {...props} type="radio" />
}

/** Several of few choices. The body field is an array; a single ticked box arrives as an array of one. */
export function Checkboxes(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" />
}

function Choices(props: ChoicesProps & { readonly type: 'radio' | 'checkbox' }) {
  const id = fieldId(props)
  const chosen = props.form ? props.form.values(props.name) : (props.chosen ?? [])
  return (
    <Fieldset legend={props.label} hint={props.hint} error={fieldError(props)} id={id} choices>
      {props.options.map((option, index) => {
        const optionId = index === 0 ? id : `${id}-${index}`
        return (
          <div class="choice" key={option.value}>
            <input
              type={props.type as 'radio'}
              name={props.name}
              value={option.value}
              id={optionId}
              checked={chosen.includes(option.value)}
              disabled={option.disabled}
              aria-describedby={option.hint ? `${optionId}-more` : undefined}
            />
            <label for={optionId}>
              {option.text}
              {option.hint && (
                <span class="choice__hint" id={`${optionId}-more`}>
                  {option.hint}
                </span>
              )}
            </label>
          </div>
        )
      })}
    </Fieldset>
  )
}

export interface FieldsetProps {
  readonly legend: string
  readonly hint?: ComponentChildren
  readonly error?: string
  readonly id?: string
  /** A legend as big as a heading: a part of a long form. */
  readonly big?: boolean
  readonly choices?: boolean
  readonly children: ComponentChildren
}

/** Fields that belong together. */
export function Fieldset({ legend, hint, error, id, big, choices, children }: FieldsetProps) {
  const base = id ?? `group-${legend.replace(/[^\p{L}\p{N}]+/gu, '-')}`
  return (
    <fieldset
      class={`fieldset${choices ? ' fieldset--choices' : ''}${error ? ' field--invalid' : ''}`}
      aria-describedby={describedBy(base, hint, error)}
    >
      <legend class={big ? 'fieldset__legend fieldset__legend--big' : 'fieldset__legend'}>{legend}</legend>
      {hint && (
        <span class="field__hint" id={`${base}-hint`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={base} error={error} />}
      {children}
    </fieldset>
  )
}

export interface DateInputProps extends FieldProps {
  /** `YYYY-MM-DD` */
  readonly value?: string
}

/**
 * A date. The browser's own date field: it sends `YYYY-MM-DD`, shows the reader's order of parts and works without scripts.
 */
export function DateInput(props: DateInputProps) {
  return (
    <Field {...props}>
      {aria => <input class="input input--short" type="date" name={props.name} value={shownValue(props)} {...aria} />}
    </Field>
  )
}

export interface FileInputProps extends FieldProps {
  /** `.docx,.pdf,.txt` */
  readonly accept?: string
  readonly multiple?: boolean
  /** A whole folder instead of single files; browsers that cannot, offer files. */
  readonly folder?: boolean
}

/** A file. Its form must be `multipart`. */
export function FileInput(props: FileInputProps) {
  return (
    <Field {...props}>
      {aria => (
        <input
          class="input input--file"
          type="file"
          name={props.name}
          accept={props.accept}
          multiple={props.multiple}
          {...(props.folder ? { webkitdirectory: true } : {})}
          {...aria}
        />
      )}
    </Field>
  )
}

function inputClass(width: InputWidth | undefined): string {
  return width ? `input input--${width}` : 'input'
}

function shownValue(props: { form?: FieldProps['form']; name: string; value?: string | number }): string {
  const typed = props.form?.value(props.name)
  return typed === undefined || (typed === '' && !props.form?.refused && props.value !== undefined)
    ? String(props.value ?? '')
    : typed
}
