import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  FileInput,
  Form,
  formState,
  moment,
  PageHead,
  Section,
  Table,
  TextInput,
} from '../../../ui/index.ts'
import type { IndicatorFiles } from '../contract.ts'
import { textsIn } from './fact.tsx'

export function indicatorFilesPage({ files, file, known }: IndicatorFiles, env: PageEnv): Page {
  const t = textsIn(env.lang)
  const form = formState(env, 'imports.read-indicators', {})
  const recent = file === null ? t('files.recent') : t('files.ofName', { file })
  return {
    title: t('files.title'),
    trail: [
      { text: t('results'), href: '/results' },
      { text: t('table.title'), href: '/results/indicators' },
    ],
    body: (
      <>
        <PageHead title={t('files.title')} lead={t('files.lead')} />
        <Section title={t('files.heading')}>
          <div class="stack">
            <Form action="/imports/indicators" form={form} requestKey={env.requestKey()} multipart>
              <FileInput
                form={form}
                name="file"
                label={t('files.file')}
                hint={t('files.fileHint')}
                accept=".xlsx,.csv,.txt"
              />
              <TextInput form={form} name="year" label={t('files.year')} hint={t('files.yearHint')} width="short" />
              <Actions>
                <Button>{t('files.submit')}</Button>
              </Actions>
            </Form>
            <p>
              <a href="/imports/indicators/template.xlsx">{t('files.template')}</a>
            </p>
            <details>
              <summary>{t('files.words')}</summary>
              <p>{t('files.wordsText')}</p>
            </details>
          </div>
        </Section>
        <Section title={recent}>
          <Table
            caption={recent}
            hideCaption
            dense
            rows={files}
            rowKey={one => one.id}
            empty={<p class="soft">{file === null ? t('files.none') : t('files.noneOfName')}</p>}
            columns={[
              {
                key: 'file',
                head: t('files.file'),
                rowHead: true,
                width: '40%',
                cell: one => <a href={`/imports/indicators/${one.id}`}>{one.fileName}</a>,
              },
              { key: 'when', head: t('files.when'), nowrap: true, cell: one => moment(one.at, env.lang, env.timeZone) },
              { key: 'state', head: t('files.state'), cell: one => t(`fileStates.${one.state}`) },
              {
                key: 'values',
                head: t('files.values'),
                numeric: true,
                cell: one => (one.state === 'applied' ? one.report.totals.created + one.report.totals.changed : null),
              },
            ]}
          />
          {file !== null && (
            <p>
              <a href="/imports/indicators">{t('files.all')}</a>
            </p>
          )}
        </Section>
        <Section title={t('files.known')}>
          <p>{t('files.otherNames')}</p>
          <Table
            caption={t('files.known')}
            hideCaption
            dense
            rows={known}
            rowKey={one => one.name}
            columns={[
              { key: 'name', head: t('files.name'), rowHead: true, width: '25%', cell: one => one.name },
              {
                key: 'unit',
                head: t('files.unit'),
                cell: one => (one.unit === 'percent' ? t('files.percent') : t('files.number')),
              },
              { key: 'askedBy', head: t('files.askedBy'), cell: one => one.askedBy.join('; ') },
              { key: 'source', head: t('files.source'), width: '35%', cell: one => one.source },
            ]}
          />
        </Section>
      </>
    ),
  }
}
