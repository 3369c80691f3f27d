import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { Figure, Figures, LinkButton, moment, Notice, PageHead, Section, Table } from '../../../ui/index.ts'
import { issueWords } from '../../results/report-words.ts'
import type { ReadFile } from '../contract.ts'
import { resultsUploadTexts } from '../texts.ts'
import { layoutText } from './layout-text.ts'

const fates = ['accepted', 'absent', 'repaired', 'rejected', 'withoutResult', 'passedOver'] as const

/** Report of one file: every row has one fate, and every remark says where, what was found and what was expected. */
export function filePage(file: ReadFile, env: PageEnv): Page {
  const t = translator(resultsUploadTexts, env.lang)
  const href = `/imports/results/${file.id}`
  return {
    title: file.fileName,
    trail: [
      { text: t('title'), href: '/imports/results' },
      { text: t('upload.title', { when: moment(file.at, env.lang, env.timeZone) }), href },
    ],
    wide: true,
    body: (
      <>
        <PageHead
          title={file.fileName}
          lead={file.layout ? layoutText(file.layout, env.lang) : t('file.title')}
          actions={
            file.rows && <LinkButton href={`${href}/files/${file.place}/report.xlsx`}>{t('file.download')}</LinkButton>
          }
        />
        {file.refusal && (
          <Notice kind="error">
            <p>{env.refusalText(file.refusal)}</p>
            {file.state === 'unknown-layout' && (
              <p>
                <a href={`${href}/files/${file.place}/columns`}>{t('upload.columns')}</a>
              </p>
            )}
          </Notice>
        )}
        {file.rows && (
          <>
            <Figures>
              {fates.map(fate => (
                <Figure
                  key={fate}
                  label={t(`file.rows.${fate}`)}
                  value={file.rows![fate]}
                  unit={t('upload.rows', { n: file.rows![fate] })}
                />
              ))}
            </Figures>
            <Remarks file={file} env={env} />
          </>
        )}
      </>
    ),
  }
}

function Remarks({ file, env }: { file: ReadFile; env: PageEnv }) {
  const t = translator(resultsUploadTexts, env.lang)
  const total = Object.values(file.counts).reduce((sum, count) => sum + count, 0)
  return (
    <Section title={t('file.problems')}>
      {total > file.issues.length && <p>{t('file.first', { total })}</p>}
      <Table
        caption={t('file.problems')}
        hideCaption
        dense
        rows={file.issues.map(issue => ({ issue, words: issueWords(issue, env.lang) }))}
        rowKey={({ issue }, index) => `${issue.sheet} ${issue.row} ${issue.code} ${index}`}
        empty={<p class="soft">{t('file.noProblems')}</p>}
        columns={[
          { key: 'where', head: t('file.where'), rowHead: true, width: '28%', cell: ({ words }) => words.place },
          { key: 'problem', head: t('file.problem'), width: '34%', cell: ({ words }) => words.message },
          { key: 'found', head: t('file.found'), cell: ({ words }) => words.found },
          { key: 'expected', head: t('file.expected'), cell: ({ words }) => words.expected },
          { key: 'fate', head: t('file.fate'), nowrap: true, cell: ({ issue }) => t(`file.fates.${issue.fate}`) },
        ]}
      />
    </Section>
  )
}
