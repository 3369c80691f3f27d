import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { Actions, Button, Form, formState, PageHead, TextInput } from '../../../ui/index.ts'
import { webTexts } from '../texts.ts'

/** @param next where to go after signing in, an address of this site */
export function signInPage(env: PageEnv, next: string): Page {
  const t = translator(webTexts, env.lang)
  const form = formState(env, 'shell.sign-in')
  return {
    title: t('signIn.title'),
    body: (
      <div class="sign-in">
        <PageHead title={t('signIn.title')} lead={t('signIn.lead')} />
        <Form action="/sign-in" form={form} hidden={{ next }} refusedTitle={t('trouble.signIn')}>
          <TextInput
            form={form}
            name="login"
            label={t('signIn.login')}
            autocomplete="username"
            spellcheck={false}
            width="full"
          />
          <TextInput
            form={form}
            name="password"
            type="password"
            label={t('signIn.password')}
            autocomplete="current-password"
            width="full"
          />
          <Actions>
            <Button>{t('signIn.submit')}</Button>
          </Actions>
          <p class="soft small">{t('signIn.forgot')}</p>
        </Form>
      </div>
    ),
  }
}
