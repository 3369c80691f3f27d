import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  Form,
  formState,
  LinkButton,
  PageHead,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import type { NewCaseForm } from '../../contract.ts'
import { methodologiesTexts } from './texts.ts'

/** A case worked by hand: what one invented school has, and what must come out. */
export function newCasePage(data: NewCaseForm, env: PageEnv): Page {
  const say = translator(methodologiesTexts, env.lang)
  const base = `/methodologies/${data.id}`
  const form = formState(env, 'methodologies.add-case')
  const answers = (['yes', 'no', 'unknown'] as const).map(value => ({ value, text: say(`newCase.${value}`) }))
  return {
    title: `${say('newCase.title')}: ${data.title}`,
    trail: [
      { text: say('list.title'), href: '/methodologies' },
      { text: data.title, href: base },
    ],
    body: (
      <>
        <PageHead title={say('newCase.title')} lead={say('newCase.lead')} />
        <Form action={`${base}/cases`} form={form} version={data.version}>
          <TextInput form={form} name="name" label={say('newCase.name')} hint={say('newCase.nameHint')} />
          <TextInput form={form} name="source" label={say('newCase.source')} hint={say('newCase.sourceHint')} />
          <TextArea
            form={form}
            name="results"
            label={say('newCase.results')}
            hint={say('newCase.resultsHint')}
            rows={6}
          />
          <TextInput
            form={form}
            name="otherwise"
            label={say('newCase.otherwise')}
            hint={say('newCase.otherwiseHint')}
            width="medium"
            optional
          />
          <TextArea
            form={form}
            name="about"
            label={say('newCase.about')}
            hint={say('newCase.aboutHint')}
            rows={3}
            optional
          />
          <TextArea
            form={form}
            name="indicators"
            label={say('newCase.indicators')}
            hint={say('newCase.indicatorsHint')}
            rows={3}
            optional
          />
          {data.lists.map(({ id, title }) => (
            <Select
              key={id}
              form={form}
              name={`expect.${id}`}
              label={say('newCase.expect', { title })}
              empty={say('newCase.any')}
              options={answers}
            />
          ))}
          <Actions>
            <Button>{say('newCase.save')}</Button>
            <LinkButton kind="quiet" href={base}>
              {say('newCase.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </>
    ),
  }
}
