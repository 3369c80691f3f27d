/** Shapes of requests and answers, shared by routes, pages and commands. */
import { type Static, type TProperties, Type } from 'typebox'
import type { Deadline } from '../core/deadlines/contract.ts'
import type { SourceDocument } from '../core/document-model/index.ts'
import type { DatedBasis, Draft, RoadmapItem } from './model/index.ts'
import type { Order } from './order/contract.ts'

const nullable = <Properties extends Parameters<typeof Type.Union>[0][number]>(type: Properties) =>
  Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Text = Type.String()
const DateText = Type.String({ format: 'date' })
const open = <Shape>(description: string) =>
  Type.Unsafe<Shape>({ type: 'object', additionalProperties: true, description })

export const none = Type.Object({})
export const orderParams = Type.Object({ orderId: Id })
export const itemKeyParams = Type.Object({ orderId: Id, key: Text })
export const roadmapParams = Type.Object({ roadmapId: Id })
export const itemParams = Type.Object({ roadmapId: Id, itemId: Id })
export const clauseParams = Type.Object({ roadmapId: Id, clauseId: Id })

// ---------------------------------------------------------------- orders and their drafts

const OrderLine = Type.Object({
  id: Id,
  fileName: Text,
  number: nullable(Text),
  datedOn: nullable(DateText),
  title: nullable(Text),
  state: Type.Union([Type.Literal('open'), Type.Literal('approved')]),
  doubtsOpen: Type.Integer(),
  items: Type.Integer(),
  roadmapId: nullable(Id),
  updatedAt: Text,
  updatedBy: Text,
})
export const OrderList = Type.Object({ orders: Type.Array(OrderLine), next: nullable(Id) })
export type OrderList = Static<typeof OrderList>

export const DraftView = Type.Object({
  orderId: Id,
  fileName: Text,
  version: Type.Integer({ description: 'To be sent back with every edit: the second of two editors is refused.' }),
  state: Type.Union([Type.Literal('open'), Type.Literal('approved')]),
  roadmapId: nullable(Id),
  updatedAt: Text,
  updatedBy: Text,
  edit: nullable(Text),
  at: nullable(Text),
  words: Type.Integer(),
  placedWords: Type.Integer(),
  draft: open<Draft>('The draft: header, clauses, sections, items, doubts, defects, the rest of the source.'),
  source: open<SourceDocument>('The document as it was read: paragraphs and tables with their places.'),
})
export type DraftView = Static<typeof DraftView>

export const reviewQuery = Type.Object({
  edit: Type.Optional(
    Type.String({
      description: 'Key of what is open for editing: i3, s1, header, clause:3/1, rest:2, new-item, new-section.',
    }),
  ),
  at: Type.Optional(
    Type.String({ description: 'Anchor of what is to be seen: a long draft is shown in parts of 100 items.' }),
  ),
})

const versioned = <Properties extends TProperties>(properties: Properties) =>
  Type.Object({
    version: Type.Integer({ minimum: 1 }),
    open: Type.Optional(Type.String({ description: 'What the page keeps open after a refusal.' })),
    ...properties,
  })

const ItemFields = {
  number: Type.Optional(Type.String({ maxLength: 40 })),
  title: Type.String({ minLength: 1, maxLength: 5000 }),
  sectionKey: Type.Optional(Text),
  deadlineText: Type.Optional(Type.String({ maxLength: 1000 })),
  parties: Type.Array(Type.Object({ text: Type.String({ maxLength: 1000 }), owes: Type.Optional(Type.Boolean()) }), {
    maxItems: 60,
  }),
  lead: Type.Optional(Type.Integer({ minimum: 0 })),
  results: Type.Optional(Type.String({ description: 'One a line.', maxLength: 10_000 })),
  indicators: Type.Optional(Type.String({ description: 'One a line.', maxLength: 10_000 })),
}
export const EditItem = versioned(ItemFields)
export const AddItem = versioned({ ...ItemFields, afterKey: Type.Optional(Text) })
export const OnlyVersion = versioned({})
export const SplitItem = versioned({
  titles: Type.String({ description: 'The parts, with an empty line between them.' }),
})
export const EditSection = versioned({
  number: Type.Optional(Type.String({ maxLength: 40 })),
  title: Type.String({ minLength: 1, maxLength: 2000 }),
})
export const EditHeader = versioned({
  docType: Type.String({ minLength: 1, maxLength: 100 }),
  number: Type.Optional(Type.String({ maxLength: 100 })),
  date: Type.Optional(nullable(DateText)),
  authority: Type.Optional(Type.String({ maxLength: 2000 })),
  documentTitle: Type.Optional(Type.String({ maxLength: 5000 })),
  title: Type.Optional(Type.String({ maxLength: 5000 })),
  level: Type.Union([Type.Literal('regional'), Type.Literal('municipal'), Type.Literal('school')]),
  planStart: Type.Optional(nullable(DateText)),
  planEnd: Type.Optional(nullable(DateText)),
  horizon: Type.Optional(nullable(DateText)),
  checkpoints: Type.Optional(Type.String({ description: 'Dates, one a line; empty: the usual ones.' })),
})
export const EditClause = versioned({
  path: Text,
  text: Type.String({ minLength: 1, maxLength: 10_000 }),
  addressees: Type.Optional(Type.String({ description: 'One a line.' })),
  deadlineText: Type.Optional(Type.String({ maxLength: 1000 })),
  binding: Type.Union([Type.Literal('owed'), Type.Literal('recommended'), Type.Literal('none')]),
})
export const ChooseReading = versioned({ doubtId: Text, reading: Type.Integer({ minimum: 0 }) })
export const PlaceRest = versioned({
  index: Type.Integer({ minimum: 0 }),
  to: Type.String({ description: '`keep`, or the key of an item or a section.' }),
})
export const ChooseSchools = versioned({
  every: Type.Boolean({ description: 'Every school of the territory.' }),
  schools: Type.Array(Id, { description: 'Otherwise these.' }),
})
export const DraftSaved = Type.Object({
  orderId: Id,
  at: nullable(Text),
  long: Type.Boolean({ description: 'The review screen shows this draft in parts.' }),
})

const Suggestion = Type.Object({ code: Text, label: Text, why: Text })
export const ExecutorsView = Type.Object({
  orderId: Id,
  fileName: Text,
  version: Type.Integer(),
  title: nullable(Text),
  state: Text,
  executors: Type.Array(
    Type.Object({
      key: Text,
      text: Text,
      canonical: nullable(Text),
      forms: Type.Array(Text, { description: 'Every form in which the document prints it.' }),
      count: Type.Integer(),
      chosen: nullable(Text),
      chosenLabel: nullable(Text),
      suggestions: Type.Array(Suggestion),
    }),
  ),
  options: Type.Array(Type.Object({ code: Text, label: Text, group: Text })),
})
export type ExecutorsView = Static<typeof ExecutorsView>
export const MatchExecutors = Type.Object({
  executors: Type.Array(Type.Object({ key: Text, target: Text }), { maxItems: 2000 }),
})

const Counted = Type.Object({ organisationId: Id, name: Text, count: Type.Integer() })
export const PreviewView = Type.Object({
  orderId: Id,
  fileName: Text,
  version: Type.Integer(),
  state: Text,
  title: nullable(Text),
  planStart: nullable(DateText),
  planEnd: nullable(DateText),
  doubtsOpen: Type.Integer(),
  restOpen: Type.Integer(),
  /** Null while the plan's first and last day are not known. */
  counts: nullable(
    Type.Object({
      all: Type.Integer(),
      recommended: Type.Integer(),
      undated: Type.Integer(),
      byMonth: Type.Array(Type.Object({ month: Text, count: Type.Integer() })),
      byOrganisation: Type.Array(Counted),
    }),
  ),
  gaps: Type.Array(Type.Object({ why: Text, text: nullable(Text), count: Type.Integer(), where: Type.Array(Text) })),
  every: Type.Boolean(),
  schools: Type.Array(Type.Object({ id: Id, name: Text, chosen: Type.Boolean() })),
})
export type PreviewView = Static<typeof PreviewView>

export const ReadDeadlineView = Type.Object({
  deadline: nullable(open<Deadline>('The reading.')),
  words: Text,
  understood: Type.Boolean(),
})

// ---------------------------------------------------------------- roadmaps

const RoadmapHead = Type.Object({
  id: Id,
  title: Text,
  level: Text,
  planStart: DateText,
  planEnd: DateText,
  state: Text,
  version: Type.Integer(),
  orderId: Id,
  approvedAt: Text,
  approvedBy: Text,
  changeable: Type.Boolean({ description: 'It runs and belongs to the territory of the reader.' }),
})
export type RoadmapHead = Static<typeof RoadmapHead>
const Totals = Type.Object({
  owed: Type.Integer(),
  recommended: Type.Integer(),
  undated: Type.Integer(),
  dueSoFar: Type.Integer(),
  overdue: Type.Integer(),
  accepted: Type.Integer(),
})
export type Totals = Static<typeof Totals>
export const RoadmapList = Type.Object({
  /** `authority`: the body whose order it is, by its full name. */
  roadmaps: Type.Array(Type.Object({ head: RoadmapHead, authority: Text, totals: Totals })),
})
export type RoadmapList = Static<typeof RoadmapList>

const Section = Type.Object({
  id: Id,
  number: nullable(Text),
  title: Text,
  level: Type.Integer(),
  notes: Type.Array(Text),
})
const Item = Type.Intersect([
  open<RoadmapItem & { version: number; added: DatedBasis | null; cancelled: DatedBasis | null }>(
    'An item as printed, with its typed deadline; by which order it came later or was cancelled.',
  ),
])
export const itemsQuery = Type.Object({
  after: Type.Optional(
    Type.Integer({ minimum: -1, maximum: 1_000_000, description: 'Position of the last item of the chunk before.' }),
  ),
  section: Type.Optional(Id),
  executor: Type.Optional(Text),
  status: Type.Optional(
    Type.Union([
      Type.Literal('overdue'),
      Type.Literal('dueSoon'),
      Type.Literal('done'),
      Type.Literal('undated'),
      Type.Literal('cancelled'),
    ]),
  ),
  q: Type.Optional(Type.String({ maxLength: 200 })),
})
export type ItemsQuery = Static<typeof itemsQuery>
export const ItemChunk = Type.Object({ items: Type.Array(Item), next: nullable(Type.Integer()) })
export const RoadmapView = Type.Object({
  head: RoadmapHead,
  totals: Totals,
  sections: Type.Array(Section),
  executors: Type.Array(Type.Object({ key: Text, text: Text, count: Type.Integer() })),
  clauses: Type.Array(
    Type.Object({
      id: Id,
      number: nullable(Text),
      text: Text,
      addressees: Type.Array(Text),
      deadlineText: nullable(Text),
      binding: Text,
    }),
  ),
  leftovers: Type.Array(Type.Object({ place: Text, text: Text })),
  columns: Type.Array(Type.Object({ heading: Text, role: Text })),
  items: Type.Array(Item),
  next: nullable(Type.Integer()),
  filter: open<ItemsQuery>('The filters that were asked for.'),
})
export type RoadmapView = Static<typeof RoadmapView>

export const timelineQuery = Type.Object({
  zoom: Type.Optional(Type.Union([Type.Literal('month'), Type.Literal('quarter'), Type.Literal('year')])),
  section: Type.Optional(Id),
})
const Span = Type.Object({
  id: Id,
  cancelled: Type.Boolean(),
  number: nullable(Text),
  title: Text,
  sectionId: nullable(Id),
  kind: Text,
  words: Text,
  spans: Type.Array(Type.Object({ from: DateText, to: DateText })),
})
export const TimelineView = Type.Object({
  head: RoadmapHead,
  sections: Type.Array(Section),
  zoom: Type.Union([Type.Literal('month'), Type.Literal('quarter'), Type.Literal('year')]),
  section: nullable(Id),
  checkpoints: Type.Array(DateText),
  rows: Type.Array(Span),
  /** Clauses of the order that ask something of somebody; none while one section is shown. */
  clauses: Type.Array(Span),
})
export type TimelineView = Static<typeof TimelineView>

const ObligationLine = Type.Object({
  id: Id,
  organisationId: Id,
  organisation: Text,
  roadmapId: Id,
  itemId: nullable(Id),
  clauseId: nullable(Id),
  number: nullable(Text),
  title: Text,
  binding: Text,
  startsOn: nullable(DateText),
  dueOn: nullable(DateText),
  status: Text,
  cancelledReason: nullable(Text),
})
export type ObligationLine = Static<typeof ObligationLine>
export const burningQuery = Type.Object({ roadmap: Type.Optional(Id), organisation: Type.Optional(Id) })
export const BurningView = Type.Object({
  roadmaps: Type.Array(Type.Object({ id: Id, title: Text })),
  roadmap: nullable(Id),
  /** Of the one roadmap that is asked for. */
  head: nullable(RoadmapHead),
  overdue: Type.Array(ObligationLine),
  dueSoon: Type.Array(ObligationLine),
  more: Type.Boolean(),
})
export type BurningView = Static<typeof BurningView>

/** A line of history: `before` and `after` are empty where the change is told by its name. */
const HistoryLine = Type.Object({
  id: Text,
  at: Text,
  who: Text,
  action: Text,
  reason: nullable(Text),
  before: Text,
  after: Text,
})
export type HistoryLine = Static<typeof HistoryLine>

export const ItemView = Type.Object({
  head: RoadmapHead,
  section: nullable(Section),
  item: Item,
  words: Text,
  source: Type.Array(Type.Object({ place: Text, text: Text })),
  obligations: Type.Array(ObligationLine),
  history: Type.Array(HistoryLine),
})
export type ItemView = Static<typeof ItemView>

export const ClauseView = Type.Object({
  head: RoadmapHead,
  clause: Type.Object({
    id: Id,
    number: nullable(Text),
    text: Text,
    addressees: Type.Array(Text),
    deadlineText: nullable(Text),
    binding: Text,
  }),
  words: Text,
  source: Type.Array(Type.Object({ place: Text, text: Text })),
  obligations: Type.Array(ObligationLine),
  history: Type.Array(HistoryLine),
})
export type ClauseView = Static<typeof ClauseView>

/** What a change would do; the material of the refusal `roadmaps/confirm-effect`. */
export const Effect = Type.Object({
  add: Type.Integer(),
  move: Type.Integer(),
  cancel: Type.Integer(),
  kept: Type.Integer(),
  /** Were cancelled before and come back. */
  revive: Type.Integer(),
  unchanged: Type.Integer(),
  lines: Type.Array(
    Type.Object({ does: Text, what: Text, organisation: Text, from: nullable(DateText), to: nullable(DateText) }),
  ),
  seal: Text,
  /** The field that is missing. */
  field: Type.Optional(Text),
})
export type Effect = Static<typeof Effect>
export const ItemChangeView = Type.Object({
  head: RoadmapHead,
  item: Item,
  deadlineText: Text,
  parties: Type.Array(Type.Object({ text: Text, owes: Type.Boolean() })),
  lead: Type.Integer(),
  words: Text,
})
export type ItemChangeView = Static<typeof ItemChangeView>
/** Without `seal` nothing is saved: the answer is the refusal `roadmaps/confirm-effect` whose details are the effect and its seal. */
const confirmed = {
  version: Type.Integer({ minimum: 1 }),
  seal: Type.Optional(Type.String({ description: 'Seal of the effect that was shown; absent: only show it.' })),
  reason: Type.Optional(Type.String({ maxLength: 2000 })),
  orderNumber: Type.Optional(nullable(Type.String({ maxLength: 100 }))),
  orderDate: Type.Optional(nullable(DateText)),
}
export const ChangeItem = Type.Object({
  ...confirmed,
  deadlineText: Type.Optional(Type.String({ maxLength: 1000 })),
  parties: Type.Array(Type.Object({ text: Type.String({ maxLength: 1000 }), owes: Type.Optional(Type.Boolean()) }), {
    maxItems: 60,
  }),
  lead: Type.Optional(Type.Integer({ minimum: 0 })),
})
export const ItemFateView = Type.Object({ head: RoadmapHead, item: Item, effect: Effect })
export type ItemFateView = Static<typeof ItemFateView>
export const ChangeItemFate = Type.Object(confirmed)
export const NewItemView = Type.Object({
  head: RoadmapHead,
  sections: Type.Array(Section),
  /** Texts of the executors that the authority knows. */
  executors: Type.Array(Text),
})
export type NewItemView = Static<typeof NewItemView>
export const NewItem = Type.Object({
  ...confirmed,
  number: Type.Optional(Type.String({ maxLength: 40 })),
  title: Type.String({ minLength: 1, maxLength: 5000 }),
  sectionId: Type.Optional(Type.Union([Id, Type.Literal('')])),
  deadlineText: Type.Optional(Type.String({ maxLength: 1000 })),
  parties: Type.Array(Type.Object({ text: Type.String({ maxLength: 1000 }), owes: Type.Optional(Type.Boolean()) }), {
    maxItems: 20,
    description: 'Executors of the directory, by their texts.',
  }),
  lead: Type.Optional(Type.Integer({ minimum: 0 })),
  results: Type.Optional(Type.String({ description: 'One a line.', maxLength: 10_000 })),
})
export const ItemMade = Type.Object({ roadmapId: Id, itemId: Id })
export const PeriodView = Type.Object({ head: RoadmapHead, checkpoints: Type.Array(DateText) })
export type PeriodView = Static<typeof PeriodView>
export const ChangePeriod = Type.Object({ ...confirmed, planEnd: DateText })
export const ScopeView = Type.Object({
  head: RoadmapHead,
  schools: Type.Array(Type.Object({ id: Id, name: Text, inScope: Type.Boolean() })),
  /** Executors that oblige nobody, with how many items and clauses name them. */
  gaps: Type.Array(Type.Object({ why: Text, text: nullable(Text), count: Type.Integer() })),
})
export type ScopeView = Static<typeof ScopeView>
export const ChangeScope = Type.Object({ ...confirmed, schools: Type.Array(Id, { maxItems: 5000 }) })

export const RoadmapJson = Type.Object({
  order: open<Order>('The structured order with its items, after every correction.'),
})
export const RoadmapMade = Type.Object({ roadmapId: Id })
export const ExecutorsMatched = Type.Object({ orderId: Id, roadmapId: nullable(Id) })
export const OrderMade = Type.Object({ orderId: Id })

// ---------------------------------------------------------------- calendar of an organisation

export const calendarQuery = Type.Object({ organisation: Type.Optional(Id) })
export const CalendarView = Type.Object({ organisationId: Id, organisation: Text, linked: Type.Boolean() })
export type CalendarView = Static<typeof CalendarView>
export const calendarLinkBody = Type.Object({ organisation: Type.Optional(Id) })
/** `path` is shown once; the shell puts the address of the installation before it. */
export const CalendarLink = Type.Object({ path: Text })
export const CalendarRevoked = Type.Object({ revoked: Type.Boolean() })
