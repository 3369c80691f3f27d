import { translator } from '../../core/base/index.ts'
import type { Page, PageEnv } from '../../core/web/index.ts'
import {
  Checkbox,
  EmptyState,
  FilterBar,
  LinkButton,
  PageHead,
  Pagination,
  Select,
  shortDate,
  Table,
  TextInput,
} from '../../ui/index.ts'
import { type SchoolList, schoolTypes } from '../contract.ts'
import { schoolsTexts } from '../texts.ts'

export function schoolListPage(data: SchoolList, env: PageEnv): Page {
  const t = translator(schoolsTexts, env.lang)
  const { query } = data
  const filtered = Boolean(query.q || query.municipality || query.type || query.closed)
  const codeOf = (school: SchoolList['schools'][number], system: string) =>
    school.codes.find(code => code.system === system)?.code
  return {
    title: t('list.title'),
    wide: true,
    body: (
      <>
        <PageHead
          title={t('list.title')}
          lead={t('list.lead', { n: data.total })}
          actions={
            env.may('register.write') && (
              <>
                <LinkButton href="/imports/registers">{t('list.import')}</LinkButton>
                <LinkButton kind="primary" href="/schools/new">
                  {t('list.add')}
                </LinkButton>
              </>
            )
          }
        />
        <FilterBar action="/schools" label={t('list.filter')} {...(filtered ? { resetHref: '/schools' } : {})}>
          <TextInput name="q" label={t('list.search')} value={query.q ?? ''} type="search" />
          {data.municipalities.length > 1 && (
            <Select
              name="municipality"
              label={t('list.municipality')}
              value={query.municipality ?? ''}
              empty={t('list.allMunicipalities')}
              options={data.municipalities.map(one => ({ value: one.id, text: one.name }))}
            />
          )}
          <Select
            name="type"
            label={t('list.type')}
            value={query.type ?? ''}
            empty={t('list.allTypes')}
            options={schoolTypes.map(type => ({ value: type, text: t(`types.${type}`) }))}
          />
          <Checkbox name="closed" label={t('list.withClosed')} checked={query.closed === 'true'} />
        </FilterBar>
        <Table
          caption={t('list.caption')}
          hideCaption
          dense
          rows={data.schools}
          rowKey={school => school.id}
          empty={<EmptyState title={filtered ? t('list.nothing') : t('list.empty')} />}
          columns={[
            {
              key: 'name',
              head: t('list.name'),
              rowHead: true,
              width: '38%',
              cell: school => <a href={`/schools/${school.id}`}>{school.shortName ?? school.name}</a>,
            },
            ...(data.municipalities.length > 1
              ? [
                  {
                    key: 'municipality',
                    head: t('list.municipality'),
                    cell: (school: SchoolList['schools'][number]) => school.municipality,
                  },
                ]
              : []),
            { key: 'type', head: t('list.type'), cell: school => school.type && t(`types.${school.type}`) },
            { key: 'login', head: t('list.codes'), nowrap: true, cell: school => codeOf(school, 'fis-oko') },
            { key: 'inn', head: t('list.inn'), nowrap: true, cell: school => codeOf(school, 'inn') },
            {
              key: 'status',
              head: t('list.status'),
              nowrap: true,
              cell: school =>
                school.closedOn ? t('list.closed', { date: shortDate(school.closedOn) }) : t('list.active'),
            },
          ]}
        />
        <Pagination
          shown={data.schools.length}
          total={data.total}
          nextHref={data.next && withQuery(query, data.next)}
        />
      </>
    ),
  }
}

function withQuery(query: SchoolList['query'], after: string): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, after })) if (value) words.set(name, value)
  return `/schools?${words}`
}
