import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { Actions, Button, Form, formState, PageHead, Table } from '../../../ui/index.ts'
import { columnMeanings } from '../../results/mapped-layout.ts'
import type { UnknownTable } from '../contract.ts'
import { resultsUploadTexts } from '../texts.ts'

/** Which column of an unknown table is what. Values of its rows are not shown: they may be names. */
export function columnsPage(table: UnknownTable, env: PageEnv): Page {
  const t = translator(resultsUploadTexts, env.lang)
  const href = `/imports/results/${table.id}`
  const form = formState(env, 'imports.name-columns', {})
  return {
    title: t('columns.title'),
    trail: [
      { text: t('title'), href: '/imports/results' },
      { text: table.fileName, href },
    ],
    islands: ['column-drag'],
    body: (
      <>
        <PageHead title={t('columns.title')} lead={t('columns.lead')} />
        <div class="stack" data-island="column-drag" hidden>
          <p>{t('columns.drag')}</p>
          <ul class="columns-page__palette" aria-hidden="true">
            {columnMeanings.map(meaning => (
              <li key={meaning} data-meaning={meaning}>
                {t(`columns.meanings.${meaning}`)}
              </li>
            ))}
          </ul>
        </div>
        <Form action={`${href}/files/${table.place}/columns`} form={form} version={table.version}>
          <Table
            caption={table.fileName}
            dense
            rows={table.columns}
            rowKey={(column, index) => `${index} ${column.heading}`}
            columns={[
              { key: 'heading', head: t('columns.heading'), rowHead: true, width: '38%', cell: one => one.heading },
              {
                key: 'filled',
                head: t('columns.filled'),
                width: '26%',
                cell: one => t('columns.filledOf', { of: one.of, filled: one.filled, numbers: one.numbers }),
              },
              {
                key: 'meaning',
                head: t('columns.meaning'),
                cell: (one, index) => (
                  <>
                    <input type="hidden" name={`columns[${index}].heading`} value={one.heading} />
                    <select
                      class="input"
                      name={`columns[${index}].meaning`}
                      aria-label={`${t('columns.meaning')}: ${one.heading}`}
                    >
                      <option value="" selected={one.meaning === ''}>
                        {t('columns.ignore')}
                      </option>
                      {columnMeanings.map(meaning => (
                        <option key={meaning} value={meaning} selected={meaning === one.meaning}>
                          {t(`columns.meanings.${meaning}`)}
                        </option>
                      ))}
                    </select>
                  </>
                ),
              },
            ]}
          />
          <Actions>
            <Button>{t('columns.submit')}</Button>
          </Actions>
        </Form>
      </>
    ),
  }
}
