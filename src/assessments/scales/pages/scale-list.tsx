import type { Page, PageEnv } from '../../../core/web/index.ts'
import { EmptyState, FilterBar, PageHead, Select, Status, Table } from '../../../ui/index.ts'
import type { ScaleList } from '../shapes.ts'
import { originText, scaleHref, textsOf, thresholdsText } from './scale-parts.tsx'

/** Which scale counts where, and where one is missing. */
export function scaleListPage({ years, year, places }: ScaleList, env: PageEnv): Page {
  const t = textsOf(env)
  return {
    title: t('title'),
    trail: [{ text: t('results'), href: '/results' }],
    body: (
      <>
        <PageHead title={t('title')} lead={t('lead')} />
        {years.length > 1 && (
          <FilterBar action="/results/scales" label={t('filter')}>
            <Select
              name="year"
              label={t('filter')}
              value={String(year ?? '')}
              options={years.map(one => ({ value: String(one), text: String(one) }))}
            />
          </FilterBar>
        )}
        <Table
          caption={year === null ? t('captionEmpty') : t('caption', { year: String(year) })}
          rows={places}
          rowKey={row => row.key}
          empty={<EmptyState title={t('empty')} />}
          columns={[
            {
              key: 'place',
              head: t('col.place'),
              rowHead: true,
              width: '32%',
              cell: ({ key, procedure, subject, grade }) => (
                <a href={scaleHref(key)}>{t('place', { procedure, subject, grade })}</a>
              ),
            },
            {
              key: 'thresholds',
              head: t('col.thresholds'),
              cell: ({ scale, unknown }) =>
                scale ? (
                  thresholdsText(t, scale.thresholds)
                ) : unknown > 0 ? (
                  <Status kind="warning">{t('none')}</Status>
                ) : (
                  t('printedOnly')
                ),
            },
            { key: 'origin', head: t('col.origin'), cell: ({ scale }) => scale && originText(t, scale) },
            {
              key: 'unknown',
              head: t('col.unknown'),
              width: '14%',
              cell: ({ unknown }) =>
                unknown > 0 ? t('unknownOf', { n: unknown }) : <span class="soft">{t('known')}</span>,
            },
          ]}
        />
      </>
    ),
  }
}
