import { type KeyOf, type Lang, translator } from '../../core/base/index.ts'
import type { Page, PageEnv } from '../../core/web/index.ts'
import {
  DefinitionList,
  HistoryList,
  LinkButton,
  longDate,
  moment,
  Notice,
  PageHead,
  Section,
  Table,
} from '../../ui/index.ts'
import type { SchoolCard } from '../contract.ts'
import { schoolsTexts } from '../texts.ts'

export function schoolCardPage(school: SchoolCard, env: PageEnv): Page {
  const t = translator(schoolsTexts, env.lang)
  const name = school.shortName ?? school.name
  const mayWrite = env.may('register.write')
  return {
    title: name,
    trail: [{ text: t('list.title'), href: '/schools' }],
    body: (
      <>
        <PageHead
          title={name}
          lead={school.municipality}
          actions={
            <>
              {env.may('results.read') && seesResultsOf(school, env) && (
                <>
                  <LinkButton href={`/results/schools/${school.id}`}>{t('card.results')}</LinkButton>
                  <LinkButton href={`/results/schools/${school.id}/indicators`}>{t('card.indicators')}</LinkButton>
                </>
              )}
              {mayWrite && (
                <>
                  {!school.closedOn && <LinkButton href={`/schools/${school.id}/close`}>{t('card.close')}</LinkButton>}
                  <LinkButton kind="primary" href={`/schools/${school.id}/edit`}>
                    {t('card.edit')}
                  </LinkButton>
                </>
              )}
            </>
          }
        />
        {school.closedOn && (
          <Notice kind="warning">
            {t('card.closed', { date: longDate(school.closedOn, env.lang) })}{' '}
            {school.mergedInto && (
              <>
                {t('card.successor')} <a href={`/schools/${school.mergedInto.id}`}>{school.mergedInto.name}</a>
              </>
            )}
          </Notice>
        )}
        <div class="columns">
          <Section title={t('card.general')}>
            <DefinitionList
              missing={t('card.missing')}
              items={[
                { term: t('card.fullName'), value: school.name },
                { term: t('card.shortName'), value: school.shortName },
                { term: t('card.municipality'), value: school.municipality },
                { term: t('card.type'), value: school.type && t(`types.${school.type}`) },
              ]}
            />
          </Section>
          <Section title={t('card.codes')}>
            {school.codes.length === 0 ? (
              <p class="soft">{t('card.noCodes')}</p>
            ) : (
              <DefinitionList
                items={school.codes.map(code => ({
                  term: t(`systems.${code.system}`),
                  value: <span class="num">{code.code}</span>,
                }))}
              />
            )}
          </Section>
        </div>
        {school.earlierNames.length > 0 && (
          <Section title={t('card.earlier')}>
            <DefinitionList
              items={school.earlierNames.map(one => ({
                term: t('card.until', { date: longDate(one.usedUntil, env.lang) }),
                value: one.name,
              }))}
            />
          </Section>
        )}
        <Section title={t('card.people')}>
          <Table
            caption={t('card.people')}
            hideCaption
            dense
            rows={school.people}
            rowKey={(person, index) => `${person.id} ${index}`}
            empty={<p class="soft">{t('card.noPeople')}</p>}
            columns={[
              {
                key: 'name',
                head: t('card.person'),
                rowHead: true,
                width: '50%',
                cell: person => <a href={`/people/${person.id}`}>{person.fullName}</a>,
              },
              { key: 'title', head: t('card.position'), cell: person => person.title },
            ]}
          />
        </Section>
        <Section title={t('card.history')}>
          {school.history.length === 0 ? (
            <p class="soft">{t('card.noHistory')}</p>
          ) : (
            <HistoryList
              entries={school.history.map(line => ({
                id: line.id,
                when: moment(line.at, env.lang, env.timeZone),
                who: line.personName,
                what: whatHappened(line, env.lang),
              }))}
            />
          )}
        </Section>
      </>
    ),
  }
}

/** A school sees its own results and not those of its neighbours. */
function seesResultsOf(school: SchoolCard, { who }: PageEnv): boolean {
  return who?.seat !== 'school-head' || who.organisationId === school.id
}

function whatHappened(line: SchoolCard['history'][number], lang: Lang): string {
  const t = translator(schoolsTexts, lang)
  if (!(line.action in schoolsTexts.ru.actions)) return line.action
  const fields = Object.keys((line.after as object | null) ?? {})
    .filter(field => field in schoolsTexts.ru.fields)
    .map(field => t(`fields.${field}` as KeyOf<typeof schoolsTexts.ru>))
  // Action codes hold a slash, not a dot, so they are keys of one level.
  return t(`actions.${line.action}` as KeyOf<typeof schoolsTexts.ru>, { fields: fields.join(', ') })
}
