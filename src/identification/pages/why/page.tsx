import { type Lang, type Translate, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  DateInput,
  DefinitionList,
  Fieldset,
  Form,
  figure,
  formState,
  longDate,
  moment,
  Notice,
  PageHead,
  percent,
  Radios,
  Section,
  shortDate,
  Table,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import type { Cell, Reason, WhyView } from '../../contract.ts'
import { TraceTree } from '../trace-tree.tsx'
import {
  chanceInWords,
  chancePercent,
  DecisionStatus,
  marginInWords,
  StateStatus,
  thresholdText,
  VerdictStatus,
} from '../verdict.tsx'
import { verdictTexts } from '../verdict-texts.ts'
import { whyTexts } from './texts.ts'

type Say = Translate<(typeof whyTexts)['ru']>

const titles: Readonly<Record<string, 'titleYes' | 'titleNo' | 'titleUnknown' | 'titleGiven' | 'titleOut'>> = {
  included: 'titleGiven',
  excluded: 'titleOut',
  yes: 'titleYes',
  no: 'titleNo',
  unknown: 'titleUnknown',
  given: 'titleGiven',
}

/** «Почему школа в перечне»: for the head of the school and for those who decide, on the screen and on paper. */
export function whyPage(data: WhyView, env: PageEnv): Page {
  const say = translator(whyTexts, env.lang)
  const { school, list, line, run, about, reasons } = data
  const verdict = line?.verdict ?? reasons[0]?.verdict ?? 'unknown'
  const title = say(titles[line?.decision ?? verdict] ?? 'titleUnknown')
  return {
    title: `${school.name}: ${title}`,
    trail: [
      { text: say('lists'), href: '/lists' },
      // A school sees its own reasons and not the list of others.
      ...(list && env.may('runs.read') ? [{ text: list.title, href: `/lists/${list.id}` }] : []),
      ...(!list && run ? [{ text: say('runs'), href: `/lists/runs/${run.id}` }] : []),
    ],
    body: (
      <div class="why stack">
        <PageHead
          title={`${school.name}. ${title}`}
          lead={
            <>
              {school.fullName}
              {school.municipality && `, ${school.municipality}`}
              {list && <> · {list.title}</>}
            </>
          }
          status={list && <StateStatus state={list.state} lang={env.lang} />}
        />
        <p>{say('purpose')}</p>
        {about && run && (
          <p class="soft">
            {say('edition', {
              title: about.title,
              edition: run.edition,
              year: String(run.year),
              day: shortDate(run.day),
            })}{' '}
            {say('history', { when: moment(run.madeAt, env.lang, env.timeZone), who: run.madeBy })}
          </p>
        )}
        {list?.state === 'frozen' && <Frozen list={list} say={say} />}
        {line?.exitOn && (
          <Notice kind="info">
            {say('left', { on: shortDate(line.exitOn), reason: line.exitReason ?? '', act: line.exitAct ?? '' })}
          </Notice>
        )}
        <Short data={data} verdict={verdict} env={env} say={say} />
        <DecisionPart data={data} env={env} say={say} />
        {reasons[0] && (
          <Section title={say('path')}>
            <p class="soft">{say('pathLead')}</p>
            <TraceTree trace={reasons[0].trace} lang={env.lang} />
          </Section>
        )}
        {run && <Figures data={data} env={env} say={say} />}
        {reasons.length > 1 && <Others reasons={reasons.slice(1)} env={env} say={say} />}
      </div>
    ),
  }
}

function Frozen({ list, say }: { readonly list: NonNullable<WhyView['list']>; readonly say: Say }) {
  const order = say('order', {
    number: list.orderNumber ?? '',
    date: list.orderDate ? shortDate(list.orderDate) : '',
    title: list.orderTitle ?? '',
  })
  return <p>{say('frozen', { order, hash: list.inputsHash?.slice(0, 12) ?? '—' })}</p>
}

function Short({
  data,
  verdict,
  env,
  say,
}: {
  readonly data: WhyView
  readonly verdict: string
  readonly env: PageEnv
  readonly say: Say
}) {
  const reason = data.reasons[0]
  const low = data.cells.filter(cell => cell.verdict === 'yes')
  return (
    <Section title={say('short')}>
      <div class="prose">
        <p>
          {reason && <>{say('verdict', { title: reason.title })} </>}
          <VerdictStatus verdict={verdict} lang={env.lang} />
        </p>
        {verdict === 'given' && data.list?.act && <p>{say('given', { act: data.list.act })}</p>}
        {verdict === 'unknown' && <p>{say('unknown')}</p>}
        {data.excluded && <p>{say('excluded', { reason: data.excluded })}</p>}
        {low.length > 0 && (
          <>
            <h3>{say('lowChances')}</h3>
            <ul>
              {low.map(cell => (
                <li key={cell.where}>
                  {cell.where}: {chanceInWords(cell, env.lang)}
                </li>
              ))}
            </ul>
          </>
        )}
        {reason && (
          <>
            <h3>{say('takeOff')}</h3>
            <p>{marginInWords(reason, env.lang)}</p>
          </>
        )}
      </div>
    </Section>
  )
}

function Figures({ data, env, say }: { readonly data: WhyView; readonly env: PageEnv; readonly say: Say }) {
  const statuses = new Set(data.cells.map(cell => cell.chance?.status))
  return (
    <>
      <Section title={say('figures')}>
        <Table
          caption={say('figures')}
          hideCaption
          dense
          rows={data.cells}
          rowKey={cell => cell.where}
          empty={<p>{say('noFigures')}</p>}
          columns={[
            { key: 'where', head: say('procedure'), rowHead: true, width: '22%', cell: cell => cell.where },
            { key: 'school', head: say('school'), cell: cell => ownFigure(cell, env.lang) },
            {
              key: 'threshold',
              head: say('threshold'),
              nowrap: true,
              cell: cell => thresholdText(cell.threshold, env.lang),
            },
            { key: 'answer', head: say('answer'), cell: cell => cellAnswer(cell, env.lang, say) },
            { key: 'region', head: say('region'), cell: cell => regionFigure(cell, env.lang, say) },
            { key: 'chance', head: say('chance'), cell: cell => chanceFigure(cell, env.lang) },
            { key: 'source', head: say('source'), cell: cell => <Sources cell={cell} say={say} /> },
          ]}
        />
        {data.values.length > 0 && (
          <>
            <h3>{say('values')}</h3>
            <DefinitionList
              items={data.values.map(({ title, value }) => ({
                term: title,
                value: value === null ? null : figure(value, env.lang, 3),
              }))}
              missing={say('noValue')}
            />
          </>
        )}
      </Section>
      {data.cells.length > 0 && (
        <Section title={say('meaning')}>
          <div class="prose">
            <p>{say('meaningFitted')}</p>
            {statuses.has('pooled') && <p>{say('meaningPooled')}</p>}
            {statuses.has('not-converged') && <p>{say('meaningNotConverged')}</p>}
          </div>
        </Section>
      )}
    </>
  )
}

function ownFigure({ below, participants, why }: Cell, lang: Lang) {
  const say = translator(verdictTexts, lang)
  if (participants === null) return <span class="soft">{why ? say(`why.${why as 'absent'}`) : '—'}</span>
  return (
    <>
      {participants === 0 ? '—' : percent(((below ?? 0) / participants) * 100, lang)}
      <span class="why__cell-note">{say('of', { below: below ?? 0, participants })}</span>
    </>
  )
}

function cellAnswer({ verdict, why }: Cell, lang: Lang, say: Say) {
  if (verdict === 'yes') return say('low')
  if (verdict === 'no') return say('notLow')
  return why ? translator(verdictTexts, lang)(`why.${why as 'absent'}`) : ''
}

function regionFigure({ region }: Cell, lang: Lang, say: Say) {
  if (!region || region.participants === 0) return ''
  const share = percent((region.below / region.participants) * 100, lang)
  return say('regionShare', {
    share,
    below: figure(region.below, lang),
    participants: figure(region.participants, lang),
    schools: figure(region.schools, lang),
  })
}

function chanceFigure({ chance }: Cell, lang: Lang) {
  const say = translator(verdictTexts, lang)
  if (!chance) return ''
  if (chance.status === 'fitted' && chance.probability !== null) return chancePercent(chance.probability, lang)
  return say(`chanceShort.${chance.status === 'pooled' ? 'pooled' : 'other'}`)
}

function Sources({ cell, say }: { readonly cell: Cell; readonly say: Say }) {
  if (cell.participants === null) return null
  if (cell.sources.length === 0) return <span class="soft">{say('noSource')}</span>
  const files = [...new Set(cell.sources.map(({ file }) => file))]
  return (
    <>
      {files.map(file => (
        <span class="why__cell-note" key={file}>
          {say('rows', { file, rows: rowsInWords(cell, file, say) })}
        </span>
      ))}
    </>
  )
}

function rowsInWords({ sources }: Cell, file: string, say: Say): string {
  const rows = sources
    .filter(source => source.file === file && source.from !== null)
    .sort((one, other) => one.class.localeCompare(other.class, 'ru', { numeric: true }) || one.from! - other.from!)
    .map(source => say('rowsOf', { from: source.from, to: source.to ?? source.from, class: source.class || 'none' }))
  return rows.length > 0 ? rows.join(', ') : 'none'
}

function DecisionPart({ data, env, say }: { readonly data: WhyView; readonly env: PageEnv; readonly say: Say }) {
  const { list, line, answers } = data
  if (!list || !line) return null
  const base = `/lists/${list.id}/schools/${line.id}`
  return (
    <>
      <Section title={say('decision')}>
        <div class="stack">
          <p>
            <DecisionStatus decision={line.decision} lang={env.lang} />
            {line.reason && <> — {line.reason}</>}
            {line.decidedBy && line.decidedAt && (
              <span class="soft">
                {' '}
                ({say('decidedBy', { who: line.decidedBy, when: moment(line.decidedAt, env.lang, env.timeZone) })})
              </span>
            )}
          </p>
          {data.mayDecide && env.may('lists.decide') && <DecideForm base={base} line={line} env={env} say={say} />}
          {list.state === 'frozen' && line.decision === 'included' && !line.exitOn && env.may('lists.approve') && (
            <ExitForm base={base} env={env} say={say} />
          )}
        </div>
      </Section>
      {(answers.length > 0 || list.answersUntil) && (
        <Section title={say('answers')}>
          <div class="stack">
            {answers.length === 0 && <p class="soft">{say('noAnswers')}</p>}
            {answers.map(answer => (
              <blockquote key={answer.at} class="prose">
                <p>{answer.text}</p>
                <p class="soft small">
                  {say('decidedBy', { who: answer.personName, when: moment(answer.at, env.lang, env.timeZone) })}
                </p>
              </blockquote>
            ))}
            {list.answersUntil && list.state === 'proposed' && (
              <p>{say('answerUntil', { until: longDate(list.answersUntil, env.lang) })}</p>
            )}
            {data.mayAnswer && <AnswerForm base={base} env={env} say={say} />}
          </div>
        </Section>
      )}
    </>
  )
}

function DecideForm({
  base,
  line,
  env,
  say,
}: {
  readonly base: string
  readonly line: NonNullable<WhyView['line']>
  readonly env: PageEnv
  readonly say: Say
}) {
  const suggested = line.decision ?? (line.verdict === 'yes' ? 'included' : '')
  const form = formState(env, 'lists.decide-school', { decision: suggested, reason: line.reason ?? '' })
  return (
    <div class="no-print">
      <Form action={`${base}/decide`} form={form} version={line.version}>
        <Radios
          form={form}
          name="decision"
          label={say('decisionLabel')}
          options={[
            { value: 'included', text: say('include') },
            { value: 'excluded', text: say('exclude') },
          ]}
        />
        <TextArea form={form} name="reason" label={say('reason')} hint={say('reasonHint')} rows={3} />
        <Actions>
          <Button>{say('save')}</Button>
        </Actions>
      </Form>
    </div>
  )
}

function AnswerForm({ base, env, say }: { readonly base: string; readonly env: PageEnv; readonly say: Say }) {
  const form = formState(env, 'lists.answer')
  return (
    <div class="no-print">
      <Form action={`${base}/answer`} form={form} requestKey={env.requestKey()}>
        <TextArea form={form} name="text" label={say('yourAnswer')} hint={say('answerHint')} rows={6} />
        <Actions>
          <Button>{say('send')}</Button>
        </Actions>
      </Form>
    </div>
  )
}

function ExitForm({ base, env, say }: { readonly base: string; readonly env: PageEnv; readonly say: Say }) {
  const form = formState(env, 'lists.exit-school', { on: env.today })
  return (
    <details class="no-print" open={form.refused !== null}>
      <summary>{say('exit')}</summary>
      <Form action={`${base}/exit`} form={form} requestKey={env.requestKey()}>
        <Fieldset legend={say('exit')}>
          <DateInput form={form} name="on" label={say('exitOn')} />
          <TextInput form={form} name="reason" label={say('exitReason')} />
          <TextInput form={form} name="act" label={say('exitAct')} hint={say('exitActHint')} />
        </Fieldset>
        <Actions>
          <Button kind="secondary">{say('exitSave')}</Button>
        </Actions>
      </Form>
    </details>
  )
}

function Others({
  reasons,
  env,
  say,
}: {
  readonly reasons: readonly Reason[]
  readonly env: PageEnv
  readonly say: Say
}) {
  return (
    <Section title={say('other')}>
      <div class="stack">
        {reasons.map(reason => (
          <details key={reason.list}>
            <summary>
              {reason.title}: <VerdictStatus verdict={reason.verdict} lang={env.lang} />
            </summary>
            <p>{marginInWords(reason, env.lang)}</p>
            <TraceTree trace={reason.trace} lang={env.lang} />
          </details>
        ))}
      </div>
    </Section>
  )
}
