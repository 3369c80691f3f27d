import type { ComponentChildren } from 'preact'
import { type Lang, translator } from '../../core/base/index.ts'
import type { Page } from '../../core/web/index.ts'
import { Breadcrumbs, LangContext, Notice, TextInput } from '../../ui/index.ts'
import type { Assets } from './assets.ts'
import type { ShownNavigation } from './navigation.ts'
import { webTexts } from './texts.ts'

/** What stands around a page. */
export interface FrameView {
  readonly lang: Lang
  readonly assets: Assets
  readonly version: string
  /** Null before sign-in. */
  readonly person: { readonly name: string; readonly seat: string | null; readonly manySeats: boolean } | null
  readonly territory: string | null
  readonly navigation: ShownNavigation
  /** Address of the page: where a change of language comes back to. */
  readonly url: string
  readonly flash: string | null
}

/** A whole document: head, header, navigation, page, footer. */
export function Document({ page, frame }: { readonly page: Page; readonly frame: FrameView }) {
  const t = translator(webTexts, frame.lang)
  return (
    <html lang={frame.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{page.title === t('product') ? page.title : `${page.title} — ${t('product')}`}</title>
        {frame.assets.fonts.map(href => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={frame.assets.styles} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {(page.islands ?? []).map(name => (
          <script key={name} type="module" src={islandHref(frame.assets, name)} />
        ))}
      </head>
      <body>
        <LangContext.Provider value={frame.lang}>
          <Frame frame={frame} wide={page.wide ?? false}>
            {page.trail && <Breadcrumbs trail={[{ text: t('frame.home'), href: '/' }, ...page.trail]} />}
            <main id="content" tabindex={-1}>
              {frame.flash && (
                <div class="frame-flash">
                  <Notice kind="success" live>
                    <FlashText text={frame.flash} label={t('frame.address')} open={t('frame.openAddress')} />
                  </Notice>
                </div>
              )}
              {page.body}
            </main>
          </Frame>
        </LangContext.Provider>
      </body>
    </html>
  )
}

/** A confirmation. An address with which it ends stands in a field of its own, to be copied, and can be opened. */
function FlashText({ text, label, open }: { readonly text: string; readonly label: string; readonly open: string }) {
  const [, words, address] = /^(.*?)\s*(https?:\/\/\S+)$/s.exec(text) ?? []
  if (!address) return <p>{text}</p>
  return (
    <>
      <p>{words}</p>
      <div class="frame-flash__address">
        <TextInput name="address" id="flash-address" label={label} value={address} width="full" readOnly hideLabel />
        <a href={address}>{open}</a>
      </div>
    </>
  )
}

function Frame({ frame, wide, children }: { frame: FrameView; wide: boolean; children: ComponentChildren }) {
  const t = translator(webTexts, frame.lang)
  const width = wide ? 'frame-width frame-width--wide' : 'frame-width'
  return (
    <>
      <a class="skip-link" href="#content">
        {t('frame.skip')}
      </a>
      <header class="frame-header">
        <div class={width}>
          <a class="frame-header__product" href="/">
            <Mark />
            {t('product')}
          </a>
          {frame.territory && <span class="frame-header__territory">{frame.territory}</span>}
          <Account frame={frame} />
        </div>
      </header>
      {frame.navigation.length > 0 && <Navigation frame={frame} width={width} />}
      <div class={`frame-body ${width}`}>{children}</div>
      <footer class="frame-footer">
        <div class={width}>
          <span>{t('frame.footer', { version: frame.version })}</span>
          <a href="/api">{t('frame.api')}</a>
        </div>
      </footer>
    </>
  )
}

function Account({ frame }: { readonly frame: FrameView }) {
  const t = translator(webTexts, frame.lang)
  const other: Lang = frame.lang === 'ru' ? 'en' : 'ru'
  return (
    <div class="frame-account">
      {frame.person && (
        <span class="frame-account__person">
          <a href="/sessions" title={t('frame.sessions')}>
            {frame.person.name}
          </a>
          {frame.person.seat && <span class="frame-account__seat">{frame.person.seat}</span>}
        </span>
      )}
      {frame.person?.manySeats && <a href="/seat">{t('frame.changeSeat')}</a>}
      <form method="post" action="/language">
        <input type="hidden" name="lang" value={other} />
        <input type="hidden" name="next" value={frame.url} />
        <button type="submit" lang={other}>
          {t('frame.otherLanguage')}
        </button>
      </form>
      {frame.person && (
        <form method="post" action="/sign-out">
          <button type="submit">{t('frame.signOut')}</button>
        </form>
      )}
    </div>
  )
}

/** On a wide screen a row of links; on a narrow one the browser's own popover, which needs no script. */
function Navigation({ frame, width }: { readonly frame: FrameView; readonly width: string }) {
  const t = translator(webTexts, frame.lang)
  return (
    <nav class="frame-nav" aria-label={t('frame.navigation')}>
      <div class={width}>
        <button class="frame-nav__button" type="button" popovertarget="frame-menu">
          {t('frame.menu')}
        </button>
        <div class="frame-nav__menu" id="frame-menu" popover="auto">
          {frame.navigation.map(({ group, entries }) => (
            <ul key={group} class="frame-nav__group" aria-label={t(`home.${group}`)}>
              {entries.map(entry => (
                <li key={entry.href}>
                  <a href={entry.href} aria-current={entry.current ? 'page' : undefined}>
                    {entry.text}
                  </a>
                </li>
              ))}
            </ul>
          ))}
        </div>
      </div>
    </nav>
  )
}

/** Three supports under a beam: the sign of the product. */
function Mark() {
  return (
    <svg class="frame-header__mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M2 4h20v4H2zM4 10h3v10H4zM10.5 10h3v10h-3zM17 10h3v10h-3z" fill="currentColor" />
    </svg>
  )
}

function islandHref(assets: Assets, name: string): string {
  const href = assets.islands.get(name)
  if (!href) throw new Error(`no island is called "${name}"`)
  return href
}
