import type { ComponentChildren } from 'preact'
import { type Lang, percentOf, type Share } from '../core/base/index.ts'
import { figure as figureText, percent } from './format.ts'
import { useLang, useUiText } from './lang.ts'

export interface PageHeadProps {
  /** The heading of the page, the only `h1`. */
  readonly title: ComponentChildren
  readonly lead?: ComponentChildren
  /** A status beside the title. */
  readonly status?: ComponentChildren
  /** Buttons for the page as a whole. */
  readonly actions?: ComponentChildren
}

/** The top of every page. */
export function PageHead({ title, lead, status, actions }: PageHeadProps) {
  return (
    <div class="page-head">
      <div class="page-head__text">
        <div class="page-head__title">
          <h1>{title}</h1>
          {status}
        </div>
        {lead && <div class="page-head__lead">{lead}</div>}
      </div>
      {actions && <div class="actions">{actions}</div>}
    </div>
  )
}

export interface SectionProps {
  readonly title: string
  readonly id?: string
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

/** A part of a page under a heading. */
export function Section({ title, id, actions, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <div class="section__head">
        <h2>{title}</h2>
        {actions && <div class="actions">{actions}</div>}
      </div>
      {children}
    </section>
  )
}

export interface Link {
  readonly text: string
  readonly href: string
}

/** The way to a page. The page itself stands last in the heading, not here. */
export function Breadcrumbs({ trail }: { readonly trail: readonly Link[] }) {
  const say = useUiText()
  if (trail.length === 0) return null
  return (
    <nav class="breadcrumbs" aria-label={say('breadcrumbs')}>
      <ol>
        {trail.map(link => (
          <li key={link.href}>
            <a href={link.href}>{link.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly (Link & { readonly current?: boolean; readonly count?: number })[]
}

/** Views of one thing as links: each has its own address. */
export function Tabs({ label, tabs }: TabsProps) {
  const lang = useLang()
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(tab => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.text}
              {tab.count !== undefined && <span class="tabs__count num">{figureText(tab.count, lang)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export interface DefinitionListProps {
  readonly items: readonly { readonly term: string; readonly value: ComponentChildren }[]
  /** Shown for a value that is null, undefined or empty; such lines are left out when absent. */
  readonly missing?: string
}

/** Names and values of one thing. */
export function DefinitionList({ items, missing }: DefinitionListProps) {
  const blank = (value: ComponentChildren) => value === null || value === undefined || value === ''
  const shown = missing === undefined ? items.filter(item => !blank(item.value)) : items
  return (
    <dl class="definitions">
      {shown.map(item => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{blank(item.value) ? <span class="soft">{missing}</span> : item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export interface CardProps {
  readonly title?: string
  readonly href?: string
  readonly children?: ComponentChildren
}

/** A frame around one thing among several alike. Not for every block of a page. */
export function Card({ title, href, children }: CardProps) {
  return (
    <div class="card">
      {title && <h3 class="card__title">{href ? <a href={href}>{title}</a> : title}</h3>}
      {children}
    </div>
  )
}

export interface FigureProps {
  readonly label: string
  /** A number, a share (shown as percent with its two numbers), or text made by `format.ts`; null says «нет данных», never zero. */
  readonly value: number | string | Share | null
  readonly unit?: string
  /** How many stand behind it. */
  readonly n?: number
  /** Which period or date it speaks of. */
  readonly period?: string
  /** The page that explains how it is counted. */
  readonly explainHref?: string
  readonly note?: ComponentChildren
}

/** One figure with everything that makes it honest: unit, n, period and the way to its formula. */
export function Figure({ label, value, unit, n, period, explainHref, note }: FigureProps) {
  const say = useUiText()
  const lang = useLang()
  const ofText =
    typeof value === 'object' && value !== null && value.denominator > 0
      ? say('ofTotal', { done: figureText(value.numerator, lang), total: figureText(value.denominator, lang) })
      : undefined
  const notes = [period, n === undefined ? undefined : say('participants', { n: figureText(n, lang) })]
  return (
    <div class="figure">
      <div class="figure__label">{label}</div>
      <div class="figure__value">
        {value === null ? (
          <span class="figure__unit soft">{say('empty')}</span>
        ) : (
          <>
            {figureValue(value, lang)}
            {(unit ?? ofText) && <span class="figure__unit"> {unit ?? ofText}</span>}
          </>
        )}
      </div>
      <div class="figure__note">
        {notes.filter(Boolean).join(' · ')}
        {explainHref && (
          <>
            {notes.some(Boolean) && ' · '}
            <a href={explainHref}>
              {say('howCounted')}
              <span class="visually-hidden">: {label}</span>
            </a>
          </>
        )}
        {note && <div>{note}</div>}
      </div>
    </div>
  )
}

function figureValue(value: number | string | Share, lang: Lang): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return figureText(value, lang)
  const share = percentOf(value)
  return share === null ? '—' : percent(share, lang)
}

/** Figures side by side. */
export function Figures({ children }: { readonly children: ComponentChildren }) {
  return <div class="figures">{children}</div>
}

export interface ProgressBarProps {
  readonly label: string
  readonly value: number
  readonly max: number
  /** The band of a checkpoint, both in the unit of `max`: «не менее 30–40 %». */
  readonly band?: { readonly from: number; readonly to: number }
  readonly hideLabel?: boolean
}

/** How much of a whole is done. The numbers stand beside the bar. */
export function ProgressBar({ label, value, max, band, hideLabel }: ProgressBarProps) {
  const say = useUiText()
  const lang = useLang()
  const part = (amount: number) => (max > 0 ? Math.min(100, Math.max(0, (amount / max) * 100)) : 0)
  return (
    <div class="progress">
      <span class={hideLabel ? 'visually-hidden' : 'progress__label'}>{label}</span>
      <svg class="progress__track" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect y="2" width="100" height="8" fill="var(--line)" />
        <rect y="2" width={part(value)} height="8" fill="currentColor" />
        {band &&
          [band.from, band.to].map(at => (
            <rect key={at} x={part(at) - 0.12} width="0.24" height="12" fill="var(--ink)" />
          ))}
      </svg>
      <span class="num">{say('ofTotal', { done: figureText(value, lang), total: figureText(max, lang) })}</span>
    </div>
  )
}

export interface PaginationProps {
  readonly previousHref?: string | null
  readonly nextHref?: string | null
  /** Rows on this page. */
  readonly shown: number
  /** Rows in all, where counting is cheap. */
  readonly total?: number
}

/** Next and previous part of a long list (by key, so that no page number can go stale). */
export function Pagination({ previousHref, nextHref, shown, total }: PaginationProps) {
  const say = useUiText()
  const lang = useLang()
  const count = figureText(shown, lang)
  return (
    <nav class="pagination" aria-label={say('pages')}>
      <span class="soft num">
        {total === undefined
          ? say('shownOnly', { shown: count })
          : say('shown', { shown: count, total: figureText(total, lang) })}
      </span>
      {(previousHref || nextHref) && (
        <span class="pagination__links">
          {previousHref && (
            <a href={previousHref} rel="prev">
              ← {say('previous')}
            </a>
          )}
          {nextHref && (
            <a href={nextHref} rel="next">
              {say('next')} →
            </a>
          )}
        </span>
      )}
    </nav>
  )
}

export interface StepsProps {
  readonly steps: readonly {
    readonly text: string
    readonly state: 'done' | 'current' | 'ahead'
    readonly href?: string
  }[]
}

/** Where one stands in a job of several pages. */
export function Steps({ steps }: StepsProps) {
  const say = useUiText()
  return (
    <nav class="steps" aria-label={say('steps')}>
      <ol>
        {steps.map(step => (
          <li key={step.text} data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
            {step.href ? <a href={step.href}>{step.text}</a> : step.text}
            {step.state === 'done' && <span class="visually-hidden"> ({say('stepDone')})</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface HistoryListProps {
  readonly entries: readonly {
    readonly id: string
    /** Already formatted (`moment` of format.ts). */
    readonly when: string
    readonly who: string
    readonly what: ComponentChildren
  }[]
}

/** Who changed what and when, newest first. */
export function HistoryList({ entries }: HistoryListProps) {
  return (
    <ol class="history">
      {entries.map(entry => (
        <li key={entry.id}>
          <span class="num soft">{entry.when}</span>
          <div>
            {entry.what} <span class="history__who">— {entry.who}</span>
          </div>
        </li>
      ))}
    </ol>
  )
}

export interface ConflictViewProps {
  /** One line per field of the record, both versions as a reader sees them. */
  readonly fields: readonly { readonly label: string; readonly mine: string; readonly theirs: string }[]
  readonly changedBy?: string
  readonly changedAt?: string
  /** «Оставить как в системе», «Сохранить мою версию». */
  readonly actions?: ComponentChildren
}

/** Both versions side by side after the second of two editors was refused. */
export function ConflictView({ fields, changedBy, changedAt, actions }: ConflictViewProps) {
  const say = useUiText()
  return (
    <section class="conflict" role="alert" tabindex={-1} autofocus>
      <h2>{say('conflict.title')}</h2>
      <p>
        {changedBy && changedAt && `${say('conflict.who', { who: changedBy, when: changedAt })} `}
        {say('conflict.explain')}
      </p>
      <div class="table-frame table-frame--cards">
        <table class="table">
          <caption class="visually-hidden">{say('conflict.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('conflict.field')}</th>
              <th scope="col">{say('conflict.mine')}</th>
              <th scope="col">{say('conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(field => (
              <tr key={field.label} class={field.mine === field.theirs ? undefined : 'conflict__differs'}>
                <th scope="row">{field.label}</th>
                <td data-label={say('conflict.mine')}>{field.mine}</td>
                <td data-label={say('conflict.theirs')}>{field.theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {actions && <div class="actions">{actions}</div>}
    </section>
  )
}
