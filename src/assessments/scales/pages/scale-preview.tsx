import type { Page, PageEnv } from '../../../core/web/index.ts'
import { ConfirmForm, DefinitionList, figure, Notice, PageHead, Table } from '../../../ui/index.ts'
import type { ScalePreview } from '../shapes.ts'
import { placeName, scaleHref, textsOf, thresholdsText } from './scale-parts.tsx'

/** What a scale would change, and the button that sets it. */
export function scalePreviewPage({ page, fields, thresholds, effect }: ScalePreview, env: PageEnv): Page {
  const t = textsOf(env)
  const { lang } = env
  const href = scaleHref(page.key)
  const name = placeName(t, page)
  const shown = (value: number | null) =>
    value === null ? <span class="soft">{t('preview.notKnown')}</span> : figure(value, lang)
  return {
    title: t('preview.title'),
    trail: [
      { text: t('results'), href: '/results' },
      { text: t('title'), href: `/results/scales?year=${page.year}` },
      { text: name, href },
    ],
    body: (
      <>
        <PageHead title={t('preview.title')} lead={name} />
        <DefinitionList
          missing={t('none')}
          items={[
            { term: t('current'), value: page.scale && thresholdsText(t, page.scale.thresholds) },
            { term: t('col.after'), value: thresholds ? thresholdsText(t, thresholds) : t('preview.back') },
            { term: t('col.source'), value: fields.source },
          ]}
        />
        <Notice>
          {t('preview.lead', { cells: effect.cells })}{' '}
          {effect.printed > 0 && t('preview.printed', { n: effect.printed })}
        </Notice>
        <Table
          caption={t('preview.caption')}
          rows={effect.schools}
          rowKey={row => row.id}
          empty={<p>{t('preview.nothing')}</p>}
          columns={[
            { key: 'school', head: t('col.school'), rowHead: true, cell: row => row.name },
            { key: 'n', head: t('col.participants'), numeric: true, cell: row => figure(row.participants, lang) },
            { key: 'before', head: t('col.before'), numeric: true, cell: row => shown(row.before) },
            { key: 'after', head: t('col.after'), numeric: true, cell: row => shown(row.after) },
          ]}
        />
        <ConfirmForm
          action={href}
          confirm={t(thresholds ? 'preview.confirm' : 'preview.confirmBack')}
          cancel={t('preview.cancel')}
          cancelHref={href}
          hidden={{ ...fields, edition: page.edition }}
        >
          {null}
        </ConfirmForm>
      </>
    ),
  }
}
