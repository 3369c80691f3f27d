import { type Translate, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  DateInput,
  Fieldset,
  Form,
  formState,
  LinkButton,
  Notice,
  PageHead,
  Radios,
  Section,
  TextInput,
} from '../../../ui/index.ts'
import type { Effect, NumbersView } from '../../contract.ts'
import { methodologiesTexts } from './texts.ts'

type Say = Translate<(typeof methodologiesTexts)['ru']>
interface Part {
  readonly data: NumbersView
  readonly env: PageEnv
  readonly say: Say
}

/** Numbers of a draft, and beside them who enters and who leaves. */
export function numbersPage(data: NumbersView, env: PageEnv): Page {
  const say = translator(methodologiesTexts, env.lang)
  return {
    title: `${say('numbers.title')}: ${data.title}`,
    trail: [
      { text: say('list.title'), href: '/methodologies' },
      { text: data.title, href: `/methodologies/${data.id}` },
    ],
    wide: true,
    islands: ['numbers'],
    body: (
      <>
        <PageHead title={say('numbers.title')} lead={say('numbers.lead')} />
        <div class="numbers">
          <Numbers data={data} env={env} say={say} />
          <div id="effect" aria-live="polite">
            <EffectPart data={data} say={say} />
          </div>
        </div>
      </>
    ),
  }
}

function Numbers({ data, env, say }: Part) {
  const base = `/methodologies/${data.id}`
  const stored = Object.fromEntries([
    ...data.parameters.flatMap(({ name, value, source, checkedOn }) => [
      [`parameters.${name}.value`, value],
      [`parameters.${name}.source`, source],
      [`parameters.${name}.checkedOn`, checkedOn],
    ]),
    ...data.switches.map(({ name, chosen }) => [`switches.${name}`, chosen]),
  ])
  const saved = formState(env, 'methodologies.save-numbers', stored)
  const tried = formState(env, 'methodologies.try', stored)
  const form = tried.refused ? tried : saved
  return (
    <Form action={`${base}/numbers`} form={form} version={data.version} id="numbers">
      {data.parameters.map(({ name, title, unit }) => (
        <Fieldset legend={title} key={name} id={`parameter-${name}`}>
          <TextInput
            form={form}
            name={`parameters.${name}.value`}
            label={say('numbers.value')}
            hint={say('numbers.valueHint', { unit })}
            width="short"
          />
          <details>
            <summary>{say('numbers.source')}</summary>
            <TextInput form={form} name={`parameters.${name}.source`} label={say('numbers.source')} />
            <DateInput form={form} name={`parameters.${name}.checkedOn`} label={say('numbers.checkedOn')} />
          </details>
        </Fieldset>
      ))}
      {data.switches.map(({ name, title, readings }) => (
        <Radios
          key={name}
          form={form}
          name={`switches.${name}`}
          label={title}
          options={readings.map(({ reading, words }) => ({ value: reading, text: words }))}
        />
      ))}
      <Actions>
        <Button kind="secondary" formAction={`${base}/try`}>
          {say('numbers.try')}
        </Button>
        {data.state === 'draft' && <Button>{say('numbers.save')}</Button>}
        <LinkButton kind="quiet" href={base}>
          {say('numbers.back')}
        </LinkButton>
      </Actions>
    </Form>
  )
}

function EffectPart({ data, say }: Omit<Part, 'env'>) {
  if (data.trouble)
    return (
      <Notice kind="warning" title={say('numbers.trouble')}>
        {data.trouble}
      </Notice>
    )
  if (data.schools === 0) return <Notice kind="info">{say('numbers.noData')}</Notice>
  return (
    <Section title={say('numbers.effect')}>
      <div class="stack">
        <p>
          {say(data.tried ? 'numbers.tried' : 'numbers.stored')} {say('numbers.schools', { n: data.schools })}
        </p>
        {data.against.map(each => (
          <div key={`${each.kind} ${each.title}`} class="stack">
            <h3>
              {each.href ? (
                <a href={each.href}>{againstInWords(each.kind, each.title, say)}</a>
              ) : (
                againstInWords(each.kind, each.title, say)
              )}
            </h3>
            {each.effects.map(effect => (
              <OneEffect key={effect.list} effect={effect} say={say} />
            ))}
          </div>
        ))}
      </div>
    </Section>
  )
}

function againstInWords(kind: string, title: string, say: Say): string {
  return say(kind === 'frozen' ? 'numbers.againstFrozen' : 'numbers.againstEdition', { title })
}

function OneEffect({ effect, say }: { readonly effect: Effect; readonly say: Say }) {
  const groups = [
    { key: 'entered', schools: effect.entered },
    { key: 'left', schools: effect.left },
    { key: 'unclear', schools: effect.lostSight },
  ] as const
  return (
    <div>
      <p>
        <strong>{say('numbers.counts', { title: effect.title, yes: effect.yes, unknown: effect.unknown })}</strong>
      </p>
      <ul>
        {groups.map(({ key, schools }) => (
          <li key={key}>
            {say(`numbers.${key}`, { n: schools.length })}:{' '}
            {schools.length === 0 ? say('numbers.nobody') : schools.map(school => school.name).join(', ')}
          </li>
        ))}
      </ul>
    </div>
  )
}
