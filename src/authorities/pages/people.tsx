import type { Lang } from '../../core/base/index.ts'
import type { Page, PageEnv } from '../../core/web/index.ts'
import {
  Checkbox,
  DefinitionList,
  EmptyState,
  FilterBar,
  type FormState,
  formState,
  LinkButton,
  PageHead,
  Pagination,
  Section,
  Select,
  Status,
  shortDate,
  Table,
  TextInput,
} from '../../ui/index.ts'
import type { PositionRow } from '../contract.ts'
import { fullName, RecordHistory, recordConflict, say } from './parts.tsx'
import { placeOf, Term } from './positions.tsx'
import { EmptyRegister, endingPage, formPage, nextPartHref } from './record-pages.tsx'
import type { OrganisationForm, PersonCard, PersonList } from './shapes.ts'

const trailOf = (env: PageEnv) => [{ text: say(env.lang)('nav.people'), href: '/people' }]

export function personListPage({ query, people, total, next }: PersonList, env: PageEnv): Page {
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
          <Table
            caption={t('nav.people')}
            hideCaption
            dense
            rows={people}
            rowKey={row => row.id}
            empty={
              <EmptyRegister
                filtered={filtered}
                title={t('people.empty')}
                help={t('people.emptyHelp')}
                add={add}
                env={env}
              />
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
          <Pagination shown={people.length} total={total} nextHref={nextPartHref('/people', query, next)} />
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
  const fields = (
    <>
      <PersonFields form={form} lang={env.lang} />
      <Select
        form={form}
        name="municipalityId"
        label={t('field.municipality')}
        {...(wholeRegion ? { empty: t('organisations.wholeRegion') } : {})}
        options={municipalities.map(each => ({ value: each.id, text: each.name }))}
      />
    </>
  )
  const title = t('people.add')
  const requestKey = env.requestKey()
  return formPage({ title, trail: trailOf(env), action: '/people/new', form, back: '/people', requestKey, fields }, env)
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
  const { familyName, givenName, patronymic, workEmail, workPhone } = person
  const form = formState(env, 'authorities.change-person', { familyName, givenName, patronymic, workEmail, workPhone })
  const { here, trail } = placeOf(person, env)
  return formPage(
    {
      title: say(env.lang)('change', { name: fullName(person) }),
      trail,
      action: `${here}/edit`,
      form,
      back: here,
      version: person.version,
      conflict: recordConflict(form, ['familyName', 'givenName', 'patronymic', 'workEmail', 'workPhone'], env),
      fields: <PersonFields form={form} lang={env.lang} />,
    },
    env,
  )
}

export function closePersonPage({ person }: PersonCard, env: PageEnv): Page {
  const t = say(env.lang)
  const { here, trail } = placeOf(person, env)
  return endingPage(
    {
      title: t('people.closeTitle'),
      trail,
      action: `${here}/close`,
      form: formState(env, 'authorities.close-person', { on: env.today }),
      back: here,
      version: person.version,
      text: t('people.closeText', { name: fullName(person) }),
      dateLabel: t('people.endOn'),
      confirm: t('people.closeButton'),
    },
    env,
  )
}
