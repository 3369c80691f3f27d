import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import { Actions, Button, FileInput, Form, formState, moment, PageHead, Section, Table } from '../../../ui/index.ts'
import type { RegisterFiles } from '../contract.ts'
import { registersTexts } from '../texts.ts'

const kinds = ['organisations', 'people', 'municipalities'] as const

export function registerFilesPage({ files }: RegisterFiles, env: PageEnv): Page {
  const t = translator(registersTexts, env.lang)
  const form = formState(env, 'imports.read-register', {})
  return {
    title: t('title'),
    body: (
      <>
        <PageHead title={t('title')} lead={t('lead')} />
        <Section title={t('upload.heading')}>
          <div class="stack">
            <Form action="/imports/registers" form={form} requestKey={env.requestKey()} multipart>
              <FileInput
                form={form}
                name="file"
                label={t('upload.file')}
                hint={t('upload.fileHint')}
                accept=".xlsx,.csv,.txt"
              />
              <Actions>
                <Button>{t('upload.submit')}</Button>
              </Actions>
            </Form>
            <p>
              {t('upload.templates')}{' '}
              {kinds
                .filter(kind => kind !== 'municipalities' || env.may('territory.write'))
                .map((kind, index) => (
                  <>
                    {index > 0 && ' · '}
                    <a href={`/imports/registers/template/${kind}`}>{t(`kinds.${kind}`)}</a>
                  </>
                ))}
            </p>
          </div>
        </Section>
        <Section title={t('recent.heading')}>
          <Table
            caption={t('recent.heading')}
            hideCaption
            dense
            rows={files}
            rowKey={file => file.id}
            empty={<p class="soft">{t('recent.empty')}</p>}
            columns={[
              {
                key: 'file',
                head: t('recent.file'),
                rowHead: true,
                width: '40%',
                cell: file => <a href={`/imports/registers/${file.id}`}>{file.fileName}</a>,
              },
              { key: 'kind', head: t('recent.kind'), cell: file => t(`kinds.${file.kind}`) },
              {
                key: 'when',
                head: t('recent.when'),
                nowrap: true,
                cell: file => moment(file.at, env.lang, env.timeZone),
              },
              { key: 'state', head: t('recent.state'), cell: file => t(`states.${file.state}`) },
              {
                key: 'rows',
                head: t('recent.rows'),
                numeric: true,
                cell: file =>
                  file.state === 'applied' ? file.report.totals.created + file.report.totals.changed : null,
              },
            ]}
          />
        </Section>
      </>
    ),
  }
}
