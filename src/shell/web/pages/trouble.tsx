import { type KeyOf, type Lang, translator } from '../../../core/base/index.ts'
import type { Page } from '../../../core/web/index.ts'
import { Actions, LinkButton, PageHead } from '../../../ui/index.ts'
import { webTexts } from '../texts.ts'

type TitleKey = KeyOf<(typeof webTexts)['ru']['trouble']>

const titles: Readonly<Record<number, TitleKey>> = {
  403: 'forbidden',
  404: 'notFound',
  405: 'method',
  409: 'conflict',
  413: 'tooLarge',
  415: 'unsupported',
  500: 'bug',
  503: 'busy',
}

/** A refusal or a bug as a page: what happened, what to do, two ways out. */
export function troublePage(
  lang: Lang,
  status: number,
  message: string,
  requestId: string,
  backHref: string | null,
): Page {
  const t = translator(webTexts, lang)
  const title = t(`trouble.${titles[status] ?? 'invalid'}`)
  return {
    title,
    body: (
      <>
        <PageHead title={title} />
        <div class="prose stack">
          <p>{message}</p>
          <Actions>
            {backHref && <LinkButton href={backHref}>{t('trouble.back')}</LinkButton>}
            <LinkButton kind={backHref ? 'quiet' : 'secondary'} href="/">
              {t('trouble.home')}
            </LinkButton>
          </Actions>
          {status >= 500 && <p class="soft small">{t('trouble.number', { requestId })}</p>}
        </div>
      </>
    ),
  }
}
