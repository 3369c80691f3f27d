import type { Lang } from '../../core/base/index.ts'
import type { Page, PageEnv } from '../../core/web/index.ts'
import { DateInput, formState, Select, shortDate, TextInput } from '../../ui/index.ts'
import type { PersonRow, PositionRow } from '../contract.ts'
import { fullName, say } from './parts.tsx'
import { endingPage, formPage } from './record-pages.tsx'
import type { EndPositionForm, PositionForm } from './shapes.ts'

/** From when until when somebody holds a position. */
export function Term({ position, lang }: { readonly position: PositionRow; readonly lang: Lang }) {
  const t = say(lang)
  const from = position.fromOn && shortDate(position.fromOn)
  const until = position.untilOn && shortDate(position.untilOn)
  if (from && until) return <>{t('people.fromUntil', { from, until })}</>
  return <>{from ? t('people.since', { from }) : until ? t('people.until', { until }) : t('notGiven')}</>
}

export function newPositionPage({ person, organisations }: PositionForm, env: PageEnv): Page {
  const t = say(env.lang)
  const form = formState(env, 'authorities.create-position')
  const { here, trail } = placeOf(person, env)
  const fields = (
    <>
      <TextInput form={form} name="title" label={t('field.title')} />
      <Select
        form={form}
        name="organisationId"
        label={t('field.organisation')}
        empty={t('people.chooseOrganisation')}
        options={organisations.map(each => ({
          value: each.id,
          text: each.shortName ?? each.name,
          group: t(`organisations.kinds.${each.kind}`),
        }))}
      />
      <div class="form-grid">
        <DateInput form={form} name="fromOn" label={t('field.fromOn')} optional />
        <DateInput form={form} name="untilOn" label={t('field.untilOn')} optional />
      </div>
    </>
  )
  const title = t('people.addPosition')
  const action = `${here}/positions/new`
  const requestKey = env.requestKey()
  return formPage({ title, lead: fullName(person), trail, action, form, back: here, requestKey, fields }, env)
}

export function endPositionPage({ person, position }: EndPositionForm, env: PageEnv): Page {
  const t = say(env.lang)
  const { here, trail } = placeOf(person, env)
  return endingPage(
    {
      title: t('people.endTitle', { title: position.title }),
      trail,
      action: `${here}/positions/${position.id}/end`,
      form: formState(env, 'authorities.end-position', { on: env.today }),
      back: here,
      version: position.version,
      text: t('people.endText', { person: fullName(person), organisation: position.organisation }),
      dateLabel: t('people.endOn'),
      confirm: t('people.end'),
      danger: false,
    },
    env,
  )
}

/** The address of a person's card and the way to it. */
export function placeOf(person: PersonRow, env: PageEnv) {
  const here = `/people/${person.id}`
  const trail = [
    { text: say(env.lang)('nav.people'), href: '/people' },
    { text: fullName(person), href: here },
  ]
  return { here, trail }
}
