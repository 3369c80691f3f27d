import { type Translate, translator } from '../../../core/base/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Actions,
  Button,
  Form,
  formState,
  HistoryList,
  LinkButton,
  moment,
  PageHead,
  Section,
  Status,
  shortDate,
  Table,
  TextInput,
} from '../../../ui/index.ts'
import type { MethodologyCard } from '../../contract.ts'
import type { ToldBlock } from '../../rules/explain.ts'
import { sliceTexts } from '../../slice-texts.ts'
import { EditionStatus } from '../verdict.tsx'
import { methodologiesTexts } from './texts.ts'

type Say = Translate<(typeof methodologiesTexts)['ru']>
interface Part {
  readonly data: MethodologyCard
  readonly env: PageEnv
  readonly say: Say
}

/** A methodology told in words, with its numbers, readings and cases. */
export function methodologyPage(data: MethodologyCard, env: PageEnv): Page {
  const say = translator(methodologiesTexts, env.lang)
  return {
    title: data.title,
    trail: [{ text: say('list.title'), href: '/methodologies' }],
    body: (
      <>
        <PageHead
          title={data.title}
          status={<EditionStatus state={data.state} lang={env.lang} />}
          lead={<Lead data={data} env={env} say={say} />}
          actions={
            (data.state === 'approved' || data.state === 'shipped') &&
            env.may('lists.propose') && (
              <LinkButton kind="primary" href={`/lists/runs/new?edition=${data.id}`}>
                {say('card.run')}
              </LinkButton>
            )
          }
        />
        {env.may('methodologies.edit') && <Work data={data} env={env} say={say} />}
        <Section title={say('card.rule')}>
          <div class="stack">
            {data.told.lists.map(block => (
              <Told key={block.title} block={block} />
            ))}
            {data.told.values.map(block => (
              <Told key={block.title} block={block} />
            ))}
            {data.told.exclusions.map(block => (
              <Told key={block.title} block={block} />
            ))}
            {data.told.procedures.length > 0 && (
              <div>
                <h3>{say('card.procedures')}</h3>
                <ul>
                  {data.told.procedures.map(procedure => (
                    <li key={procedure}>{procedure}</li>
                  ))}
                </ul>
              </div>
            )}
            {data.told.waves && <p>{data.told.waves}</p>}
            <p>{say('card.unknown')}</p>
          </div>
        </Section>
        <Parameters data={data} env={env} say={say} />
        {data.switches.length > 0 && <Switches data={data} env={env} say={say} />}
        <Cases data={data} env={env} say={say} />
        <Files data={data} env={env} say={say} />
        {data.history.length > 0 && (
          <Section title={say('card.history')}>
            <HistoryList
              entries={data.history.map(line => ({
                id: line.id,
                when: moment(line.at, env.lang, env.timeZone),
                who: line.personName,
                what: sliceTexts[env.lang].actions[line.action as keyof typeof sliceTexts.ru.actions] ?? line.action,
              }))}
            />
          </Section>
        )}
      </>
    ),
  }
}

function Lead({ data, env, say }: Part) {
  return (
    <>
      <div>{data.about}</div>
      <div>
        {say('card.lead', { edition: data.edition, source: data.source, checkedOn: shortDate(data.checkedOn) })}
        {data.origin && ` ${say('card.origin', { origin: data.origin })}`}
        {data.approvedBy &&
          data.approvedAt &&
          ` ${say('card.approvedBy', { who: data.approvedBy, when: moment(data.approvedAt, env.lang, env.timeZone) })}`}
      </div>
    </>
  )
}

function Work({ data, env, say }: Part) {
  const base = `/methodologies/${data.id}`
  const copy = formState(env, 'methodologies.copy', { title: say('card.copyOf', { title: data.title }) })
  const approve = formState(env, 'methodologies.approve')
  const succeed = formState(env, 'methodologies.succeed')
  return (
    <Section title={say('card.work')}>
      <div class="columns">
        {data.state === 'draft' && (
          <div class="stack">
            <Actions>
              <LinkButton kind="primary" href={`${base}/numbers`}>
                {say('card.change')}
              </LinkButton>
              <LinkButton href={`${base}/cases/new`}>{say('card.addCase')}</LinkButton>
              <LinkButton href={`${base}/text`}>{say('card.text')}</LinkButton>
            </Actions>
            {env.may('methodologies.approve') && (
              <Form action={`${base}/approve`} form={approve} version={data.version}>
                <p>{say('card.approveLead')}</p>
                <Actions>
                  <Button kind="secondary">{say('card.approve')}</Button>
                </Actions>
              </Form>
            )}
            <Form action={`${base}/drop`} form={formState(env, 'methodologies.drop')} version={data.version}>
              <Actions>
                <Button kind="quiet">{say('card.drop')}</Button>
              </Actions>
            </Form>
          </div>
        )}
        {data.state === 'approved' && (
          <Form action={`${base}/succeed`} form={succeed} requestKey={env.requestKey()}>
            <p>{say('card.approveLead')}</p>
            <Actions>
              <Button>{say('card.succeed')}</Button>
            </Actions>
          </Form>
        )}
        <Form action={`${base}/copy`} form={copy} requestKey={env.requestKey()}>
          <TextInput form={copy} name="title" label={say('card.copyTitle')} />
          <Actions>
            <Button kind={data.state === 'shipped' ? 'primary' : 'secondary'}>{say('card.copy')}</Button>
          </Actions>
        </Form>
      </div>
    </Section>
  )
}

/** A list or figure: its name, then the steps of its rule, each as deep as it stands. */
function Told({ block }: { readonly block: ToldBlock }) {
  return (
    <div>
      <h3>{block.title}</h3>
      <ul class="told">
        {[...block.lines, ...block.more].map(({ depth, text }) => (
          <li key={`${depth} ${text}`} class={depth > 0 ? `told--${Math.min(depth, 3)}` : undefined}>
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Parameters({ data, say }: Part) {
  return (
    <Section title={say('card.parameters')}>
      <Table
        caption={say('card.parameters')}
        hideCaption
        dense
        rows={data.parameters}
        rowKey={each => each.name}
        empty={<p class="soft">{say('card.noParameters')}</p>}
        columns={[
          { key: 'title', head: say('card.parameter'), rowHead: true, width: '34%', cell: each => each.title },
          {
            key: 'value',
            head: say('card.value'),
            nowrap: true,
            cell: each => (
              <>
                {each.value}
                {each.others.map(other => (
                  <div class="soft small" key={other.from}>
                    {say('card.since', { from: shortDate(other.from), value: other.value })}
                  </div>
                ))}
              </>
            ),
          },
          { key: 'unit', head: say('card.unit'), cell: each => each.unit },
          { key: 'source', head: say('card.source'), cell: each => each.source },
          { key: 'checked', head: say('card.checked'), nowrap: true, cell: each => shortDate(each.checkedOn) },
        ]}
      />
    </Section>
  )
}

function Switches({ data, say }: Part) {
  return (
    <Section title={say('card.switches')}>
      <div class="stack">
        <p class="soft">{say('card.switchesLead')}</p>
        {data.switches.map(each => (
          <div key={each.name}>
            <h3>{each.title}</h3>
            <p class="soft small">{each.source}</p>
            <ul>
              {each.readings.map(({ reading, words }) => (
                <li key={reading}>
                  {reading === each.chosen ? (
                    <>
                      <strong>{words}</strong> — {say('card.chosen')}
                    </>
                  ) : (
                    words
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}

function Cases({ data, say }: Part) {
  const passed = data.cases.filter(({ differences }) => differences.length === 0).length
  return (
    <Section title={say('card.cases')}>
      {data.cases.length > 0 && <p class="soft">{say('card.casesLead', { passed, total: data.cases.length })}</p>}
      <Table
        caption={say('card.cases')}
        hideCaption
        dense
        rows={data.cases}
        rowKey={(each, at) => `${at} ${each.name}`}
        empty={<p>{say('card.noCases')}</p>}
        columns={[
          { key: 'name', head: say('card.caseName'), rowHead: true, width: '44%', cell: each => each.name },
          { key: 'source', head: say('card.caseSource'), cell: each => each.source },
          {
            key: 'outcome',
            head: say('card.caseOutcome'),
            cell: each =>
              each.differences.length === 0 ? (
                <Status kind="good">{say('card.passed')}</Status>
              ) : (
                <>
                  <Status kind="bad">{say('card.failed')}</Status>
                  {each.differences.map(difference => (
                    <div class="small" key={difference.place}>
                      {say('card.difference', { ...difference })}
                    </div>
                  ))}
                </>
              ),
          },
        ]}
      />
    </Section>
  )
}

function Files({ data, env, say }: Part) {
  const base = `/methodologies/${data.id}`
  return (
    <Section title={say('card.files')}>
      <Actions>
        <LinkButton href={`${base}/methodology.yaml`} download>
          {say('card.download')}
        </LinkButton>
        <LinkButton href={`${base}/cases.yaml`} download>
          {say('card.downloadCases')}
        </LinkButton>
      </Actions>
      {data.editions.length > 1 && (
        <>
          <h3>{say('card.editions')}</h3>
          <ul>
            {data.editions.map(each => (
              <li key={each.id}>
                <a href={`/methodologies/${each.id}`}>{say('card.editionLine', { edition: each.edition })}</a>{' '}
                <EditionStatus state={each.state} lang={env.lang} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
