import { translator } from '../../../core/base/index.ts'
import type { PageEnv } from '../../../core/web/index.ts'
import { Actions, Button, Form, formState, Section, Table } from '../../../ui/index.ts'
import type { UploadPage } from '../contract.ts'
import { resultsUploadTexts } from '../texts.ts'

/** Codes that no school of the register has: a person says whose they are. */
export function UnknownCodes({ upload, env }: { upload: UploadPage; env: PageEnv }) {
  const t = translator(resultsUploadTexts, env.lang)
  const form = formState(env, 'imports.match-schools', {})
  return (
    <Section title={t('unknown.heading')}>
      <p>{t('unknown.lead')}</p>
      {upload.unknownCount > upload.unknownCodes.length && (
        <p>{t('unknown.first', { shown: upload.unknownCodes.length, total: upload.unknownCount })}</p>
      )}
      <Form action={`/imports/results/${upload.id}/schools`} form={form} version={upload.version}>
        <Table
          caption={t('unknown.heading')}
          hideCaption
          dense
          rows={upload.unknownCodes}
          rowKey={one => one.code}
          columns={[
            { key: 'code', head: t('unknown.code'), rowHead: true, width: '18%', cell: one => <code>{one.code}</code> },
            {
              key: 'lost',
              head: t('unknown.lost'),
              width: '28%',
              cell: one => t('unknown.lostCells', { cells: one.cells, participants: one.participants }),
            },
            {
              key: 'school',
              head: t('unknown.school'),
              cell: (one, index) => (
                <>
                  <input type="hidden" name={`matches[${index}].code`} value={one.code} />
                  {one.suggestions.length > 0 && (
                    <select
                      class="input"
                      name={`matches[${index}].schoolId`}
                      aria-label={`${t('unknown.likely')}: ${one.code}`}
                    >
                      <option value="">{t('unknown.choose')}</option>
                      {one.suggestions.map(school => (
                        <option key={school.id} value={school.id}>
                          {school.name}
                        </option>
                      ))}
                    </select>
                  )}
                  <input
                    class="input"
                    name={`matches[${index}].schoolName`}
                    list="all-schools"
                    autocomplete="off"
                    placeholder={one.suggestions.length > 0 ? t('unknown.other') : t('unknown.byName')}
                    aria-label={`${t('unknown.byName')}: ${one.code}`}
                  />
                </>
              ),
            },
          ]}
        />
        <datalist id="all-schools">
          {upload.schools.map(school => (
            <option key={school.id} value={school.name} />
          ))}
        </datalist>
        <Actions>
          <Button kind="secondary">{t('unknown.submit')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
