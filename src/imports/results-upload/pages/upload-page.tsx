import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Button,
  Figure,
  Figures,
  Form,
  formState,
  moment,
  Notice,
  PageHead,
  ProgressBar,
  Section,
} from '../../../ui/index.ts'
import type { UploadPage } from '../contract.ts'
import { resultsUploadTexts } from '../texts.ts'
import { Changes, Clashes, Verdicts } from './changes.tsx'
import { Files } from './files.tsx'
import { UnknownCodes } from './unknown-codes.tsx'

export function uploadPage(upload: UploadPage, env: PageEnv): Page {
  const t = translator(resultsUploadTexts, env.lang)
  const reading = upload.state === 'reading'
  return {
    title: t('upload.title', { when: moment(upload.at, env.lang, env.timeZone) }),
    trail: [{ text: t('title'), href: '/imports/results' }],
    wide: true,
    islands: reading ? ['upload-progress'] : [],
    body: (
      <>
        <PageHead title={t('upload.title', { when: moment(upload.at, env.lang, env.timeZone) })} lead={upload.sender} />
        {reading && <Reading upload={upload} env={env} />}
        {upload.state === 'interrupted' && <Notice kind="error">{t('reading.interrupted')}</Notice>}
        {upload.state === 'applied' && <Notice kind="success">{t('upload.applied')}</Notice>}
        {upload.state === 'put-aside' && <Notice kind="info">{t('upload.putAside')}</Notice>}
        {upload.state === 'waiting' && <Waiting upload={upload} env={env} />}
        {!reading && upload.files.length > 0 && (
          <Figures>
            {(['accepted', 'repaired', 'rejected'] as const).map(fate => (
              <Figure
                key={fate}
                label={t(`upload.${fate}`)}
                value={upload.totals[fate]}
                unit={t('upload.rows', { n: upload.totals[fate] })}
              />
            ))}
          </Figures>
        )}
        {upload.state === 'waiting' && upload.clashCount > 0 && <Clashes upload={upload} env={env} />}
        {upload.unknownCodes.length > 0 && <UnknownCodes upload={upload} env={env} />}
        {upload.changes && upload.changes.byProcedure.length > 0 && <Changes changes={upload.changes} env={env} />}
        {upload.verdicts && upload.changes && upload.changes.byProcedure.length > 0 && (
          <Verdicts verdicts={upload.verdicts} env={env} />
        )}
        <Files upload={upload} env={env} />
      </>
    ),
  }
}

function Reading({ upload, env }: { upload: UploadPage; env: PageEnv }) {
  const t = translator(resultsUploadTexts, env.lang)
  return (
    <Section title={t('reading.heading')}>
      <div
        class="stack"
        data-island="upload-progress"
        data-address={`/api/v1/imports/results/${upload.id}`}
        role="status"
      >
        <ProgressBar label={t('reading.progress')} value={upload.filesDone} max={upload.filesTotal} />
        <p>{t('reading.leave')}</p>
        <p>
          <a class="button button--secondary" href={`/imports/results/${upload.id}`}>
            {t('reading.refresh')}
          </a>
        </p>
      </div>
    </Section>
  )
}

function Waiting({ upload, env }: { upload: UploadPage; env: PageEnv }) {
  const t = translator(resultsUploadTexts, env.lang)
  const href = `/imports/results/${upload.id}`
  const form = formState(env, 'imports.apply-results', {})
  const { changes } = upload
  const changesSomething = changes !== null && changes.added + changes.changed > 0
  const empty = changes !== null && !changesSomething && changes.same === 0
  const kind = changesSomething || upload.clashCount > 0 ? 'warning' : 'info'
  const words =
    !changes || changesSomething ? 'waiting' : !empty ? 'nothing' : upload.unknownCount > 0 ? 'nobodys' : 'empty'
  return (
    <>
      <Notice kind={kind}>{t(`upload.${words}`)}</Notice>
      <div class="actions">
        {changesSomething && (
          <Form action={`${href}/apply`} form={form} version={upload.version} inline>
            <Button>{t('upload.apply')}</Button>
          </Form>
        )}
        <Form action={`${href}/put-aside`} version={upload.version} inline>
          <Button kind="quiet">{t('upload.putAsideButton')}</Button>
        </Form>
      </div>
    </>
  )
}
