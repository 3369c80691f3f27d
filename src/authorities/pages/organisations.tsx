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
  Table,
  Tabs,
  TextInput,
} from '../../ui/index.ts'
import { type OrganisationRow, organisationKinds } from '../contract.ts'
import { RecordHistory, RecordState, recordConflict, say } from './parts.tsx'
import { Term } from './positions.tsx'
import { EmptyRegister, endingPage, formPage, nextPartHref } from './record-pages.tsx'
import type { OrganisationCard, OrganisationForm, OrganisationList } from './shapes.ts'

const trailOf = (env: PageEnv) => [{ text: say(env.lang)('nav.organisations'), href: '/organisations' }]

/** Schools have their own register with codes and types. */
const hrefOf = (row: OrganisationRow) => (row.kind === 'school' ? `/schools/${row.id}` : `/organisations/${row.id}`)

export function organisationListPage(data: OrganisationList, env: PageEnv): Page {
  const t = say(env.lang)
  const { query, organisations, municipalities } = data
  const filtered = Boolean(query.q || query.municipality || query.closed)
  const add = env.may('register.write') && (
    <LinkButton kind="primary" href="/organisations/new">
      {t('organisations.add')}
    </LinkButton>
  )
  return {
    title: t('nav.organisations'),
    body: (
      <>
        <PageHead title={t('nav.organisations')} lead={t('organisations.lead')} actions={add} />
        <div class="stack">
          <Tabs
            label={t('field.kind')}
            tabs={[
              { text: t('organisations.all'), href: '/organisations', current: query.kind === undefined },
              ...organisationKinds.map(kind => ({
                text: t(`organisations.kinds.${kind}`),
                href: kind === 'school' ? '/schools' : `/organisations?kind=${kind}`,
                current: query.kind === kind,
              })),
            ]}
          />
          <FilterBar
            action="/organisations"
            label={t('filter')}
            hidden={{ kind: query.kind }}
            {...(filtered ? { resetHref: query.kind ? `/organisations?kind=${query.kind}` : '/organisations' } : {})}
          >
            <TextInput name="q" label={t('search')} type="search" value={query.q ?? ''} />
            {municipalities.length > 1 && (
              <Select
                name="municipality"
                label={t('field.municipality')}
                empty={t('organisations.allMunicipalities')}
                value={query.municipality ?? ''}
                options={municipalities.map(each => ({ value: each.id, text: each.name }))}
              />
            )}
            <Checkbox name="closed" label={t('withClosed')} checked={query.closed ?? false} />
          </FilterBar>
          <Table
            caption={t('nav.organisations')}
            hideCaption
            dense
            rows={organisations}
            rowKey={row => row.id}
            empty={
              <EmptyRegister
                filtered={filtered}
                title={t('organisations.empty')}
                help={t('organisations.emptyHelp')}
                add={add}
                env={env}
              />
            }
            columns={[
              {
                key: 'name',
                head: t('field.name'),
                rowHead: true,
                width: '50%',
                cell: row => <a href={hrefOf(row)}>{row.name}</a>,
              },
              { key: 'shortName', head: t('field.shortName'), cell: row => row.shortName },
              {
                key: 'municipality',
                head: t('field.municipality'),
                cell: row => row.municipality ?? t('organisations.wholeRegion'),
              },
              ...(query.closed
                ? [
                    {
                      key: 'state',
                      head: t('state'),
                      cell: (row: OrganisationRow) => <RecordState closedOn={row.closedOn} lang={env.lang} />,
                    },
                  ]
                : []),
            ]}
          />
          <Pagination
            shown={organisations.length}
            total={data.total}
            nextHref={nextPartHref('/organisations', query, data.next)}
          />
        </div>
      </>
    ),
  }
}

export function newOrganisationPage({ municipalities, wholeRegion }: OrganisationForm, env: PageEnv): Page {
  const t = say(env.lang)
  const form = formState(env, 'authorities.create-organisation', {
    kind: 'centre',
    municipalityId: municipalities.length === 1 ? municipalities[0]?.id : '',
  })
  const kinds = organisationKinds.filter(kind => kind !== 'school')
  const fields = (
    <>
      <Names form={form} env={env} />
      <Select
        form={form}
        name="kind"
        label={t('field.kind')}
        width="medium"
        options={kinds.map(kind => ({ value: kind, text: t(`organisations.kinds.${kind}`) }))}
      />
      <Select
        form={form}
        name="municipalityId"
        label={t('field.municipality')}
        {...(wholeRegion ? { empty: t('organisations.wholeRegion') } : {})}
        options={municipalities.map(each => ({ value: each.id, text: each.name }))}
      />
    </>
  )
  const title = t('organisations.add')
  const requestKey = env.requestKey()
  return formPage(
    { title, trail: trailOf(env), action: '/organisations/new', form, back: '/organisations', requestKey, fields },
    env,
  )
}

function Names({ form, env }: { readonly form: FormState; readonly env: PageEnv }) {
  const t = say(env.lang)
  return (
    <>
      <TextInput form={form} name="name" label={t('field.name')} />
      <TextInput
        form={form}
        name="shortName"
        label={t('field.shortName')}
        hint={t('organisations.shortHint')}
        width="medium"
        optional
      />
    </>
  )
}

export function organisationPage({ organisation, positions, history }: OrganisationCard, env: PageEnv): Page {
  const t = say(env.lang)
  const here = `/organisations/${organisation.id}`
  const open = organisation.closedOn === null && env.may('register.write')
  return {
    title: organisation.name,
    trail: trailOf(env),
    body: (
      <>
        <PageHead
          title={organisation.name}
          status={<RecordState closedOn={organisation.closedOn} lang={env.lang} />}
          actions={
            open && (
              <>
                <LinkButton href={`${here}/edit`}>{t('edit')}</LinkButton>
                <LinkButton kind="quiet" href={`${here}/close`}>
                  {t('close')}
                </LinkButton>
              </>
            )
          }
        />
        <div class="stack-wide">
          <DefinitionList
            missing={t('notGiven')}
            items={[
              { term: t('field.shortName'), value: organisation.shortName },
              { term: t('field.kind'), value: t(`organisations.kinds.${organisation.kind}`) },
              { term: t('field.municipality'), value: organisation.municipality ?? t('organisations.wholeRegion') },
            ]}
          />
          <Section title={t('organisations.positions')}>
            <Table
              caption={t('organisations.positions')}
              hideCaption
              dense
              rows={positions}
              rowKey={row => row.id}
              empty={
                <EmptyState title={t('organisations.noPositions')}>{t('organisations.noPositionsHelp')}</EmptyState>
              }
              columns={[
                {
                  key: 'person',
                  head: t('field.person'),
                  rowHead: true,
                  cell: row => <a href={`/people/${row.personId}`}>{row.person}</a>,
                },
                { key: 'title', head: t('field.title'), cell: row => row.title },
                { key: 'term', head: t('people.term'), cell: row => <Term position={row} lang={env.lang} /> },
              ]}
            />
          </Section>
          <RecordHistory history={history} env={env} />
        </div>
      </>
    ),
  }
}

export function editOrganisationPage({ organisation }: OrganisationCard, env: PageEnv): Page {
  const t = say(env.lang)
  const { name, shortName } = organisation
  const form = formState(env, 'authorities.change-organisation', { name, shortName })
  const { here, called, trail } = placeOf(organisation, env)
  return formPage(
    {
      title: t('change', { name: called }),
      trail,
      action: `${here}/edit`,
      form,
      back: here,
      version: organisation.version,
      conflict: recordConflict(form, ['name', 'shortName'], env),
      fields: <Names form={form} env={env} />,
    },
    env,
  )
}

export function closeOrganisationPage({ organisation }: OrganisationCard, env: PageEnv): Page {
  const t = say(env.lang)
  const { here, called, trail } = placeOf(organisation, env)
  return endingPage(
    {
      title: t('organisations.closeTitle', { name: called }),
      trail,
      action: `${here}/close`,
      form: formState(env, 'authorities.close-organisation', { on: env.today }),
      back: here,
      version: organisation.version,
      text: t('whatCloses'),
      dateLabel: t('on'),
      confirm: t('close'),
    },
    env,
  )
}

/** The address of a card, what its owner is called in short, and the way to it. */
function placeOf({ id, name, shortName }: OrganisationRow, env: PageEnv) {
  const here = `/organisations/${id}`
  const called = shortName ?? name
  return { here, called, trail: [...trailOf(env), { text: called, href: here }] }
}
