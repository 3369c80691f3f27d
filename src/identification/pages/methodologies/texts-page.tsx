import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { Actions, Button, FileInput, Form, formState, LinkButton, PageHead, TextArea } from '../../../ui/index.ts'
import type { EditionTexts } from '../../contract.ts'
import { methodologiesTexts } from './texts.ts'

/** Both texts of a draft as they are written. */
export function editionTextsPage(data: EditionTexts, env: PageEnv): Page {
  const say = translator(methodologiesTexts, env.lang)
  const base = `/methodologies/${data.id}`
  const form = formState(env, 'methodologies.save-text', { methodology: data.methodology, cases: data.cases })
  return {
    title: `${say('text.title')}: ${data.title}`,
    trail: [
      { text: say('list.title'), href: '/methodologies' },
      { text: data.title, href: base },
    ],
    body: (
      <>
        <PageHead title={say('text.title')} lead={say('text.lead')} />
        <Form action={`${base}/text`} form={form} version={data.version}>
          <TextArea form={form} name="methodology" label={say('text.methodology')} rows={28} width="full" />
          <TextArea form={form} name="cases" label={say('text.cases')} rows={20} width="full" />
          <Actions>
            <Button>{say('text.save')}</Button>
            <LinkButton kind="quiet" href={base}>
              {say('newCase.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </>
    ),
  }
}

/** A methodology that somebody wrote elsewhere. */
export function uploadEditionPage(_: unknown, env: PageEnv): Page {
  const say = translator(methodologiesTexts, env.lang)
  const form = formState(env, 'methodologies.upload')
  return {
    title: say('upload.title'),
    trail: [{ text: say('list.title'), href: '/methodologies' }],
    body: (
      <>
        <PageHead title={say('upload.title')} lead={say('upload.lead')} />
        <Form action="/methodologies/upload" form={form} requestKey={env.requestKey()} multipart>
          <FileInput form={form} name="methodologyFile" label={say('upload.methodology')} accept=".yaml,.yml,.json" />
          <FileInput
            form={form}
            name="casesFile"
            label={say('upload.cases')}
            hint={say('upload.casesHint')}
            accept=".yaml,.yml,.json"
            optional
          />
          <Actions>
            <Button>{say('upload.save')}</Button>
            <LinkButton kind="quiet" href="/methodologies">
              {say('newCase.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </>
    ),
  }
}
