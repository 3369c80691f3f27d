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
  formState,
  LinkButton,
  PageHead,
  Section,
  Select,
  Table,
  Tabs,
  TextInput,
} from '../../ui/index.ts'
import { type OrganisationRow, organisationKinds } from '../contract.ts'
import { RecordHistory, RecordState, recordConflict, say } from './parts.tsx'
import { Term } from './people.tsx'
import type { OrganisationCard, OrganisationForm, OrganisationList } from './shapes.ts'

const trailOf = (env: PageEnv) => [{ text: say(env.lang)('nav.organisations'), href: '/organisations' }]

/** Schools have their own register with codes and types. */
const hrefOf = (row: OrganisationRow) => (row.kind === 'school' ? `/schools/${row.id}` : `/organisations/${row.id}`)

export function organisationListPage({ query, organisations, municipalities }: OrganisationList, env: PageEnv): Page {
  const t = say(env.lang)
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
              filtered ? (
                <EmptyState title={t('nothingFound')}>{t('nothingFoundHelp')}</EmptyState>
              ) : (
                <EmptyState title={t('organisations.empty')} action={add}>
                  {t('organisations.emptyHelp')}
                </EmptyState>
              )
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
  return {
    title: t('organisations.add'),
    trail: trailOf(env),
    body: (
      <>
        <PageHead title={t('organisations.add')} />
        <Form action="/organisations/new" form={form} requestKey={env.requestKey()}>
          <TextInput form={form} name="name" label={t('field.name')} />
          <TextInput
            form={form}
            name="shortName"
            label={t('field.shortName')}
            hint={t('organisations.shortHint')}
            width="medium"
            optional
          />
          <Select
            form={form}
            name="kind"
            label={t('field.kind')}
            width="medium"
            options={organisationKinds
              .filter(kind => kind !== 'school')
              .map(kind => ({ value: kind, text: t(`organisations.kinds.${kind}`) }))}
          />
          <Select
            form={form}
            name="municipalityId"
            label={t('field.municipality')}
            {...(wholeRegion ? { empty: t('organisations.wholeRegion') } : {})}
            options={municipalities.map(each => ({ value: each.id, text: each.name }))}
          />
          <Actions>
            <Button>{t('save')}</Button>
            <LinkButton kind="quiet" href="/organisations">
              {t('cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </>
    ),
  }
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
  const here = `/organisations/${organisation.id}`
  const title = t('change', { name: organisation.shortName ?? organisation.name })
  const { name, shortName } = organisation
  const form = formState(env, 'authorities.change-organisation', { name, shortName })
  return {
    title,
    trail: [...trailOf(env), { text: organisation.shortName ?? organisation.name, href: here }],
    body: (
      <>
        <PageHead title={title} />
        <Form
          action={`${here}/edit`}
          form={form}
          conflict={recordConflict(form, ['name', 'shortName'], env)}
          version={organisation.version}
        >
          <TextInput form={form} name="name" label={t('field.name')} />
          <TextInput
            form={form}
            name="shortName"
            label={t('field.shortName')}
            hint={t('organisations.shortHint')}
            width="medium"
            optional
          />
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

export function closeOrganisationPage({ organisation }: OrganisationCard, env: PageEnv): Page {
  const t = say(env.lang)
  const here = `/organisations/${organisation.id}`
  const title = t('organisations.closeTitle', { name: organisation.shortName ?? organisation.name })
  const form = formState(env, 'authorities.close-organisation', { on: env.today })
  return {
    title,
    trail: [...trailOf(env), { text: organisation.shortName ?? organisation.name, href: here }],
    body: (
      <>
        <PageHead title={title} />
        <ConfirmForm
          action={`${here}/close`}
          form={form}
          version={organisation.version}
          confirm={t('close')}
          cancel={t('cancel')}
          cancelHref={here}
          danger
        >
          <p>{t('whatCloses')}</p>
          <DateInput form={form} name="on" label={t('on')} />
        </ConfirmForm>
      </>
    ),
  }
}
