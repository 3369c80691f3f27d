import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv, Waiting } from '../../../core/web/index.ts'
import { EmptyState, PageHead, Section, Status, Table } from '../../../ui/index.ts'
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
            <Table
              caption={t('home.waiting')}
              hideCaption
              rows={waiting}
              rowKey={row => row.href}
              empty={<EmptyState title={t('home.calm')}>{t('home.calmHelp')}</EmptyState>}
              columns={[
                {
                  key: 'what',
                  head: t('home.columnWhat'),
                  rowHead: true,
                  cell: row => (
                    <Status kind={row.kind}>
                      <a href={row.href}>{row.text}</a>
                    </Status>
                  ),
                },
                {
                  key: 'count',
                  head: t('home.columnCount'),
                  numeric: true,
                  width: '140',
                  cell: row => row.count ?? '',
                },
              ]}
            />
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
