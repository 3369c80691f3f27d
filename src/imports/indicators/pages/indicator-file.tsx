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
import type { IndicatorFile } from '../contract.ts'
import { columnName, FactCell, type T, textsIn } from './fact.tsx'

export function indicatorFilePage(file: IndicatorFile, env: PageEnv): Page {
  const t = textsIn(env.lang)
  const { totals, left } = file.report
  const href = `/imports/indicators/${file.id}`
  const form = formState(env, 'imports.apply-indicators', {})
  const changesSomething = totals.created + totals.changed > 0
  return {
    title: file.fileName,
    trail: [
      { text: t('table.title'), href: '/results/indicators' },
      { text: t('files.title'), href: '/imports/indicators' },
    ],
    wide: true,
    body: (
      <>
        <PageHead title={file.fileName} lead={t('file.lead', { schools: file.report.schools })} />
        {file.state === 'applied' && <Notice kind="success">{t('file.applied')}</Notice>}
        {file.state === 'put-aside' && <Notice kind="info">{t('file.putAsideDone')}</Notice>}
        {file.state === 'waiting' && (
          <Notice kind={changesSomething ? 'warning' : 'info'}>
            {changesSomething ? t('file.waiting') : t('file.nothing')}
          </Notice>
        )}
        <Figures>
          {(['created', 'changed', 'same', 'blank', 'rejected'] as const).map(fate => (
            <Figure
              key={fate}
              label={t(`totals.${fate}`)}
              value={totals[fate]}
              unit={t(fate === 'blank' ? 'totals.cells' : 'totals.unit', { n: totals[fate] })}
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
        {left.length > 0 && <Notice kind="info">{t('file.left', { columns: left.join(', ') })}</Notice>}
        <Indicators file={file} t={t} />
        <Problems file={file} t={t} />
        {file.changes.length > 0 && <Changes file={file} t={t} env={env} />}
      </>
    ),
  }
}

function Indicators({ file, t }: { file: IndicatorFile; t: T }) {
  if (file.report.indicators.length === 0) return null
  return (
    <Section title={t('file.indicators')}>
      <Table
        caption={t('file.indicators')}
        hideCaption
        dense
        rows={file.report.indicators}
        rowKey={one => one.name}
        columns={[
          { key: 'name', head: t('file.indicator'), rowHead: true, width: '30%', cell: one => columnName(t, one) },
          { key: 'years', head: t('file.years'), cell: one => one.years.join(', ') },
          { key: 'facts', head: t('file.facts'), numeric: true, cell: one => one.facts },
          {
            key: 'remark',
            head: t('file.remark'),
            width: '40%',
            cell: one =>
              one.looksLikeParts ? (
                <strong>{t('file.looksLikeParts')}</strong>
              ) : one.known ? (
                <span class="soft">{t('file.fine')}</span>
              ) : (
                t('file.notKnown')
              ),
          },
        ]}
      />
    </Section>
  )
}

function Problems({ file, t }: { file: IndicatorFile; t: T }) {
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
          { key: 'row', head: t('file.row'), rowHead: true, numeric: true, width: '80', cell: one => one.row },
          { key: 'column', head: t('file.column'), width: '22%', cell: one => one.column },
          {
            key: 'found',
            head: t('file.found'),
            width: '22%',
            cell: one => one.found || <span class="soft">{t('file.nothingFound')}</span>,
          },
          { key: 'problem', head: t('file.problem'), cell: one => t(`problems.${one.code as 'contradicts'}`) },
        ]}
      />
    </Section>
  )
}

function Changes({ file, t, env }: { file: IndicatorFile; t: T; env: PageEnv }) {
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
        rowKey={one => `${one.schoolId} ${one.indicator} ${one.year}`}
        columns={[
          { key: 'row', head: t('file.row'), numeric: true, width: '80', cell: one => one.row },
          {
            key: 'school',
            head: t('file.school'),
            rowHead: true,
            width: '22%',
            cell: one => <a href={`/results/schools/${one.schoolId}/indicators`}>{one.school}</a>,
          },
          {
            key: 'indicator',
            head: t('file.indicator'),
            cell: one => columnName(t, { name: one.indicator, unit: one.unit }),
          },
          { key: 'year', head: t('file.year'), cell: one => one.year },
          {
            key: 'before',
            head: t('file.before'),
            cell: one => <FactCell fact={one.before} unit={one.unit} lang={env.lang} />,
          },
          {
            key: 'after',
            head: t('file.after'),
            cell: one => <FactCell fact={one.after} unit={one.unit} lang={env.lang} />,
          },
        ]}
      />
    </Section>
  )
}
