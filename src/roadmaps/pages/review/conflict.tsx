import type { Translate } from '../../../core/base/index.ts'
import type { PageEnv } from '../../../core/web/index.ts'
import { ConflictView, LinkButton, moment } from '../../../ui/index.ts'
import type { DraftView } from '../../contract.ts'
import type { Draft } from '../../model/index.ts'
import { storedClause, storedHeader, storedSection } from './head-forms.tsx'
import { storedItem } from './item-form.tsx'
import { clauseId } from './links.ts'
import { reviewHref } from './parts.ts'
import type { texts } from './texts.ts'

type Say = Translate<(typeof texts)['ru']>
type Label = keyof (typeof texts)['ru']['fields']

/** What two editors changed at once: the values of its form now, and what its fields are called. */
interface Opened {
  readonly anchor: string
  readonly stored: Readonly<Record<string, unknown>>
  readonly labels: Readonly<Record<string, Label>>
}

const sectionLabels = { number: 'number', title: 'sectionTitle' } as const
const clauseLabels = {
  text: 'clauseText',
  addressees: 'addressees',
  deadlineText: 'deadline',
  binding: 'binding',
} as const
const itemLabels = {
  number: 'number',
  sectionKey: 'section',
  title: 'title',
  deadlineText: 'deadline',
  parties: 'parties',
  results: 'results',
  indicators: 'indicators',
} as const
const headerLabels = {
  docType: 'docType',
  number: 'docNumber',
  date: 'date',
  authority: 'authority',
  documentTitle: 'documentTitle',
  title: 'roadmapTitle',
  level: 'level',
  planStart: 'planStart',
  planEnd: 'planEnd',
  horizon: 'horizon',
  checkpoints: 'checkpoints',
} as const

function openedIn(draft: Draft, open: string | null): Opened | null {
  if (open === 'header') return { anchor: 'header', stored: storedHeader(draft), labels: headerLabels }
  const item = draft.items.find(one => one.key === open)
  if (item) return { anchor: item.key, stored: storedItem(item), labels: itemLabels }
  const section = draft.sections.find(one => one.key === open)
  if (section) return { anchor: section.key, stored: storedSection(section), labels: sectionLabels }
  const clause = draft.clauses.find(one => `clause:${one.path}` === open)
  return clause ? { anchor: clauseId(clause.path), stored: storedClause(clause), labels: clauseLabels } : null
}

/** Both versions, field by field, after the second of two editors was refused. The form below keeps what was typed. */
export function Conflict({
  data,
  env,
  say,
  open,
}: {
  readonly data: DraftView
  readonly env: PageEnv
  readonly say: Say
  readonly open: string | null
}) {
  const typed = env.refused?.values ?? {}
  const opened = openedIn(data.draft, open)
  const whole = {
    label: say('conflict.whole'),
    mine: say('conflict.mine'),
    theirs: say('conflict.theirs', { version: data.version }),
  }
  const fields = Object.entries(opened?.labels ?? {}).map(([name, label]) => ({
    label: say(`fields.${label}`),
    mine: inWords(name, typed[name], data.draft, say),
    theirs: inWords(name, opened?.stored[name], data.draft, say),
  }))
  return (
    <ConflictView
      changedBy={data.updatedBy}
      changedAt={moment(data.updatedAt, env.lang, env.timeZone)}
      fields={opened ? fields.filter(field => field.mine !== '' || field.theirs !== '') : [whole]}
      actions={
        <>
          {opened && (
            <a class="button button--secondary" href={`#${opened.anchor}`}>
              {say('conflict.overwrite')}
            </a>
          )}
          <LinkButton
            kind="quiet"
            href={opened ? reviewHref(data.orderId, opened.anchor) : `/orders/${data.orderId}/review`}
          >
            {say('conflict.keep')}
          </LinkButton>
        </>
      }
    />
  )
}

/** A value of a form as a reader would say it. */
function inWords(name: string, value: unknown, draft: Draft, say: Say): string {
  if (Array.isArray(value))
    return (value as { readonly text?: string }[]).flatMap(party => (party.text ? [party.text] : [])).join('; ')
  const text = typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
  if (text === '') return ''
  if (name === 'level' && isOneOf(text, ['regional', 'municipal', 'school'])) return say(`level.${text}`)
  if (name === 'binding' && isOneOf(text, ['owed', 'recommended', 'none'])) return say(`binding.${text}`)
  if (name === 'sectionKey') {
    const section = draft.sections.find(one => one.key === text)
    return section ? [section.number, section.title].filter(Boolean).join(' ') : ''
  }
  return text
}

function isOneOf<Word extends string>(text: string, words: readonly Word[]): text is Word {
  return (words as readonly string[]).includes(text)
}
