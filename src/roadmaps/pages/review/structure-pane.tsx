import type { Translate } from '../../../core/base/index.ts'
import type { PageEnv } from '../../../core/web/index.ts'
import { Button, DefinitionList, dateRange, Form, LinkButton, longDate, Select, Tag } from '../../../ui/index.ts'
import type { DraftView } from '../../contract.ts'
import {
  type Draft,
  type DraftClause,
  type DraftItem,
  type DraftSection,
  laysControlOn,
  partSize,
  quietTitle,
} from '../../model/index.ts'
import { Reading } from '../reading.tsx'
import { sectionName } from '../section-name.ts'
import { ClauseForm, HeaderForm, SectionForm } from './head-forms.tsx'
import { ItemForm, NewItemForm } from './item-form.tsx'
import { clauseId, placeId, rowsOf } from './links.ts'
import { type Part, reviewHref } from './parts.ts'
import type { texts } from './texts.ts'

type Say = Translate<(typeof texts)['ru']>

interface Props {
  readonly data: DraftView
  readonly env: PageEnv
  readonly say: Say
  /** Key of what is open for editing. */
  readonly open: string | null
  /** What of a long draft is shown. */
  readonly part: Part
}

/** What was understood, each piece leading to the text it was read from. */
export function StructurePane(props: Props) {
  const { data, say, open, part } = props
  const { draft } = data
  const editable = data.state === 'open'
  const shown = draft.items.filter(item => part.items.has(item))
  const withoutSection = shown.filter(item => !draft.sections.some(section => section.key === item.sectionKey))
  return (
    <section class="review__pane review__structure" id="structure" aria-label={say('structure')} tabindex={0}>
      <h2>{say('structure')}</h2>
      {part.first && <HeadAndClauses {...props} />}
      <PartLinks data={data} part={part} say={say} />
      <h3>{say('sections')}</h3>
      {withoutSection.length > 0 && draft.sections.length > 0 && <h4 class="soft">{say('withoutSection')}</h4>}
      {withoutSection.map(item => (
        <ItemOrForm key={item.key} {...props} item={item} />
      ))}
      {draft.sections
        .filter(section => part.sections === null || part.sections.has(section.key))
        .map(section => (
          <div key={section.key} class="review__section">
            {open === section.key && editable ? (
              <SectionForm {...props} section={section} />
            ) : (
              <SectionHead {...props} section={section} />
            )}
            {shown
              .filter(item => item.sectionKey === section.key)
              .map(item => (
                <ItemOrForm key={item.key} {...props} item={item} />
              ))}
          </div>
        ))}
      {editable && open === 'new-item' && <NewItemForm {...props} />}
      {editable && open === 'new-section' && <SectionForm {...props} section={null} />}
      {editable && (
        <div class="actions">
          <LinkButton small href={newHref(props, 'new-item')}>
            {say('addItem')}
          </LinkButton>
          <LinkButton small kind="quiet" href={newHref(props, 'new-section')}>
            {say('addSection')}
          </LinkButton>
        </div>
      )}
      {part.last && <Rest {...props} />}
      <PartLinks data={data} part={part} say={say} atEnd />
    </section>
  )
}

function HeadAndClauses(props: Props) {
  const { data, say, open } = props
  const editable = data.state === 'open'
  return (
    <>
      <h3>{say('header')}</h3>
      {open === 'header' && editable ? <HeaderForm {...props} /> : <Header {...props} />}
      {data.draft.clauses.length > 0 && <h3>{say('clauses')}</h3>}
      {data.draft.clauses.map(clause =>
        open === `clause:${clause.path}` && editable ? (
          <ClauseForm key={clause.path} {...props} clause={clause} />
        ) : (
          <ClauseView key={clause.path} {...props} clause={clause} />
        ),
      )}
    </>
  )
}

/** The parts of a long draft, each by its first and last item. */
function PartLinks({ data, part, say, atEnd }: Pick<Props, 'data' | 'part' | 'say'> & { readonly atEnd?: boolean }) {
  if (part.all.length === 0) return null
  return (
    <nav class="review__parts small no-print" aria-label={say(atEnd ? 'parts.again' : 'parts.label')}>
      <span class="soft">{say('parts.label')}:</span>{' '}
      {part.all.map(({ from, to }, index) => (
        <a
          key={from.key}
          href={reviewHref(data.orderId, from.key)}
          aria-current={index === part.index ? 'true' : undefined}
        >
          {say('parts.part', { from: from.number ?? index * partSize + 1, to: to.number ?? (index + 1) * partSize })}
        </a>
      ))}
    </nav>
  )
}

/** The address that opens a new thing on the part that is being read. */
function newHref({ data, part }: Props, key: string): string {
  const [first] = part.items
  const at = part.all.length > 0 && first ? `&at=${first.key}` : ''
  return `/orders/${data.orderId}/review?edit=${key}${at}#${key}`
}

function Header({ data, env, say, part }: Props) {
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

function ClauseView({ data, env, say, part, clause }: Props & { readonly clause: DraftClause }) {
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

function SectionHead({ data, say, part, section }: Props & { readonly section: DraftSection }) {
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

function ItemOrForm(props: Props & { readonly item: DraftItem }) {
  if (props.open === props.item.key && props.data.state === 'open') return <ItemForm {...props} />
  return <ItemView {...props} />
}

function ItemView({ data, env, say, part, item }: Props & { readonly item: DraftItem }) {
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
        <a href={editHref(data, edit, anchor)}>
          {say('edit')}
          <span class="visually-hidden">: {what}</span>
        </a>
      )}
    </p>
  )
}

/** What stands nowhere in the structure, each piece with a choice of what becomes of it. */
function Rest({ data, say, part, open }: Props) {
  const { draft } = data
  const long = part.all.length > 0
  const isOpen = (index: number) => !long || open === `rest:${index}`
  const options = [
    ...draft.sections.map(section => ({
      value: section.key,
      text: [section.number, section.title].filter(Boolean).join(' '),
      group: say('sections'),
    })),
    ...draft.items.map(item => ({
      value: item.key,
      text: [item.number, item.title.slice(0, 70)].filter(Boolean).join(' '),
      group: say('fields.title'),
    })),
  ]
  return (
    <section id="rest">
      <h3>{say('rest')}</h3>
      {draft.rest.length === 0 ? <p>{say('restNone')}</p> : <p class="soft">{say('restWhy')}</p>}
      {draft.rest.map((piece, index) => (
        <div class="review__thing" key={`${piece.place}-${piece.text.slice(0, 20)}`} data-places={piece.place}>
          <p>
            {piece.text}{' '}
            {piece.place && (
              <a class="small" href={part.href(placeId(piece.place))}>
                {say('doubts.seeSource')}
              </a>
            )}
          </p>
          {piece.fate === 'kept' && <p class="small soft">{say('restKept')}</p>}
          {piece.fate === 'attached' && (
            <p class="small soft">
              {say('restAttached', { to: options.find(option => option.value === piece.to)?.text ?? '' })}
            </p>
          )}
          {piece.fate === 'open' && data.state === 'open' && !isOpen(index) && (
            <p class="small">
              <a href={editHref(data, `rest:${index}`, 'rest')}>{say('restPlace')}</a>
            </p>
          )}
          {piece.fate === 'open' && data.state === 'open' && isOpen(index) && (
            <Form action={`/orders/${data.orderId}/rest`} version={data.version} hidden={{ index }} inline>
              <Select
                id={`rest-${index}`}
                name="to"
                label={say('restChoose')}
                hideLabel
                options={[{ value: 'keep', text: say('restKeep') }, ...options]}
                value="keep"
              />
              <Button kind="secondary" small>
                {say('restPlace')}
              </Button>
            </Form>
          )}
        </div>
      ))}
    </section>
  )
}

/** The address that opens one thing for editing in its place. */
export function editHref(data: DraftView, key: string, anchor: string): string {
  return `/orders/${data.orderId}/review?edit=${encodeURIComponent(key)}#${anchor}`
}
