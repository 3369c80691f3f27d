import type { ComponentChildren, VNode } from 'preact'
import { useUiText } from './lang.ts'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

export interface NoticeProps {
  readonly kind?: NoticeKind
  readonly title?: string
  readonly children?: ComponentChildren
  /** True for news about what the reader has just done: read out at once. */
  readonly live?: boolean
}

/** A message on a page. Its kind is said by a shape and by a hidden word, not by colour alone. */
export function Notice({ kind = 'info', title, children, live }: NoticeProps) {
  const say = useUiText()
  return (
    <div class={`notice notice--${kind}`} role={live ? 'status' : undefined}>
      <NoticeMark kind={kind} />
      <div class="notice__body">
        <span class="visually-hidden">{say(`notice.${kind}`)}. </span>
        {title && <p class="notice__title">{title}</p>}
        {children}
      </div>
    </div>
  )
}

const noticeShapes: Readonly<Record<NoticeKind, VNode>> = {
  info: (
    <path d="M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm1 13.5H9V9h2v5.5ZM10 7.4A1.2 1.2 0 1 1 10 5a1.2 1.2 0 0 1 0 2.4Z" />
  ),
  success: <path d="M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-1.2 13L4.9 10l1.4-1.5 2.5 2.6 5-5.2 1.4 1.4L8.8 14Z" />,
  warning: <path d="M10 1.2.6 18.2h18.8L10 1.2Zm1 14.3H9v-2h2v2Zm0-3.4H9V7.3h2v4.8Z" />,
  error: <path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3L6.3 1ZM9 5v6h2V5H9Zm0 8v2h2v-2H9Z" />,
}

function NoticeMark({ kind }: { readonly kind: NoticeKind }) {
  return (
    <svg class="notice__mark" viewBox="0 0 20 20" fill="currentColor" fill-rule="evenodd" aria-hidden="true">
      {noticeShapes[kind]}
    </svg>
  )
}

export interface EmptyStateProps {
  readonly title: string
  /** Why it is empty and what to do. */
  readonly children?: ComponentChildren
  readonly action?: ComponentChildren
}

/** Stands where a list has nothing to show. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <p class="empty__title">{title}</p>
      {children && <div class="empty__text">{children}</div>}
      {action && <div class="actions">{action}</div>}
    </div>
  )
}

export type StatusKind = 'neutral' | 'info' | 'progress' | 'good' | 'warning' | 'bad' | 'off'

const statusShapes: Readonly<Record<StatusKind, VNode>> = {
  neutral: <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" stroke-width="1.75" />,
  info: <circle cx="7" cy="7" r="5.5" fill="currentColor" />,
  progress: (
    <>
      <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" stroke-width="1.75" />
      <path d="M7 1.5v11a5.5 5.5 0 0 0 0-11Z" fill="currentColor" />
    </>
  ),
  good: <path d="m2 7.4 3.4 3.4L12.2 3" fill="none" stroke="currentColor" stroke-width="2.25" />,
  warning: <path d="M7 1.2.6 12.8h12.8L7 1.2Z" fill="currentColor" />,
  bad: <path d="M1.5 1.5h11v11h-11z" fill="currentColor" />,
  off: <path d="M2 7h10" stroke="currentColor" stroke-width="2" />,
}

export interface StatusProps {
  readonly kind: StatusKind
  readonly children: ComponentChildren
}

/** A state of a thing: a shape and a word, so that it reads without colour and on paper. */
export function Status({ kind, children }: StatusProps) {
  return (
    <span class={`status status--${kind}`}>
      <svg class="status__mark" viewBox="0 0 14 14" aria-hidden="true">
        {statusShapes[kind]}
      </svg>
      {children}
    </span>
  )
}

/** A short property beside a name: a kind, a level. Never a state. */
export function Tag({ children }: { readonly children: ComponentChildren }) {
  return <span class="tag">{children}</span>
}
