import { waves } from '../../../assessments/contract.ts'
import { type Lang, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  Fieldset,
  FileInput,
  Form,
  formState,
  moment,
  PageHead,
  Section,
  Select,
  Table,
  TextInput,
} from '../../../ui/index.ts'
import type { UploadRow, Uploads } from '../contract.ts'
import { uploadLimitMb } from '../limits.ts'
import { resultsUploadTexts } from '../texts.ts'

export function uploadsPage({ uploads }: Uploads, env: PageEnv): Page {
  const t = translator(resultsUploadTexts, env.lang)
  return {
    title: t('title'),
    body: (
      <>
        <PageHead title={t('title')} lead={t('lead')} />
        <Section title={t('send.heading')}>
          <SendForm env={env} />
        </Section>
        <Section title={t('recent.heading')}>
          <Table
            caption={t('recent.heading')}
            hideCaption
            dense
            rows={uploads}
            rowKey={upload => upload.id}
            empty={<p class="soft">{t('recent.empty')}</p>}
            columns={[
              {
                key: 'files',
                head: t('recent.files'),
                rowHead: true,
                width: '40%',
                cell: upload => <a href={`/imports/results/${upload.id}`}>{namesOf(upload, env.lang)}</a>,
              },
              {
                key: 'when',
                head: t('recent.when'),
                nowrap: true,
                cell: upload => moment(upload.at, env.lang, env.timeZone),
              },
              { key: 'sender', head: t('recent.sender'), cell: upload => upload.sender },
              { key: 'state', head: t('recent.state'), cell: upload => t(`states.${upload.state}`) },
            ]}
          />
        </Section>
      </>
    ),
  }
}

function namesOf({ firstName, filesTotal }: UploadRow, lang: Lang): string {
  const t = translator(resultsUploadTexts, lang)
  if (firstName === null) return t('recent.noFiles')
  return filesTotal > 1 ? t('recent.more', { name: firstName, n: filesTotal - 1 }) : firstName
}

function SendForm({ env }: { env: PageEnv }) {
  const t = translator(resultsUploadTexts, env.lang)
  const form = formState(env, 'imports.send-results', {})
  return (
    <div class="stack">
      <Form action="/imports/results" form={form} requestKey={env.requestKey()} multipart>
        <FileInput
          form={form}
          name="files"
          label={t('send.files')}
          hint={t('send.filesHint', { limitMb: uploadLimitMb })}
          accept=".xlsx,.csv,.txt,.zip"
          multiple
        />
        <FileInput
          name="files"
          id="folder"
          label={t('send.folder')}
          hint={t('send.folderHint')}
          folder
          multiple
          optional
        />
        <Fieldset legend={t('send.about')} hint={t('send.aboutHint')}>
          <div class="columns">
            <Select
              form={form}
              name="procedure"
              label={t('send.procedure')}
              empty={t('send.asPrinted')}
              options={['ВПР', 'ОГЭ', 'ЕГЭ', 'РПР', 'НИКО'].map(value => ({ value, text: value }))}
            />
            <TextInput form={form} name="subject" label={t('send.subject')} />
            <TextInput form={form} name="grade" label={t('send.grade')} inputMode="numeric" width="short" />
            <TextInput form={form} name="year" label={t('send.year')} inputMode="numeric" width="short" />
            <Select
              form={form}
              name="wave"
              label={t('send.wave')}
              empty={t('send.asPrinted')}
              options={waves.map(value => ({ value, text: t(`waves.${value}`) }))}
            />
          </div>
        </Fieldset>
        <Actions>
          <Button>{t('send.submit')}</Button>
        </Actions>
      </Form>
      <p>
        {t('send.template')} <a href="/imports/results/template/counts.xlsx">{t('send.templateCounts')}</a>
        {' · '}
        <a href="/imports/results/template/participants.xlsx">{t('send.templateParticipants')}</a>
      </p>
    </div>
  )
}
