import type { ComponentChildren } from 'preact'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

interface ButtonLook {
  readonly kind?: ButtonKind
  readonly small?: boolean
  readonly children: ComponentChildren
}

export interface ButtonProps extends ButtonLook {
  readonly type?: 'submit' | 'button'
  readonly name?: string
  readonly value?: string
  readonly disabled?: boolean
  /** Id of a form elsewhere on the page. */
  readonly form?: string
  readonly formAction?: string
  readonly id?: string
  readonly label?: string
  readonly onClick?: (event: MouseEvent) => void
}

/** A button. One primary button per form; what cannot be undone is `danger` and has a confirmation page. */
export function Button({
  kind = 'primary',
  small,
  type = 'submit',
  label,
  children,
  formAction,
  ...rest
}: ButtonProps) {
  return (
    <button class={look(kind, small)} type={type} aria-label={label} formaction={formAction} {...rest}>
      {children}
    </button>
  )
}

export interface LinkButtonProps extends ButtonLook {
  readonly href: string
  readonly download?: boolean
  readonly label?: string
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ kind = 'secondary', small, href, download, label, children }: LinkButtonProps) {
  return (
    <a class={look(kind, small)} href={href} download={download} aria-label={label}>
      {children}
    </a>
  )
}

/** A row of buttons under a form or beside a heading. */
export function Actions({ children }: { readonly children: ComponentChildren }) {
  return <div class="actions">{children}</div>
}

function look(kind: ButtonKind, small: boolean | undefined): string {
  return `button button--${kind}${small ? ' button--small' : ''}`
}
