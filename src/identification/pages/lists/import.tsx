import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  Checkbox,
  DateInput,
  FileInput,
  Form,
  formState,
  LinkButton,
  Notice,
  PageHead,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import { listsTexts } from './texts.ts'

const linesShown = 20

/** A list that somebody else made: pasted or in a file, with its act. */
export function importListPage(_: unknown, env: PageEnv): Page {
  const say = translator(listsTexts, env.lang)
  const form = formState(env, 'lists.import', { year: env.today.slice(0, 4) })
  const unmatched = unmatchedOf(form.refused?.details)
  return {
    title: say('import.title'),
    trail: [{ text: say('lists.title'), href: '/lists' }],
    body: (
      <div class="stack">
        <PageHead title={say('import.title')} lead={say('import.lead')} />
        <Form action="/lists/import" form={form} requestKey={env.requestKey()} multipart>
          {unmatched.length > 0 && (
            <Notice kind="warning" title={say('import.unmatched')}>
              <ul>
                {unmatched.slice(0, linesShown).map(line => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              {unmatched.length > linesShown && <p>{say('import.more', { n: unmatched.length - linesShown })}</p>}
            </Notice>
          )}
          <TextInput form={form} name="title" label={say('import.name')} hint={say('import.nameHint')} />
          <TextInput form={form} name="year" label={say('import.year')} inputMode="numeric" width="short" />
          <TextInput form={form} name="act" label={say('import.act')} hint={say('import.actHint')} />
          <TextInput form={form} name="number" label={say('import.number')} width="short" />
          <DateInput form={form} name="date" label={say('import.date')} />
          <TextArea form={form} name="text" label={say('import.text')} hint={say('import.textHint')} rows={10} />
          <FileInput form={form} name="file" label={say('import.file')} accept=".csv,.xlsx" optional />
          {unmatched.length > 0 && <Checkbox form={form} name="withoutUnmatched" label={say('import.without')} />}
          <Actions>
            <Button>{say('import.save')}</Button>
            <LinkButton kind="quiet" href="/lists">
              {say('freeze.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </div>
    ),
  }
}

function unmatchedOf(details: unknown): readonly string[] {
  const lines = (details as { readonly unmatched?: unknown } | null | undefined)?.unmatched
  return Array.isArray(lines) ? lines.map(String) : []
}
