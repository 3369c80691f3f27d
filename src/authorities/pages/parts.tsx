/** Pieces that the pages of all registers share. */
import { type KeyOf, type Lang, lookUp, translator } from '../../core/base/index.ts'
import type { PageEnv } from '../../core/web/index.ts'
import { ConflictView, type FormState, HistoryList, moment, Section, Status, shortDate } from '../../ui/index.ts'
import { authoritiesTexts } from '../texts.ts'
import type { HistoryRow } from './shapes.ts'
import { pagesTexts } from './texts.ts'

export const say = (lang: Lang) => translator(pagesTexts, lang)
export type FieldName = KeyOf<(typeof pagesTexts)['ru']['field']>

/** A person's full name as one line. */
export function fullName(person: { familyName: string; givenName: string; patronymic: string | null }): string {
  return [person.familyName, person.givenName, person.patronymic].filter(Boolean).join(' ')
}

/** Whether a record is in force or since when it is closed. */
export function RecordState({ closedOn, lang }: { readonly closedOn: string | null; readonly lang: Lang }) {
  const t = say(lang)
  return closedOn ? (
    <Status kind="off">{t('closed', { on: shortDate(closedOn) })}</Status>
  ) : (
    <Status kind="good">{t('open')}</Status>
  )
}

/** The change log of one record: what was done, which fields from what to what, who, when. */
export function RecordHistory({ history, env }: { readonly history: readonly HistoryRow[]; readonly env: PageEnv }) {
  const { lang } = env
  const t = say(lang)
  return (
    <Section title={t('history')} id="history">
      {history.length === 0 ? (
        <p class="soft">{t('noHistory')}</p>
      ) : (
        <HistoryList
          entries={history.map(line => ({
            id: line.id,
            when: moment(line.at, lang, env.timeZone),
            who: `${line.personName}, ${seatName(line.seat, lang)}`,
            what: <Change line={line} lang={lang} />,
          }))}
        />
      )}
    </Section>
  )
}

function Change({ line, lang }: { readonly line: HistoryRow; readonly lang: Lang }) {
  const word = lookUp(authoritiesTexts[lang].actions, line.action) ?? line.action
  const before = record(line.before)
  const after = record(line.after)
  const changes = fieldNames
    .filter(name => line.before && name in after)
    .map(name => `${say(lang)(`field.${name}`)}: ${shown(before[name])} → ${shown(after[name])}`)
  return (
    <>
      {word.charAt(0).toUpperCase() + word.slice(1)}
      {changes.length > 0 && <div class="small">{changes.join('; ')}</div>}
    </>
  )
}

const fieldNames: readonly FieldName[] = [
  'name',
  'shortName',
  'oktmo',
  'familyName',
  'givenName',
  'patronymic',
  'workEmail',
  'workPhone',
  'title',
  'fromOn',
  'untilOn',
  'closedOn',
]

/** Both versions of a record after the second of two editors was refused; null for other refusals. */
export function recordConflict(form: FormState, fields: readonly FieldName[], env: PageEnv) {
  const stored = record(record(form.refused?.details)['stored'])
  if (form.refused?.code !== 'authorities/changed-meanwhile') return null
  const t = say(env.lang)
  return (
    <ConflictView
      fields={fields.map(name => ({
        label: t(`field.${name}`),
        mine: shown(form.value(name)),
        theirs: shown(stored[name]),
      }))}
    />
  )
}

function seatName(seat: string, lang: Lang): string {
  return lookUp(authoritiesTexts[lang].seats, seat) ?? seat
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function shown(value: unknown): string {
  const text = value === null || value === undefined || value === '' ? '—' : String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? shortDate(text) : text
}
