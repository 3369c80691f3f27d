import { translator } from '../../core/base/index.ts'
import type { Page, PageEnv } from '../../core/web/index.ts'
import {
  Actions,
  Button,
  ConflictView,
  DateInput,
  Fieldset,
  Form,
  type FormState,
  formState,
  LinkButton,
  PageHead,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { type CloseSchoolForm, codeSystems, type SchoolCard, type SchoolForm, schoolTypes } from '../contract.ts'
import { schoolsTexts } from '../texts.ts'

type T = ReturnType<typeof translator<typeof schoolsTexts.ru>>

export function newSchoolPage(data: SchoolForm, env: PageEnv): Page {
  const t = translator(schoolsTexts, env.lang)
  const form = formState(env, 'schools.enter', {
    municipalityId: data.municipalities.length === 1 ? data.municipalities[0]!.id : '',
  })
  return {
    title: t('form.newTitle'),
    trail: [{ text: t('list.title'), href: '/schools' }],
    body: (
      <>
        <PageHead title={t('form.newTitle')} />
        <Form action="/schools/new" form={form} requestKey={env.requestKey()}>
          <NameFields form={form} t={t} />
          <Select
            form={form}
            name="municipalityId"
            label={t('form.municipality')}
            empty={t('form.choose')}
            options={data.municipalities.map(one => ({ value: one.id, text: one.name }))}
          />
          <OtherFields form={form} t={t} />
          <SaveOrCancel t={t} href="/schools" />
        </Form>
      </>
    ),
  }
}

export function editSchoolPage(school: SchoolCard, env: PageEnv): Page {
  const t = translator(schoolsTexts, env.lang)
  const codes = Object.fromEntries(
    codeSystems.map(system => [system, school.codes.find(code => code.system === system)?.code ?? '']),
  )
  const stored = { name: school.name, shortName: school.shortName ?? '', type: school.type ?? '', ...codes }
  const form = formState(env, 'schools.change', stored)
  const href = `/schools/${school.id}`
  const conflict = env.refused?.code === 'schools/changed-meanwhile' ? env.refused.values : null
  const label = (field: string) =>
    field === 'name' || field === 'shortName' || field === 'type'
      ? t(`form.${field}`)
      : t(`systems.${field as (typeof codeSystems)[number]}`)
  return {
    title: t('form.editTitle'),
    trail: [
      { text: t('list.title'), href: '/schools' },
      { text: school.shortName ?? school.name, href },
    ],
    body: (
      <>
        <PageHead title={t('form.editTitle')} lead={school.name} />
        <Form
          action={`${href}/edit`}
          form={form}
          conflict={
            conflict && (
              <ConflictView
                fields={Object.entries(stored).map(([field, theirs]) => ({
                  label: label(field),
                  mine: String(conflict[field] ?? ''),
                  theirs,
                }))}
              />
            )
          }
          version={school.version}
          hidden={{ organisationVersion: school.organisationVersion }}
        >
          <NameFields form={form} t={t} />
          <OtherFields form={form} t={t} />
          <SaveOrCancel t={t} href={href} />
        </Form>
      </>
    ),
  }
}

export function closeSchoolPage({ school, others }: CloseSchoolForm, env: PageEnv): Page {
  const t = translator(schoolsTexts, env.lang)
  const form = formState(env, 'schools.close', { closedOn: env.today, mergedInto: '' })
  const href = `/schools/${school.id}`
  return {
    title: t('close.title'),
    trail: [
      { text: t('list.title'), href: '/schools' },
      { text: school.shortName ?? school.name, href },
    ],
    body: (
      <>
        <PageHead title={t('close.title')} lead={school.name} />
        <p class="prose">{t('close.explain')}</p>
        <Form action={`${href}/close`} form={form} version={school.version}>
          <DateInput form={form} name="closedOn" label={t('close.date')} />
          <Select
            form={form}
            name="mergedInto"
            label={t('close.successor')}
            empty={t('close.none')}
            options={others.map(one => ({ value: one.id, text: one.name }))}
          />
          <Actions>
            <Button kind="danger">{t('close.confirm')}</Button>
            <LinkButton kind="quiet" href={href}>
              {t('form.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      </>
    ),
  }
}

function NameFields({ form, t }: { form: FormState; t: T }) {
  return (
    <>
      <TextArea form={form} name="name" label={t('form.name')} hint={t('form.nameHint')} rows={2} />
      <TextInput form={form} name="shortName" label={t('form.shortName')} width="medium" optional />
    </>
  )
}

function OtherFields({ form, t }: { form: FormState; t: T }) {
  return (
    <>
      <Select
        form={form}
        name="type"
        label={t('form.type')}
        empty={t('form.unknownType')}
        options={schoolTypes.map(type => ({ value: type, text: t(`types.${type}`) }))}
      />
      <Fieldset legend={t('form.codes')} hint={t('form.codesHint')} id={form.id('codes')}>
        {codeSystems.map(system => (
          <TextInput key={system} form={form} name={system} label={t(`systems.${system}`)} width="short" optional />
        ))}
      </Fieldset>
    </>
  )
}

function SaveOrCancel({ t, href }: { t: T; href: string }) {
  return (
    <Actions>
      <Button>{t('form.save')}</Button>
      <LinkButton kind="quiet" href={href}>
        {t('form.cancel')}
      </LinkButton>
    </Actions>
  )
}
