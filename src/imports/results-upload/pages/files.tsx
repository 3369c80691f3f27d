import { translator } from '../../../core/base/index.ts'
import type { PageEnv } from '../../../core/web/index.ts'
import { Button, Form, moment, Section, Table } from '../../../ui/index.ts'
import type { FileRow, UploadPage } from '../contract.ts'
import { resultsUploadTexts } from '../texts.ts'
import { layoutText } from './layout-text.ts'

/** The files of an upload: what each was taken for, what came of its rows, and the way to its report. */
export function Files({ upload, env }: { upload: UploadPage; env: PageEnv }) {
  const t = translator(resultsUploadTexts, env.lang)
  if (upload.files.length === 0) return null
  const canChange = upload.state === 'waiting'
  return (
    <Section title={t('upload.files')}>
      <Table
        caption={t('upload.files')}
        hideCaption
        dense
        rows={upload.files}
        rowKey={file => String(file.place)}
        columns={[
          {
            key: 'file',
            head: t('upload.file'),
            rowHead: true,
            width: '26%',
            cell: file => (
              <>
                <a href={`/imports/results/${upload.id}/files/${file.place}`}>{file.fileName}</a>
                {file.knownSince && (
                  <div class="soft">
                    {t('upload.knownSince', { when: moment(file.knownSince, env.lang, env.timeZone) })}
                  </div>
                )}
              </>
            ),
          },
          {
            key: 'layout',
            head: t('upload.layout'),
            width: '18%',
            cell: file => (file.layout ? layoutText(file.layout, env.lang) : null),
          },
          {
            key: 'state',
            head: t('upload.fileState'),
            width: '24%',
            cell: file => <FileState file={file} env={env} />,
          },
          { key: 'accepted', head: t('upload.accepted'), numeric: true, cell: file => rowsOf(file, 'accepted') },
          { key: 'repaired', head: t('upload.repaired'), numeric: true, cell: file => rowsOf(file, 'repaired') },
          { key: 'rejected', head: t('upload.rejected'), numeric: true, cell: file => rowsOf(file, 'rejected') },
          { key: 'cells', head: t('upload.cells'), numeric: true, cell: file => (file.cells > 0 ? file.cells : null) },
          ...(canChange
            ? [
                {
                  key: 'do',
                  head: t('upload.doing'),
                  cell: (file: FileRow) => <FileActions file={file} upload={upload} env={env} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function FileState({ file, env }: { file: FileRow; env: PageEnv }) {
  const t = translator(resultsUploadTexts, env.lang)
  return (
    <>
      {t(`upload.fileStates.${file.state}`)}
      {file.refusal && <div class="soft">{env.refusalText(file.refusal)}</div>}
    </>
  )
}

function FileActions({ file, upload, env }: { file: FileRow; upload: UploadPage; env: PageEnv }) {
  const t = translator(resultsUploadTexts, env.lang)
  const href = `/imports/results/${upload.id}/files/${file.place}`
  if (file.state === 'unknown-layout') return <a href={`${href}/columns`}>{t('upload.columns')}</a>
  if (file.state === 'refused') return null
  const out = file.state === 'read'
  return (
    <Form
      action={`${href}/leave-out`}
      version={upload.version}
      hidden={{ out: String(out) }}
      label={file.fileName}
      inline
    >
      <Button kind="quiet" small>
        {out ? t('upload.leaveOut') : t('upload.takeIn')}
      </Button>
    </Form>
  )
}

const rowsOf = (file: FileRow, fate: 'accepted' | 'repaired' | 'rejected') =>
  file.state === 'read' || file.state === 'left-out' ? file[fate] : null
