import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  DateInput,
  DefinitionList,
  Fieldset,
  Form,
  formState,
  HistoryList,
  moment,
  PageHead,
  Section,
  TextInput,
} from '../../../ui/index.ts'
import type { ScalePage } from '../shapes.ts'
import { originText, placeName, scaleHref, type T, textsOf, thresholdsText } from './scale-parts.tsx'

/** One scale: what counts now, the form that sets another, the editions. */
export function scaleFormPage(data: ScalePage, env: PageEnv): Page {
  const t = textsOf(env)
  const { scale, editions } = data
  return {
    title: placeName(t, data),
    trail: [
      { text: t('results'), href: '/results' },
      { text: t('title'), href: `/results/scales?year=${data.year}` },
    ],
    body: (
      <>
        <PageHead title={placeName(t, data)} lead={t(`points.${data.of}`)} />
        <DefinitionList
          missing={t('none')}
          items={[
            { term: t('current'), value: scale && thresholdsText(t, scale.thresholds) },
            { term: t('col.origin'), value: scale && originText(t, scale) },
            { term: t('col.source'), value: scale?.source },
          ]}
        />
        {env.may('scales.edit') ? <ScaleForm data={data} env={env} t={t} /> : <p class="soft">{t('form.readOnly')}</p>}
        {(scale?.own || data.stale > 0) && env.may('scales.edit') && <GiveBack data={data} env={env} t={t} />}
        {editions.length > 0 && (
          <Section title={t('editions')}>
            <HistoryList
              entries={editions.map(one => ({
                id: String(one.edition),
                when: moment(one.enteredAt, env.lang, env.timeZone),
                who: one.enteredBy,
                what: t('editionText', {
                  edition: one.edition,
                  what: one.thresholds ? thresholdsText(t, one.thresholds) : t('withdrawn'),
                  source: one.source,
                }),
              }))}
            />
          </Section>
        )}
      </>
    ),
  }
}

function ScaleForm({ data, env, t }: { data: ScalePage; env: PageEnv; t: T }) {
  const { scale, key } = data
  const { marks = null, minimum = null, max = null, also = null } = scale?.thresholds ?? {}
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value))
  const stored = {
    ...{ three: text(marks?.[0]), four: text(marks?.[1]), five: text(marks?.[2]), minimum: text(minimum) },
    ...{ highest: text(max), also: also ?? '', source: scale?.own ? scale.source : '', checkedOn: env.today },
  }
  const form = formState(env, 'assessments.check-scale', stored)
  const set = formState(env, 'assessments.set-scale', {})
  const mark = (name: 'three' | 'four' | 'five') => (
    <TextInput form={form} name={name} label={t(`form.${name}`)} inputMode="numeric" width="short" optional />
  )
  return (
    <Section title={t('form.title')}>
      <Form
        action={`${scaleHref(key)}/check`}
        form={env.refused?.action === 'assessments.set-scale' ? set : form}
        hidden={{ kind: 'own' }}
      >
        <p class="prose">{t('form.lead')}</p>
        <Fieldset legend={t('form.lowest')} hint={t('form.lowestHint')}>
          <div class="row">
            {mark('three')}
            {mark('four')}
            {mark('five')}
          </div>
        </Fieldset>
        <TextInput
          form={form}
          name="minimum"
          label={t('form.minimum')}
          hint={t('form.minimumHint')}
          inputMode="numeric"
          width="short"
          optional
        />
        <TextInput form={form} name="highest" label={t('form.highest')} inputMode="numeric" width="short" optional />
        <TextInput form={form} name="also" label={t('form.also')} hint={t('form.alsoHint')} width="medium" optional />
        <TextInput form={form} name="source" label={t('form.source')} hint={t('form.sourceHint')} />
        <DateInput form={form} name="checkedOn" label={t('form.checkedOn')} />
        <Actions>
          <Button>{t('form.next')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** Counts by the shipped scale: in place of the region's own, or because it came after the results. */
function GiveBack({ data, env, t }: { data: ScalePage; env: PageEnv; t: T }) {
  const none = { three: '', four: '', five: '', minimum: '', highest: '', also: '' }
  const title = t(data.stale > 0 ? 'form.recount' : 'form.giveBack')
  return (
    <Section title={title}>
      <Form
        action={`${scaleHref(data.key)}/check`}
        hidden={{ ...none, kind: 'shipped', source: title, checkedOn: env.today }}
      >
        <p class="prose">{data.stale > 0 ? t('form.recountLead', { n: data.stale }) : t('form.giveBackLead')}</p>
        <Actions>
          <Button kind="secondary">{t(data.stale > 0 ? 'form.recountNext' : 'form.giveBackNext')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
