import type { Lang } from '../../core/base/index.ts'
import type { Page, PageEnv } from '../../core/web/index.ts'
import {
  Actions,
  Button,
  Checkbox,
  ConfirmForm,
  DateInput,
  DefinitionList,
  EmptyState,
  FilterBar,
  Form,
  type FormState,
  formState,
  LinkButton,
  Notice,
  PageHead,
  Section,
  Select,
  Status,
  shortDate,
  Table,
  TextInput,
} from '../../ui/index.ts'
import type { PositionRow } from '../contract.ts'
import { fullName, RecordHistory, recordConflict, say } from './parts.tsx'
import type { EndPositionForm, OrganisationForm, PersonCard, PersonList, PositionForm } from './shapes.ts'

const trailOf = (env: PageEnv) => [{ text: say(env.lang)('nav.people'), href: '/people' }]

/** From when until when somebody holds a position. */
export function Term({ position, lang }: { readonly position: PositionRow; readonly lang: Lang }) {
  const t = say(lang)
  const from = position.fromOn && shortDate(position.fromOn)
  const until = position.untilOn && shortDate(position.untilOn)
  if (from && until) return <>{t('people.fromUntil', { from, until })}</>
  return <>{from ? t('people.since', { from }) : until ? t('people.until', { until }) : t('notGiven')}</>
}

export function personListPage({ query, people, total }: PersonList, env: PageEnv): Page {
  const t = say(env.lang)
  const filtered = Boolean(query.q || query.closed)
  const add = env.may('register.write') && (
    <LinkButton kind="primary" href="/people/new">
      {t('people.add')}
    </LinkButton>
  )
  return {
    title: t('nav.people'),
    body: (
      <>
        <PageHead title={t('nav.people')} lead={t('people.lead')} actions={add} />
        <div class="stack">
          <FilterBar action="/people" label={t('filter')} {...(filtered ? { resetHref: '/people' } : {})}>
            <TextInput name="q" label={t('people.search')} type="search" value={query.q ?? ''} />
            <Checkbox name="closed" label={t('withClosed')} checked={query.closed ?? false} />
          </FilterBar>
          {total > people.length && (
            <Notice>
              <p>{t('people.tooMany', { shown: people.length, total })}</p>
            </Notice>
          )}
          <Table
            caption={t('nav.people')}
            hideCaption
            dense
            rows={people}
            rowKey={row => row.id}
            empty={
              filtered ? (
                <EmptyState title={t('nothingFound')}>{t('nothingFoundHelp')}</EmptyState>
              ) : (
                <EmptyState title={t('people.empty')} action={add}>
                  {t('people.emptyHelp')}
                </EmptyState>
              )
            }
            columns={[
              {
                key: 'name',
                head: t('people.name'),
                rowHead: true,
                width: '34%',
                cell: row => <a href={`/people/${row.id}`}>{fullName(row)}</a>,
              },
              { key: 'positions', head: t('people.positions'), cell: row => row.positions.join('; ') },
              {
                key: 'municipality',
                head: t('field.municipality'),
                width: '22%',
                cell: row => row.municipality ?? t('organisations.wholeRegion'),
              },
            ]}
          />
        </div>
      </>
    ),
  }
}

function PersonFields({ form, lang }: { readonly form: FormState; readonly lang: Lang }) {
  const t = say(lang)
  return (
    <div class="stack">
      <TextInput form={form} name="familyName" label={t('field.familyName')} width="medium" />
      <TextInput form={form} name="givenName" label={t('field.givenName')} width="medium" />
      <TextInput form={form} name="patronymic" label={t('field.patronymic')} width="medium" optional />
      <TextInput form={form} name="workEmail" label={t('field.workEmail')} width="medium" optional />
      <TextInput form={form} name="workPhone" label={t('field.workPhone')} width="medium" optional />
    </div>
  )
}

export function newPersonPage({ municipalities, wholeRegion }: OrganisationForm, env: PageEnv): Page {
  const t = say(env.lang)
  const form = formState(env, 'authorities.create-person', {
    municipalityId: municipalities.length === 1 ? municipalities[0]?.id : '',
  })
  return {
    title: t('people.add'),
    trail: trailOf(env),
    body: (
      <>
        <PageHead title={t('people.add')} />
        <Form action="/people/new" form={form} requestKey={env.requestKey()}>
          <PersonFields form={form} lang={env.lang} />
          <Select
            form={form}
            name="municipalityId"
            label={t('field.municipality')}
            {...(wholeRegion ? { empty: t('organisations.wholeRegion') } : {})}
            options={municipalities.map(each => ({ value: each.id, text: each.name }))}
          />
          <Actions>
            <Button>{t('save')}</Button>
            <LinkButton kind="quiet" href="/people">
              {t('cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </>
    ),
  }
}

export function personPage({ person, positions, history }: PersonCard, env: PageEnv): Page {
  const t = say(env.lang)
  const here = `/people/${person.id}`
  const open = person.closedOn === null && env.may('register.write')
  return {
    title: fullName(person),
    trail: trailOf(env),
    body: (
      <>
        <PageHead
          title={fullName(person)}
          status={person.closedOn && <Status kind="off">{t('people.left', { on: shortDate(person.closedOn) })}</Status>}
          actions={
            <>
              {open && <LinkButton href={`${here}/edit`}>{t('edit')}</LinkButton>}
              {env.may('accounts.manage') && <LinkButton href={`${here}/access`}>{t('access.manage')}</LinkButton>}
              {open && (
                <LinkButton kind="quiet" href={`${here}/close`}>
                  {t('people.closeButton')}
                </LinkButton>
              )}
            </>
          }
        />
        <div class="stack-wide">
          <DefinitionList
            missing={t('notGiven')}
            items={[
              { term: t('field.workEmail'), value: person.workEmail },
              { term: t('field.workPhone'), value: person.workPhone },
              { term: t('field.municipality'), value: person.municipality ?? t('organisations.wholeRegion') },
            ]}
          />
          <Section
            title={t('people.positions')}
            actions={
              open && (
                <LinkButton small href={`${here}/positions/new`}>
                  {t('people.addPosition')}
                </LinkButton>
              )
            }
          >
            <Table
              caption={t('people.positions')}
              hideCaption
              dense
              rows={positions}
              rowKey={row => row.id}
              empty={<EmptyState title={t('people.noPositions')}>{t('people.noPositionsHelp')}</EmptyState>}
              columns={[
                { key: 'title', head: t('field.title'), rowHead: true, cell: row => row.title },
                {
                  key: 'organisation',
                  head: t('field.organisation'),
                  cell: row => <a href={`/organisations/${row.organisationId}`}>{row.organisation}</a>,
                },
                { key: 'term', head: t('people.term'), cell: row => <Term position={row} lang={env.lang} /> },
                ...(open
                  ? [
                      {
                        key: 'end',
                        head: <span class="visually-hidden">{t('people.end')}</span>,
                        cell: (row: PositionRow) =>
                          row.untilOn === null && <a href={`${here}/positions/${row.id}/end`}>{t('people.end')}</a>,
                      },
                    ]
                  : []),
              ]}
            />
          </Section>
          <RecordHistory history={history} env={env} />
        </div>
      </>
    ),
  }
}

export function editPersonPage({ person }: PersonCard, env: PageEnv): Page {
  const t = say(env.lang)
  const here = `/people/${person.id}`
  const title = t('change', { name: fullName(person) })
  const { familyName, givenName, patronymic, workEmail, workPhone } = person
  const stored = { familyName, givenName, patronymic, workEmail, workPhone }
  const form = formState(env, 'authorities.change-person', stored)
  return {
    title,
    trail: [...trailOf(env), { text: fullName(person), href: here }],
    body: (
      <>
        <PageHead title={title} />
        <Form
          action={`${here}/edit`}
          form={form}
          conflict={recordConflict(form, ['familyName', 'givenName', 'patronymic', 'workEmail', 'workPhone'], env)}
          version={person.version}
        >
          <PersonFields form={form} lang={env.lang} />
          <Actions>
            <Button>{t('save')}</Button>
            <LinkButton kind="quiet" href={here}>
              {t('cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </>
    ),
  }
}

export function closePersonPage({ person }: PersonCard, env: PageEnv): Page {
  const t = say(env.lang)
  const here = `/people/${person.id}`
  const form = formState(env, 'authorities.close-person', { on: env.today })
  return {
    title: t('people.closeTitle'),
    trail: [...trailOf(env), { text: fullName(person), href: here }],
    body: (
      <>
        <PageHead title={t('people.closeTitle')} />
        <ConfirmForm
          action={`${here}/close`}
          form={form}
          version={person.version}
          confirm={t('people.closeButton')}
          cancel={t('cancel')}
          cancelHref={here}
          danger
        >
          <p>{t('people.closeText', { name: fullName(person) })}</p>
          <DateInput form={form} name="on" label={t('people.endOn')} />
        </ConfirmForm>
      </>
    ),
  }
}

export function newPositionPage({ person, organisations }: PositionForm, env: PageEnv): Page {
  const t = say(env.lang)
  const here = `/people/${person.id}`
  const form = formState(env, 'authorities.create-position')
  return {
    title: t('people.addPosition'),
    trail: [...trailOf(env), { text: fullName(person), href: here }],
    body: (
      <>
        <PageHead title={t('people.addPosition')} lead={fullName(person)} />
        <Form action={`${here}/positions/new`} form={form} requestKey={env.requestKey()}>
          <TextInput form={form} name="title" label={t('field.title')} />
          <Select
            form={form}
            name="organisationId"
            label={t('field.organisation')}
            empty={t('people.chooseOrganisation')}
            options={organisations.map(each => ({
              value: each.id,
              text: each.shortName ?? each.name,
              group: t(`organisations.kinds.${each.kind}`),
            }))}
          />
          <div class="form-grid">
            <DateInput form={form} name="fromOn" label={t('field.fromOn')} optional />
            <DateInput form={form} name="untilOn" label={t('field.untilOn')} optional />
          </div>
          <Actions>
            <Button>{t('save')}</Button>
            <LinkButton kind="quiet" href={here}>
              {t('cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </>
    ),
  }
}

export function endPositionPage({ person, position }: EndPositionForm, env: PageEnv): Page {
  const t = say(env.lang)
  const here = `/people/${person.id}`
  const title = t('people.endTitle', { title: position.title })
  const form = formState(env, 'authorities.end-position', { on: env.today })
  return {
    title,
    trail: [...trailOf(env), { text: fullName(person), href: here }],
    body: (
      <>
        <PageHead title={title} />
        <ConfirmForm
          action={`${here}/positions/${position.id}/end`}
          form={form}
          version={position.version}
          confirm={t('people.end')}
          cancel={t('cancel')}
          cancelHref={here}
        >
          <p>{t('people.endText', { person: fullName(person), organisation: position.organisation })}</p>
          <DateInput form={form} name="on" label={t('people.endOn')} />
        </ConfirmForm>
      </>
    ),
  }
}
