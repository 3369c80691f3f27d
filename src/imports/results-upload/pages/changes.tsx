import { translator } from '../../../core/base/index.ts'
import type { PageEnv } from '../../../core/web/index.ts'
import { Figure, Figures, Section, Table } from '../../../ui/index.ts'
import type { UploadPage } from '../contract.ts'
import { resultsUploadTexts } from '../texts.ts'
import { figuresText, slotText, unitText } from './in-words.ts'

type ChangesOf = NonNullable<UploadPage['changes']>

/** What would change in the results: how much of each procedure, and every corrected figure before and after. */
export function Changes({ changes, env }: { changes: ChangesOf; env: PageEnv }) {
  const t = translator(resultsUploadTexts, env.lang)
  return (
    <Section title={t('changes.heading')}>
      <div class="stack">
        <Figures>
          {(['added', 'changed', 'same'] as const).map(fate => (
            <Figure
              key={fate}
              label={t(`changes.${fate}`)}
              value={changes[fate]}
              unit={t('changes.cells', { n: changes[fate] })}
            />
          ))}
          <Figure label={t('changes.schools')} value={changes.schools} />
        </Figures>
        <p class="soft">{t('upload.cellsHint')}</p>
        <Table
          caption={t('changes.byProcedure')}
          dense
          rows={changes.byProcedure}
          rowKey={slot => slotText(slot, env.lang)}
          columns={[
            {
              key: 'what',
              head: t('changes.procedure'),
              rowHead: true,
              width: '52%',
              cell: slot => slotText(slot, env.lang),
            },
            { key: 'added', head: t('changes.added'), numeric: true, cell: slot => slot.added },
            { key: 'changed', head: t('changes.changed'), numeric: true, cell: slot => slot.changed },
            { key: 'same', head: t('changes.same'), numeric: true, cell: slot => slot.same },
          ]}
        />
        {changes.changedCells.length > 0 && (
          <Table
            caption={t('changes.changedCells')}
            dense
            rows={changes.changedCells}
            rowKey={(cell, index) => `${index} ${cell.school}`}
            columns={[
              { key: 'school', head: t('changes.school'), rowHead: true, width: '20%', cell: cell => cell.school },
              { key: 'what', head: t('changes.what'), width: '30%', cell: cell => unitText(cell, env.lang) },
              { key: 'before', head: t('changes.before'), cell: cell => figuresText(cell.before, env.lang) },
              { key: 'after', head: t('changes.after'), cell: cell => figuresText(cell.after, env.lang) },
            ]}
          />
        )}
      </div>
    </Section>
  )
}

/** Schools that would enter or leave a list under the newest runs. */
export function Verdicts({ verdicts, env }: { verdicts: NonNullable<UploadPage['verdicts']>; env: PageEnv }) {
  const t = translator(resultsUploadTexts, env.lang)
  const names = (schools: readonly string[]) => (schools.length > 0 ? schools.join(', ') : null)
  return (
    <Section title={t('changes.verdicts')}>
      <p class="soft">{t('changes.verdictsLead')}</p>
      <Table
        caption={t('changes.verdicts')}
        hideCaption
        dense
        rows={verdicts}
        rowKey={one => `${one.methodology} ${one.list}`}
        groupOf={one => one.methodology}
        empty={<p>{t('changes.verdictsSame')}</p>}
        columns={[
          { key: 'list', head: t('changes.list'), rowHead: true, width: '25%', cell: one => one.list },
          { key: 'entered', head: t('changes.entered'), cell: one => names(one.entered) },
          { key: 'left', head: t('changes.left'), cell: one => names(one.left) },
          { key: 'lostSight', head: t('changes.lostSight'), cell: one => names(one.lostSight) },
        ]}
      />
    </Section>
  )
}

/** Cells that several files name at once. */
export function Clashes({ upload, env }: { upload: UploadPage; env: PageEnv }) {
  const t = translator(resultsUploadTexts, env.lang)
  return (
    <Section title={t('clashes.heading')}>
      <p>{t('clashes.lead')}</p>
      {upload.clashCount > upload.clashes.length && (
        <p>{t('clashes.first', { shown: upload.clashes.length, total: upload.clashCount })}</p>
      )}
      <Table
        caption={t('clashes.heading')}
        hideCaption
        dense
        rows={upload.clashes}
        rowKey={(clash, index) => `${index} ${clash.school}`}
        columns={[
          { key: 'school', head: t('clashes.school'), rowHead: true, width: '22%', cell: clash => clash.school },
          { key: 'what', head: t('clashes.what'), width: '33%', cell: clash => unitText(clash, env.lang) },
          { key: 'files', head: t('clashes.files'), cell: clash => clash.files.join('; ') },
        ]}
      />
    </Section>
  )
}
