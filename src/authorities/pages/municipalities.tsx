import type { Page, PageEnv } from '../../core/web/index.ts'
import { DefinitionList, EmptyState, formState, LinkButton, PageHead, Table, TextInput } from '../../ui/index.ts'
import { RecordHistory, RecordState, recordConflict, say } from './parts.tsx'
import { endingPage, formPage } from './record-pages.tsx'
import type { MunicipalityCard, MunicipalityList } from './shapes.ts'

const trailOf = (env: PageEnv) => [{ text: say(env.lang)('nav.municipalities'), href: '/municipalities' }]

export function municipalityListPage(data: MunicipalityList, env: PageEnv): Page {
  const t = say(env.lang)
  const add = env.may('territory.write') && (
    <LinkButton kind="primary" href="/municipalities/new">
      {t('municipalities.add')}
    </LinkButton>
  )
  return {
    title: t('nav.municipalities'),
    body: (
      <>
        <PageHead
          title={t('nav.municipalities')}
          lead={t('municipalities.lead', { region: data.region })}
          actions={data.municipalities.length > 0 && add}
        />
        <Table
          caption={t('nav.municipalities')}
          hideCaption
          dense
          rows={data.municipalities}
          rowKey={row => row.id}
          empty={
            <EmptyState title={t('municipalities.empty')} action={add}>
              {t('municipalities.emptyHelp')}
            </EmptyState>
          }
          columns={[
            {
              key: 'name',
              head: t('field.name'),
              rowHead: true,
              width: '55%',
              cell: row => <a href={`/municipalities/${row.id}`}>{row.name}</a>,
            },
            { key: 'oktmo', head: t('field.oktmo'), cell: row => row.oktmo },
            { key: 'state', head: t('state'), cell: row => <RecordState closedOn={row.closedOn} lang={env.lang} /> },
          ]}
        />
      </>
    ),
  }
}

export function newMunicipalityPage(_data: object, env: PageEnv): Page {
  const t = say(env.lang)
  const form = formState(env, 'authorities.create-municipality')
  const fields = (
    <>
      <TextInput form={form} name="name" label={t('field.name')} />
      <TextInput
        form={form}
        name="oktmo"
        label={t('field.oktmo')}
        hint={t('municipalities.oktmoHint')}
        width="short"
        inputMode="numeric"
      />
    </>
  )
  const title = t('municipalities.add')
  const requestKey = env.requestKey()
  return formPage(
    { title, trail: trailOf(env), action: '/municipalities/new', form, back: '/municipalities', requestKey, fields },
    env,
  )
}

export function municipalityPage({ municipality, history }: MunicipalityCard, env: PageEnv): Page {
  const t = say(env.lang)
  const here = `/municipalities/${municipality.id}`
  const open = municipality.closedOn === null && env.may('territory.write')
  return {
    title: municipality.name,
    trail: trailOf(env),
    body: (
      <>
        <PageHead
          title={municipality.name}
          status={<RecordState closedOn={municipality.closedOn} lang={env.lang} />}
          actions={
            open && (
              <>
                <LinkButton href={`${here}/rename`}>{t('edit')}</LinkButton>
                <LinkButton kind="quiet" href={`${here}/close`}>
                  {t('close')}
                </LinkButton>
              </>
            )
          }
        />
        <div class="stack-wide">
          <DefinitionList items={[{ term: t('field.oktmo'), value: municipality.oktmo }]} />
          <RecordHistory history={history} env={env} />
        </div>
      </>
    ),
  }
}

export function renameMunicipalityPage({ municipality }: MunicipalityCard, env: PageEnv): Page {
  const t = say(env.lang)
  const form = formState(env, 'authorities.rename-municipality', { name: municipality.name })
  const { here, trail } = placeOf(municipality, env)
  return formPage(
    {
      title: t('municipalities.rename'),
      trail,
      action: `${here}/rename`,
      form,
      back: here,
      version: municipality.version,
      conflict: recordConflict(form, ['name'], env),
      fields: <TextInput form={form} name="name" label={t('field.name')} />,
    },
    env,
  )
}

export function closeMunicipalityPage({ municipality }: MunicipalityCard, env: PageEnv): Page {
  const t = say(env.lang)
  const { here, trail } = placeOf(municipality, env)
  return endingPage(
    {
      title: t('municipalities.closeTitle', { name: municipality.name }),
      trail,
      action: `${here}/close`,
      form: formState(env, 'authorities.close-municipality', { on: env.today }),
      back: here,
      version: municipality.version,
      text: t('whatCloses'),
      dateLabel: t('on'),
      confirm: t('close'),
    },
    env,
  )
}

/** The address of a card and the way to it. */
function placeOf({ id, name }: { readonly id: string; readonly name: string }, env: PageEnv) {
  const here = `/municipalities/${id}`
  return { here, trail: [...trailOf(env), { text: name, href: here }] }
}
