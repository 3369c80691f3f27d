import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { Actions, Button, FileInput, Form, formState, LinkButton, PageHead, TextArea } from '../../../ui/index.ts'
import { texts } from './texts.ts'

/** The form «Загрузить приказ». */
export function uploadPage(_data: unknown, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const form = formState(env, 'orders.upload')
  return {
    title: say('upload'),
    trail: [{ text: say('title'), href: '/orders' }],
    body: (
      <>
        <PageHead title={say('upload')} lead={say('uploadLead')} />
        <Form action="/orders" form={form} requestKey={env.requestKey()} multipart>
          <FileInput form={form} name="file" label={say('file')} hint={say('fileHint')} accept=".docx,.pdf,.txt" />
          <TextArea form={form} name="text" label={say('text')} hint={say('textHint')} rows={8} width="full" />
          <Actions>
            <Button>{say('read')}</Button>
            <LinkButton kind="quiet" href="/orders">
              {say('cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </>
    ),
  }
}
