// What was understood of a document, thing by thing, each leading to the text that it was read from.
import { DefinitionList, dateRange, longDate, Tag } from '../../../ui/index.ts'
import type { DraftView } from '../../contract.ts'
import {
  type Draft,
  type DraftClause,
  type DraftItem,
  type DraftSection,
  laysControlOn,
  quietTitle,
} from '../../model/index.ts'
import { Reading } from '../reading.tsx'
import { sectionName } from '../section-name.ts'
import { clauseId, placeId, rowsOf } from './links.ts'
import type { PaneProps as Props, Say } from './pane-props.ts'
import { editHref, type Part } from './parts.ts'

export function Header({ data, env, say, part }: Props) {
  const { draft } = data
  const { document } = draft
  return (
    <div class="review__thing" id="header" data-places={rowsOf(draft.documentPlaces).join(' ')}>
      <DefinitionList
        items={[
          { term: say('fields.authority'), value: document.authority && quietTitle(document.authority) },
          {
            term: say('fields.docType'),
            value: [
              document.docType,
              document.number && `№ ${document.number}`,
              document.date && longDate(document.date, env.lang),
            ]
              .filter(Boolean)
              .join(', '),
          },
          { term: say('fields.documentTitle'), value: document.title && quietTitle(document.title) },
          { term: say('fields.roadmapTitle'), value: draft.title && quietTitle(draft.title) },
          { term: say('fields.level'), value: say(`level.${draft.level}`) },
          {
            term: say('fields.period'),
            value:
              draft.planStart && draft.planEnd ? (
                dateRange(draft.planStart, draft.planEnd, env.lang)
              ) : (
                <strong>{say('fields.periodUnknown')}</strong>
              ),
          },
          {
            term: say('fields.signatory'),
            value: document.signatory
              ? [document.signatory.position, document.signatory.name].filter(Boolean).join(', ')
              : null,
          },
          { term: say(laidOn(draft) ? 'fields.controllerLaid' : 'fields.controller'), value: controllerOf(draft, say) },
        ]}
      />
      <Foot
        data={data}
        part={part}
        say={say}
        edit="header"
        anchor="header"
        places={rowsOf(draft.documentPlaces)}
        what={say('header')}
      />
    </div>
  )
}

/** «Контроль возложить на …»: the words that follow stand in the accusative, as printed. */
function laidOn({ document, clauses }: Draft): boolean {
  const clause = clauses.find(one => one.number === document.controller?.clauseNumber)
  return document.controller?.self !== true && laysControlOn(clause?.text ?? '')
}

function controllerOf({ document: { controller } }: Draft, say: Say): string | null {
  if (!controller) return null
  return controller.self ? say('fields.controllerSelf') : controller.sourceText
}

export function ClauseView({ data, env, say, part, clause }: Props & { readonly clause: DraftClause }) {
  return (
    <div
      class={`review__thing review__clause review__clause--${Math.min(clause.depth, 2)}`}
      id={clauseId(clause.path)}
      data-places={rowsOf(clause.places).join(' ')}
    >
      <p>
        <strong>{clause.number}</strong> {clause.text}{' '}
        {clause.binding !== 'none' && <Tag>{say(`binding.${clause.binding}`)}</Tag>}
      </p>
      {clause.deadline && (
        <p class="small soft">
          {say('fields.deadline')}: {clause.deadline.sourceText} <Reading deadline={clause.deadline} lang={env.lang} />
        </p>
      )}
      <Foot
        data={data}
        part={part}
        say={say}
        edit={`clause:${clause.path}`}
        anchor={clauseId(clause.path)}
        places={rowsOf(clause.places)}
        what={say('clause', { number: clause.number ?? clause.path })}
      />
    </div>
  )
}

export function SectionHead({ data, say, part, section }: Props & { readonly section: DraftSection }) {
  return (
    <div class="review__thing" id={section.key} data-places={rowsOf(section.places).join(' ')}>
      <h4>{sectionName(section)}</h4>
      <Notes notes={section.notes} say={say} />
      <Foot
        data={data}
        part={part}
        say={say}
        edit={section.key}
        anchor={section.key}
        places={rowsOf(section.places)}
        what={say('section', { number: section.number ?? section.title })}
      />
    </div>
  )
}

export function ItemView({ data, env, say, part, item }: Props & { readonly item: DraftItem }) {
  const doubtful = data.draft.doubts.some(doubt => doubt.target.key === item.key && doubt.settled === null)
  return (
    <article
      class={`review__thing review__item${doubtful ? ' review__item--doubtful' : ''}`}
      id={item.key}
      data-places={rowsOf(item.places).join(' ')}
    >
      <p class="review__title">
        {item.number && <strong class="num">{item.number} </strong>}
        {item.title}
      </p>
      <dl class="review__facts">
        <dt>{say('fields.deadline')}</dt>
        <dd>
          {item.deadline ? (
            <>
              {item.deadline.sourceText} <Reading deadline={item.deadline} lang={env.lang} />
            </>
          ) : (
            <span class="soft">{say('noDeadline')}</span>
          )}
        </dd>
        <dt>{say('fields.parties')}</dt>
        <dd>
          {item.responsible.length === 0 && <span class="soft">{say('noParties')}</span>}
          {item.responsible.map((party, index) => (
            <span key={party.sourceText} class="review__one">
              {party.sourceText}
              {item.responsible.length > 1 && index === item.lead && <Tag>{say('fields.lead')}</Tag>}
              {item.coOwes.includes(index) && <Tag>{say('fields.owes')}</Tag>}
            </span>
          ))}
        </dd>
        {item.results.length > 0 && (
          <>
            <dt>{say('fields.results')}</dt>
            <dd>{item.results.map(result => result.sourceText).join('; ')}</dd>
          </>
        )}
        {item.indicators.length > 0 && (
          <>
            <dt>{say('fields.indicators')}</dt>
            <dd>{item.indicators.map(indicator => indicator.sourceText).join('; ')}</dd>
          </>
        )}
        {item.informationSupport && (
          <>
            <dt>{say('fields.information')}</dt>
            <dd>{item.informationSupport.sourceText}</dd>
          </>
        )}
        {Object.entries(item.extra ?? {}).map(([heading, value]) =>
          value ? (
            <>
              <dt>{heading}</dt>
              <dd>{value}</dd>
            </>
          ) : null,
        )}
      </dl>
      <Notes notes={item.notes} say={say} />
      <Foot
        data={data}
        part={part}
        say={say}
        edit={item.key}
        anchor={item.key}
        places={rowsOf(item.places)}
        what={say('item', { number: item.number ?? item.title.slice(0, 40) })}
      />
    </article>
  )
}

function Notes({ notes, say }: { readonly notes: readonly string[]; readonly say: Say }) {
  if (notes.length === 0) return null
  return (
    <p class="small">
      <span class="soft">{say('fields.notes')}: </span>
      {notes.join(' / ')}
    </p>
  )
}

function Foot({
  data,
  part,
  say,
  edit,
  anchor,
  places,
  what,
}: {
  readonly data: DraftView
  readonly part: Part
  readonly say: Say
  readonly edit: string
  readonly anchor: string
  readonly places: readonly string[]
  readonly what: string
}) {
  return (
    <p class="review__foot small no-print">
      {places[0] && (
        <a href={part.href(placeId(places[0]))} class="review__where">
          {say('doubts.seeSource')}
          <span class="visually-hidden">: {what}</span>
        </a>
      )}
      {data.state === 'open' && (
        <a href={editHref(data.orderId, edit, anchor)}>
          {say('edit')}
          <span class="visually-hidden">: {what}</span>
        </a>
      )}
    </p>
  )
}
