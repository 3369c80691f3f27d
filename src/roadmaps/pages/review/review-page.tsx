import { type IsoDate, type Lang, type Translate, translator } from '../../../core/base/index.ts'
import { type Deadline, deadlineInWords } from '../../../core/deadlines/index.ts'
import type { Page, PageEnv } from '../../../core/web/index.ts'
import {
  Button,
  dateRange,
  Figure,
  Figures,
  Form,
  LinkButton,
  moment,
  Notice,
  PageHead,
  Section,
  Status,
} from '../../../ui/index.ts'
import type { DraftView } from '../../contract.ts'
import { type DraftDoubt, quietTitle } from '../../model/index.ts'
import { OrderSteps } from '../order-steps.tsx'
import { Conflict } from './conflict.tsx'
import { clauseId, placeId } from './links.ts'
import { anchorOfEdit, editHref, type Part, partAt } from './parts.ts'
import { SourcePane } from './source-pane.tsx'
import { StructurePane } from './structure-pane.tsx'
import { texts } from './texts.ts'

type Say = Translate<(typeof texts)['ru']>

const doubtsAtOnce = 20

/** The review screen: doubtful places first, then the source and what was understood side by side. */
export function reviewPage(data: DraftView, env: PageEnv): Page {
  const say = translator(texts, env.lang)
  const { draft } = data
  const typedOpen = env.refused?.values['open']
  const open = data.edit ?? (typeof typedOpen === 'string' ? typedOpen : null)
  const part = partAt(draft, data.source, data.orderId, data.at ?? (open ? anchorOfEdit(open) : null))
  const doubts = draft.doubts.filter(doubt => doubt.settled === null)
  const named = draft.title ?? draft.document.title
  const title = named ? quietTitle(named) : data.fileName
  return {
    title,
    trail: [{ text: say('documents'), href: '/orders' }],
    islands: ['review'],
    wide: true,
    body: (
      <div class="stack">
        <PageHead
          title={title}
          lead={say(data.state === 'approved' ? 'approvedLead' : 'saved', {
            when: moment(data.updatedAt, env.lang, env.timeZone),
            who: data.updatedBy,
          })}
          actions={
            <>
              <LinkButton kind="quiet" href={`/orders/${data.orderId}/file`} download>
                {say('download')}
              </LinkButton>
              {data.state === 'open' && (
                <LinkButton kind="primary" href={`/orders/${data.orderId}/executors`}>
                  {say('next')}
                </LinkButton>
              )}
            </>
          }
        />
        <OrderSteps orderId={data.orderId} current="review" lang={env.lang} approved={data.state === 'approved'} />
        {data.state === 'approved' && (
          <Notice kind="info">
            {say('approvedNotice')} {data.roadmapId && <a href={`/roadmaps/${data.roadmapId}`}>{say('toRoadmap')}</a>}
          </Notice>
        )}
        {env.refused?.code === 'roadmaps/draft-changed' && <Conflict data={data} env={env} say={say} open={open} />}
        {env.refused && !open && env.refused.code !== 'roadmaps/draft-changed' && (
          <Notice kind="error" live>
            {env.refused.message}
          </Notice>
        )}
        <Figures>
          <Figure
            label={say('figures.coverage')}
            value={{ numerator: data.placedWords, denominator: data.words }}
            note={
              draft.rest.some(piece => piece.fate === 'open') ? (
                <a href={part.href('rest')}>{say('rest')}</a>
              ) : undefined
            }
          />
          <Figure label={say('figures.doubts')} value={doubts.length} />
          <Figure label={say('figures.items')} value={draft.items.length} />
          <Figure
            label={say('figures.defects')}
            value={draft.issues.length}
            note={draft.issues.length > 0 ? <a href="#defects">{say('defects')}</a> : undefined}
          />
        </Figures>
        <Section title={say('doubts.title')} id="doubts">
          {doubts.length === 0 && <Status kind="good">{say('doubts.none')}</Status>}
          <div class="review__doubts">
            {doubts.slice(0, doubtsAtOnce).map(doubt => (
              <Doubt key={doubt.id} data={data} doubt={doubt} say={say} lang={env.lang} part={part} />
            ))}
          </div>
          {doubts.length > doubtsAtOnce && (
            <p class="soft">{say('doubts.more', { n: doubts.length - doubtsAtOnce })}</p>
          )}
        </Section>
        <div class="review" data-island="review">
          <SourcePane draft={draft} part={part} say={say} />
          <StructurePane data={data} env={env} say={say} open={open} part={part} />
        </div>
        <Section title={say('defects')} id="defects">
          {draft.issues.length === 0 ? (
            <p>{say('defectsNone')}</p>
          ) : (
            <ul class="review__defects">
              {draft.issues
                .map(issue => ({ ...issue, ...(env.lang === 'en' ? issue.english : {}) }))
                .map(issue => (
                  <li key={`${issue.code}-${issue.where}-${issue.message}`}>
                    <Status
                      kind={issue.severity === 'error' ? 'bad' : issue.severity === 'warning' ? 'warning' : 'info'}
                    >
                      {issue.where ?? ''}
                    </Status>{' '}
                    {issue.message} {issue.suggestion && <span class="soft">{issue.suggestion}</span>}{' '}
                    {issue.places?.[0] && <a href={part.href(placeId(issue.places[0]))}>{say('doubts.seeSource')}</a>}
                  </li>
                ))}
            </ul>
          )}
        </Section>
      </div>
    ),
  }
}

interface DoubtProps {
  readonly data: DraftView
  readonly doubt: DraftDoubt
  readonly say: Say
  readonly lang: Lang
  readonly part: Part
}

function Doubt({ data, doubt, say, lang, part }: DoubtProps) {
  const anchor = anchorOf(doubt)
  const edit = doubt.target.on === 'clause' ? `clause:${doubt.target.key}` : doubt.target.key || 'header'
  const place = doubt.places[0]
  const why = doubt.why in texts.ru.why ? (doubt.why as keyof (typeof texts)['ru']['why']) : 'other'
  return (
    <div class="review__doubt" id={doubt.id}>
      <p>
        <Status kind="warning">{whatOf(data, doubt, say)}</Status>
      </p>
      <p>
        {sentence(say(`why.${why}`))}{' '}
        {doubt.read && (
          <>
            {say('doubts.read')}: <q>{(lang === 'en' && doubt.readEnglish) || doubt.read}</q>
          </>
        )}
      </p>
      {doubt.readings.length > 0 && data.state === 'open' && (
        <Form action={`/orders/${data.orderId}/doubts`} version={data.version} hidden={{ doubtId: doubt.id }}>
          <fieldset class="fieldset fieldset--choices">
            <legend class={doubt.readings.length > 1 ? 'fieldset__legend' : 'visually-hidden'}>
              {say('doubts.choose')}
            </legend>
            {doubt.readings.map((reading, index) => (
              <div class="choice" key={`${doubt.id}-${index}`}>
                <input type="radio" name="reading" value={index} id={`${doubt.id}-${index}`} checked={index === 0} />
                <label for={`${doubt.id}-${index}`}>
                  {readingWords(reading, lang)} {index === 0 && <span class="soft">({say('doubts.taken')})</span>}
                </label>
              </div>
            ))}
          </fieldset>
          <Button kind="secondary" small>
            {say(doubt.readings.length > 1 ? 'doubts.settle' : 'doubts.confirm')}
          </Button>
        </Form>
      )}
      <p class="review__foot small">
        {place && <a href={part.href(placeId(place))}>{say('doubts.seeSource')}</a>}
        <a href={part.href(anchor)}>{say('doubts.seeItem')}</a>
        {data.state === 'open' && <a href={editHref(data.orderId, edit, anchor)}>{say('doubts.edit')}</a>}
      </p>
    </div>
  )
}

function sentence(text: string): string {
  return text.endsWith('?') ? text : `${text}.`
}

/** A reading as a reader would say it: dates in words, everything else as it was labelled. */
function readingWords({ label, english, value }: DraftDoubt['readings'][number], lang: Lang): string {
  if (english !== undefined) return lang === 'en' ? english : label
  if (typeof value !== 'object' || value === null) return label
  if ('kind' in value && 'sourceText' in value && 'start' in value) return deadlineInWords(value as Deadline, lang)
  const { start, end } = value as { start?: IsoDate | null; end?: IsoDate | null }
  return start && end ? dateRange(start, end, lang) : label
}

function anchorOf({ target }: DraftDoubt): string {
  if (target.on === 'clause') return clauseId(target.key)
  return target.key || 'header'
}

function whatOf(data: DraftView, { target }: DraftDoubt, say: Say): string {
  switch (target.on) {
    case 'item': {
      const item = data.draft.items.find(one => one.key === target.key)
      return say('item', { number: item?.number ?? item?.title.slice(0, 60) ?? '' })
    }
    case 'section': {
      const section = data.draft.sections.find(one => one.key === target.key)
      return say('section', { number: section?.number ?? section?.title ?? '' })
    }
    case 'clause':
      return say('clause', { number: data.draft.clauses.find(one => one.path === target.key)?.number ?? target.key })
    default:
      return say('header')
  }
}
