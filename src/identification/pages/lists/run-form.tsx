import { translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  DateInput,
  Fieldset,
  Form,
  formState,
  LinkButton,
  moment,
  Notice,
  PageHead,
  Select,
  shortDate,
  TextInput,
} from '../../../ui/index.ts'
import type { RunForm } from '../../contract.ts'
import { listsTexts } from './texts.ts'

/** Two steps on one page: the methodology first, because it says what else must be asked. */
export function runFormPage(data: RunForm, env: PageEnv): Page {
  const say = translator(listsTexts, env.lang)
  const { chosen } = data
  const form = formState(env, 'lists.start-run', { year: '', day: '' })
  const editions = data.editions.map(({ id, title, edition, shipped }) => ({
    value: id,
    text: say('lists.edition', { title, edition }),
    group: say(shipped ? 'form.shipped' : 'form.own'),
  }))
  return {
    title: say('form.title'),
    trail: [{ text: say('lists.title'), href: '/lists' }],
    body: (
      <div class="stack">
        <PageHead title={say('form.title')} lead={say('form.lead')} />
        {data.years.length === 0 && <Notice kind="warning">{say('form.knownNone')}</Notice>}
        <Form action="/lists/runs/new" method="get">
          <Select
            name="edition"
            label={say('form.edition')}
            value={chosen?.id ?? ''}
            empty={say('form.choose')}
            options={editions}
          />
          <Actions>
            <Button kind={chosen ? 'secondary' : 'primary'}>{say('form.next')}</Button>
          </Actions>
        </Form>
        {chosen && (
          <Form action="/lists/runs" form={form} requestKey={env.requestKey()} hidden={{ editionId: chosen.id }}>
            <Fieldset legend={chosen.title} big>
              {data.years.length > 0 && <p class="soft">{say('form.known', { years: data.years.join(', ') })}</p>}
              <TextInput
                form={form}
                name="year"
                label={say('form.year')}
                hint={say('form.yearHint', { year: chosen.year === null ? 'none' : String(chosen.year) })}
                inputMode="numeric"
                width="short"
                optional
              />
              <DateInput
                form={form}
                name="day"
                label={say('form.day')}
                hint={say('form.dayHint', { day: shortDate(chosen.asOf) })}
                optional
              />
              {data.runs.length > 0 && (
                <Select
                  form={form}
                  name="inputsOf"
                  label={say('form.inputs')}
                  empty={say('form.inputsNow')}
                  options={data.runs.map(run => ({
                    value: run.id,
                    text: say('form.inputsOf', {
                      when: moment(run.madeAt, env.lang, env.timeZone),
                      title: run.title,
                      year: String(run.year),
                    }),
                  }))}
                />
              )}
              {chosen.columns.map(({ column, ofList, suggested }, at) => (
                <div key={column}>
                  <input type="hidden" name={`columns[${at}].column`} value={column} />
                  <Select
                    name={`columns[${at}].listId`}
                    label={say('form.column', { column })}
                    hint={say(ofList === null ? 'form.columnHint' : 'form.columnExit')}
                    value={suggested ?? ''}
                    empty={say(ofList === null ? 'form.columnNone' : 'form.columnNoneExit')}
                    options={data.frozen.map(list => ({
                      value: list.id,
                      text: say('form.frozenName', { title: list.title, year: String(list.year) }),
                    }))}
                  />
                </div>
              ))}
            </Fieldset>
            <Actions>
              <Button>{say('form.start')}</Button>
              <LinkButton kind="quiet" href="/lists">
                {say('freeze.cancel')}
              </LinkButton>
            </Actions>
          </Form>
        )}
      </div>
    ),
  }
}
