import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv, Waiting } from '../../../core/web/index.ts'
import { EmptyState, PageHead, Section, Status } from '../../../ui/index.ts'
import type { ShownNavigation } from '../navigation.ts'
import { webTexts } from '../texts.ts'

/** What waits for the reader, and the way to every section. */
export function homePage(env: PageEnv, waiting: readonly Waiting[], places: ShownNavigation): Page {
  const t = translator(webTexts, env.lang)
  return {
    title: t('home.title'),
    body: (
      <>
        <PageHead title={t('home.title')} />
        <div class="stack-wide">
          <Section title={t('home.waiting')}>
            {waiting.length === 0 ? (
              <EmptyState title={t('home.calm')}>{t('home.calmHelp')}</EmptyState>
            ) : (
              <ul class="home-waiting">
                {waiting.map(row => (
                  <li key={row.href + row.text}>
                    <Status kind={row.kind}>
                      <a href={row.href}>{row.text}</a>
                    </Status>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {places.length > 0 && (
            <Section title={t('home.places')}>
              <div class="columns home-places">
                {places.map(({ group, entries }) => (
                  <div key={group}>
                    <h3>{t(`home.${group}`)}</h3>
                    <ul>
                      {entries.map(entry => (
                        <li key={entry.href}>
                          <a href={entry.href}>{entry.text}</a>
                        </li>
                      ))}
                    </ul>
                  </div>
                ))}
              </div>
            </Section>
          )}
        </div>
      </>
    ),
  }
}
