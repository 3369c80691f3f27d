import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  Figure,
  Figures,
  Form,
  formState,
  Notice,
  PageHead,
  Section,
  Table,
} from '../../../ui/index.ts'
import type { RegisterFile } from '../contract.ts'
import { registersTexts } from '../texts.ts'

type T = ReturnType<typeof translator<typeof registersTexts.ru>>

export function registerFilePage(file: RegisterFile, env: PageEnv): Page {
  const t = translator(registersTexts, env.lang)
  const { totals } = file.report
  const href = `/imports/registers/${file.id}`
  const form = formState(env, 'imports.apply-register', {})
  const changesSomething = totals.created + totals.changed > 0
  return {
    title: file.fileName,
    trail: [{ text: t('title'), href: '/imports/registers' }],
    wide: true,
    body: (
      <>
        <PageHead title={file.fileName} lead={t(`kinds.${file.kind}`)} />
        {file.state === 'applied' && <Notice kind="success">{t('file.applied')}</Notice>}
        {file.state === 'put-aside' && <Notice kind="info">{t('file.putAsideDone')}</Notice>}
        {file.state === 'waiting' && (
          <Notice kind={changesSomething ? 'warning' : 'info'}>
            {changesSomething ? t('file.waiting') : t('file.nothing')}
          </Notice>
        )}
        <Figures>
          {(['created', 'changed', 'same', 'rejected'] as const).map(fate => (
            <Figure
              key={fate}
              label={t(`totals.${fate}`)}
              value={totals[fate]}
              unit={t('totals.unit', { n: totals[fate] })}
            />
          ))}
        </Figures>
        {file.state === 'waiting' && (
          <div class="actions">
            {changesSomething && (
              <Form action={`${href}/apply`} form={form} version={file.version} inline>
                <Button>{t('file.apply')}</Button>
              </Form>
            )}
            <Form action={`${href}/put-aside`} version={file.version} inline>
              <Actions>
                <Button kind="quiet">{t('file.putAside')}</Button>
              </Actions>
            </Form>
          </div>
        )}
        {file.report.unknownColumns.length > 0 && (
          <Notice kind="info">{t('file.unknown', { columns: file.report.unknownColumns.join(', ') })}</Notice>
        )}
        <Problems file={file} t={t} />
        {file.changes.length > 0 && <Changes file={file} t={t} />}
      </>
    ),
  }
}

function Problems({ file, t }: { file: RegisterFile; t: T }) {
  const { problems, problemCounts } = file.report
  const total = Object.values(problemCounts).reduce((sum, count) => sum + count, 0)
  return (
    <Section title={t('file.problems')}>
      {total > problems.length && <p>{t('file.problemsFirst', { total })}</p>}
      <Table
        caption={t('file.problems')}
        hideCaption
        dense
        rows={problems}
        rowKey={(problem, index) => `${problem.row} ${problem.code} ${index}`}
        empty={<p class="soft">{t('file.noProblems')}</p>}
        columns={[
          { key: 'row', head: t('file.row'), rowHead: true, numeric: true, width: '80', cell: problem => problem.row },
          { key: 'column', head: t('file.column'), cell: problem => problem.column && t(`columns.${problem.column}`) },
          {
            key: 'found',
            head: t('file.found'),
            cell: problem => problem.found || <span class="soft">{t('file.empty')}</span>,
          },
          {
            key: 'problem',
            head: t('file.problem'),
            width: '45%',
            cell: problem => t(`problems.${problem.code as 'name-missing'}`),
          },
          {
            key: 'fate',
            head: t('file.fate'),
            nowrap: true,
            cell: problem => (problem.repaired ? t('file.taken') : t('file.notTaken')),
          },
        ]}
      />
    </Section>
  )
}

function Changes({ file, t }: { file: RegisterFile; t: T }) {
  const label = (field: string) =>
    field in registersTexts.ru.columns ? t(`columns.${field as 'name'}`).toLowerCase() : field
  return (
    <Section title={t('file.changes')}>
      {file.changeCount > file.changes.length && (
        <p>{t('file.changesFirst', { shown: file.changes.length, total: file.changeCount })}</p>
      )}
      <Table
        caption={t('file.changes')}
        hideCaption
        dense
        rows={file.changes}
        rowKey={change => String(change.row)}
        columns={[
          { key: 'row', head: t('file.row'), rowHead: true, numeric: true, width: '80', cell: change => change.row },
          { key: 'name', head: t('file.name'), width: '45%', cell: change => change.name },
          {
            key: 'does',
            head: t('file.does'),
            cell: change =>
              change.does === 'create'
                ? t('file.create')
                : t('file.change', {
                    fields: change.fields
                      .map(one => `${label(one.field)} «${one.before || '—'}» → «${one.after}»`)
                      .join('; '),
                  }),
          },
        ]}
      />
    </Section>
  )
}
