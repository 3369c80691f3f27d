/** Shapes of requests and answers, shared by routes, pages and programs. */
import { type Static, Type } from 'typebox'
import type { Trace } from '../core/rules/mechanism.ts'
import { Upload } from '../core/web/index.ts'
import type { CellChange, SettingChange, Turn } from './model/compare.ts'
import type { ShortVerdict } from './model/verdicts.ts'
import type { ToldMethodology } from './rules/explain.ts'
import type { CaseOutcome } from './rules/worked-cases.ts'

const Nullable = <Shape extends Parameters<typeof Type.Union>[0][number]>(shape: Shape) =>
  Type.Union([shape, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Text = Type.String()
const DateText = Type.String({ format: 'date' })
const open = <Shape>(description: string) =>
  Type.Unsafe<Shape>({ type: ['object', 'array', 'null'], additionalProperties: true, description })
const Words = (maxLength: number) => Type.String({ maxLength })
const Version = Type.Integer({
  minimum: 1,
  description: 'Sent back with every change: the second of two editors is refused.',
})

export const Nothing = Type.Object({})
export const EditionParams = Type.Object({
  editionId: Type.String({ maxLength: 100, description: 'The id of an own edition, or the code of a shipped one.' }),
})
export const RunParams = Type.Object({ runId: Id })
export const RunSchoolParams = Type.Object({ runId: Id, schoolId: Id })
export const ListParams = Type.Object({ listId: Id })
export const ListSchoolParams = Type.Object({ listId: Id, schoolId: Id })

// ---------------------------------------------------------------- methodologies

const EditionLine = Type.Object({
  id: Text,
  code: Text,
  edition: Type.Integer(),
  title: Text,
  state: Type.Enum(['shipped', 'draft', 'approved', 'dropped']),
  about: Text,
  source: Text,
  approvedAt: Nullable(Text),
  approvedBy: Nullable(Text),
  madeAt: Nullable(Text),
  madeBy: Nullable(Text),
})
export type EditionLine = Static<typeof EditionLine>
export const MethodologyList = Type.Object({ own: Type.Array(EditionLine), shipped: Type.Array(EditionLine) })
export type MethodologyList = Static<typeof MethodologyList>

const Parameter = Type.Object({
  name: Text,
  title: Text,
  unit: Text,
  value: Text,
  source: Text,
  checkedOn: Text,
  others: Type.Array(Type.Object({ from: Text, value: Text }), { description: 'Values of other days.' }),
})
const Switch = Type.Object({
  name: Text,
  title: Text,
  chosen: Text,
  source: Text,
  readings: Type.Array(Type.Object({ reading: Text, words: Text })),
})
const EditionHead = {
  ...EditionLine.properties,
  origin: Nullable(Text),
  version: Version,
  checkedOn: Text,
  asOf: Text,
  year: Nullable(Type.Integer()),
}
export const MethodologyCard = Type.Object({
  ...EditionHead,
  told: open<ToldMethodology>('The rules in words, generated from the data.'),
  parameters: Type.Array(Parameter),
  switches: Type.Array(Switch),
  lists: Type.Array(Type.Object({ id: Text, title: Text })),
  cases: open<readonly CaseOutcome[]>('Cases worked by hand with what came of them.'),
  editions: Type.Array(Type.Object({ id: Text, edition: Type.Integer(), state: Text })),
  history: Type.Array(Type.Object({ id: Text, at: Text, personName: Text, action: Text })),
})
export type MethodologyCard = Static<typeof MethodologyCard>

export const CopyEdition = Type.Object({ title: Words(300) })
export const EditionMade = Type.Object({ id: Text })
export const OnlyVersion = Type.Object({ version: Version })
export const UploadEdition = Type.Object({
  methodologyFile: Type.Optional(Upload()),
  casesFile: Type.Optional(Upload()),
  methodology: Type.Optional(Words(300_000)),
  cases: Type.Optional(Words(300_000)),
})
export const EditionTexts = Type.Object({ ...EditionHead, methodology: Text, cases: Text })
export type EditionTexts = Static<typeof EditionTexts>
export const SaveTexts = Type.Object({ version: Version, methodology: Words(300_000), cases: Words(300_000) })

const numbers = {
  version: Version,
  parameters: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Object({ value: Words(100), source: Type.Optional(Words(1000)), checkedOn: Type.Optional(Words(10)) }),
    ),
  ),
  switches: Type.Optional(Type.Record(Type.String(), Words(100))),
}
export const SaveNumbers = Type.Object(numbers)
export type SaveNumbers = Static<typeof SaveNumbers>
export const NumbersQuery = Type.Object({
  set: Type.Optional(
    Type.Array(Words(220), { maxItems: 100, description: 'What is tried and not saved: `lowShare=1/4`.' }),
  ),
})
const Moved = Type.Array(Type.Object({ id: Text, name: Text }))
const Effect = Type.Object({
  list: Text,
  title: Text,
  yes: Type.Integer(),
  no: Type.Integer(),
  unknown: Type.Integer(),
  entered: Moved,
  left: Moved,
  lostSight: Moved,
})
export type Effect = Static<typeof Effect>
export const NumbersView = Type.Object({
  ...EditionHead,
  parameters: Type.Array(Parameter),
  switches: Type.Array(Switch),
  /** Whether these are numbers that are tried and not saved. */
  tried: Type.Boolean(),
  schools: Type.Integer(),
  against: Type.Array(
    Type.Object({
      kind: Type.Enum(['edition', 'frozen']),
      title: Text,
      href: Nullable(Text),
      effects: Type.Array(Effect),
    }),
  ),
  /** Why the effect cannot be shown, in words. */
  trouble: Nullable(Text),
})
export type NumbersView = Static<typeof NumbersView>

export const NewCaseForm = Type.Object({ ...EditionHead, lists: Type.Array(Type.Object({ id: Text, title: Text })) })
export type NewCaseForm = Static<typeof NewCaseForm>
export const AddCase = Type.Object({
  version: Version,
  name: Words(300),
  source: Words(1000),
  results: Words(20_000),
  otherwise: Words(100),
  about: Words(5000),
  indicators: Words(5000),
  expect: Type.Record(Type.String(), Type.Enum(['', 'yes', 'no', 'unknown'])),
})

// ---------------------------------------------------------------- runs

const RunList = Type.Object({ id: Text, title: Text, yes: Type.Integer(), no: Type.Integer(), unknown: Type.Integer() })
const RunHead = Type.Object({
  id: Id,
  code: Text,
  edition: Type.Integer(),
  editionId: Nullable(Text),
  title: Text,
  year: Type.Integer(),
  day: DateText,
  inputsHash: Text,
  schools: Type.Integer(),
  lists: Type.Array(RunList),
  madeAt: Text,
  madeBy: Text,
})
export type RunHead = Static<typeof RunHead>

export const RunFormQuery = Type.Object({ edition: Type.Optional(Words(100)) })
export const RunForm = Type.Object({
  editions: Type.Array(Type.Object({ id: Text, title: Text, edition: Type.Integer(), shipped: Type.Boolean() })),
  chosen: Nullable(
    Type.Object({
      id: Text,
      title: Text,
      year: Nullable(Type.Integer()),
      asOf: DateText,
      columns: Type.Array(Type.Object({ column: Text, ofList: Nullable(Text), suggested: Nullable(Id) })),
    }),
  ),
  years: Type.Array(Type.Integer()),
  runs: Type.Array(RunHead),
  frozen: Type.Array(Type.Object({ id: Id, title: Text, year: Type.Integer() })),
})
export type RunForm = Static<typeof RunForm>
export const StartRun = Type.Object({
  editionId: Words(100),
  year: Type.Optional(Nullable(Type.Integer({ minimum: 1990, maximum: 2100 }))),
  day: Type.Optional(Nullable(DateText)),
  inputsOf: Type.Optional(Nullable(Id)),
  columns: Type.Optional(Type.Array(Type.Object({ column: Words(300), listId: Nullable(Id) }), { maxItems: 50 })),
})
export const RunMade = Type.Object({ id: Id })

export const SchoolsQuery = Type.Object({
  list: Type.Optional(Words(100)),
  verdict: Type.Optional(Words(20)),
  edge: Type.Optional(Words(5)),
  decision: Type.Optional(Words(20)),
  municipality: Type.Optional(Words(300)),
  q: Type.Optional(Words(200)),
})
export type SchoolsQuery = Static<typeof SchoolsQuery>
const Verdict = open<ShortVerdict>('The verdict in short: margin, what it would become, chances of the low procedures.')
export const RunView = Type.Object({
  run: RunHead,
  settings: Type.Array(Type.Object({ name: Text, title: Text, value: Text })),
  list: Text,
  schools: Type.Array(Type.Object({ id: Id, name: Text, municipality: Nullable(Text), verdict: Verdict })),
  shownOf: Type.Integer(),
  onEdge: Type.Integer(),
  municipalities: Type.Array(Text),
  taken: Type.Array(Type.Object({ id: Id, title: Text, listKey: Text })),
  query: SchoolsQuery,
})
export type RunView = Static<typeof RunView>
export const TakeList = Type.Object({ list: Words(100), title: Words(300) })

// ---------------------------------------------------------------- lists

const ListHead = Type.Object({
  id: Id,
  title: Text,
  year: Type.Integer(),
  state: Type.Enum(['proposed', 'decided', 'approved', 'frozen']),
  version: Version,
  runId: Nullable(Id),
  listKey: Nullable(Text),
  act: Nullable(Text),
  unmatched: Type.Array(Text),
  answersUntil: Nullable(DateText),
  orderNumber: Nullable(Text),
  orderDate: Nullable(DateText),
  orderTitle: Nullable(Text),
  code: Nullable(Text),
  edition: Nullable(Type.Integer()),
  inputsHash: Nullable(Text),
  madeAt: Text,
  madeBy: Text,
  approvedAt: Nullable(Text),
  approvedBy: Nullable(Text),
  frozenAt: Nullable(Text),
  frozenBy: Nullable(Text),
})
export type ListHead = Static<typeof ListHead>
const Counts = Type.Object({
  schools: Type.Integer(),
  included: Type.Integer(),
  excluded: Type.Integer(),
  proposed: Type.Integer(),
  notJudged: Type.Integer(),
  undecided: Type.Integer(),
  answers: Type.Integer(),
  exits: Type.Integer(),
})
export const ListsView = Type.Object({
  lists: Type.Array(Type.Object({ ...ListHead.properties, ...Counts.properties })),
  runs: Type.Array(RunHead),
  /** A school has its own lines here instead. */
  own: Type.Array(
    Type.Object({
      listId: Id,
      schoolId: Id,
      title: Text,
      year: Type.Integer(),
      state: Text,
      verdict: Text,
      decision: Nullable(Text),
      answersUntil: Nullable(DateText),
    }),
  ),
})
export type ListsView = Static<typeof ListsView>

const ListSchool = Type.Object({
  id: Id,
  name: Text,
  fullName: Text,
  municipality: Nullable(Text),
  verdict: Type.Enum(['yes', 'no', 'unknown', 'given']),
  decision: Nullable(Type.Enum(['included', 'excluded'])),
  reason: Nullable(Text),
  decidedAt: Nullable(Text),
  decidedBy: Nullable(Text),
  version: Version,
  answers: Type.Integer(),
  exitOn: Nullable(DateText),
  exitReason: Nullable(Text),
  exitAct: Nullable(Text),
})
export type ListSchool = Static<typeof ListSchool>
export const ListView = Type.Object({
  list: ListHead,
  counts: Counts,
  run: Nullable(RunHead),
  schools: Type.Array(Type.Object({ ...ListSchool.properties, short: Nullable(Verdict) })),
  shownOf: Type.Integer(),
  municipalities: Type.Array(Text),
  query: SchoolsQuery,
  history: Type.Array(Type.Object({ id: Text, at: Text, personName: Text, action: Text })),
})
export type ListView = Static<typeof ListView>

export const ListMade = Type.Object({ id: Id })
export const SchoolDecided = Type.Object({ listId: Id, schoolId: Id })
export const DecideSchool = Type.Object({
  version: Version,
  decision: Type.Enum(['included', 'excluded']),
  reason: Words(2000),
})
export const AcceptProposal = Type.Object({ reason: Words(2000) })
export const Accepted = Type.Object({ id: Id, included: Type.Integer() })
export const AskSchools = Type.Object({ version: Version, until: Type.Optional(Nullable(DateText)) })
export const SignList = Type.Object({ version: Version, number: Words(100), date: DateText, title: Words(1000) })
export const AnswerAsSchool = Type.Object({ text: Words(10_000) })
export const ExitSchool = Type.Object({ on: DateText, reason: Words(2000), act: Words(1000) })
export const ImportList = Type.Object({
  title: Words(300),
  year: Type.Integer({ minimum: 1990, maximum: 2100 }),
  act: Words(1000),
  number: Words(100),
  date: DateText,
  text: Type.Optional(Words(1_000_000)),
  file: Type.Optional(Upload()),
  withoutUnmatched: Type.Boolean(),
})

// ---------------------------------------------------------------- why a school is on a list

const Cell = Type.Object({
  where: Text,
  verdict: Nullable(Text),
  below: Nullable(Type.Integer()),
  participants: Nullable(Type.Integer()),
  why: Nullable(Text),
  threshold: Text,
  region: Nullable(Type.Object({ schools: Type.Integer(), participants: Type.Integer(), below: Type.Integer() })),
  chance: Nullable(
    Type.Object({
      status: Text,
      posteriorMean: Nullable(Type.Number()),
      q05: Nullable(Type.Number()),
      q95: Nullable(Type.Number()),
      probability: Nullable(Type.Number()),
    }),
  ),
  sources: Type.Array(
    Type.Object({ file: Text, class: Text, from: Nullable(Type.Integer()), to: Nullable(Type.Integer()) }),
  ),
})
export type Cell = Static<typeof Cell>
const Reason = Type.Object({
  list: Text,
  title: Text,
  verdict: Text,
  margin: Nullable(
    Type.Object({
      participants: Type.Integer(),
      becomes: Text,
      where: Type.Array(Type.Object({ place: Text, participants: Type.Integer() })),
    }),
  ),
  trace: open<Trace>('The way through the rule.'),
})
export type Reason = Static<typeof Reason>
export const WhyView = Type.Object({
  school: Type.Object({ id: Id, name: Text, fullName: Text, municipality: Nullable(Text) }),
  list: Nullable(ListHead),
  line: Nullable(ListSchool),
  run: Nullable(RunHead),
  about: Nullable(Type.Object({ title: Text, about: Text, source: Text })),
  excluded: Nullable(Text),
  /** Of the list in question first. */
  reasons: Type.Array(Reason),
  cells: Type.Array(Cell),
  values: Type.Array(Type.Object({ title: Text, value: Nullable(Type.Number()) })),
  answers: Type.Array(Type.Object({ at: Text, personName: Text, text: Text })),
  mayAnswer: Type.Boolean(),
  mayDecide: Type.Boolean(),
})
export type WhyView = Static<typeof WhyView>

// ---------------------------------------------------------------- two runs

export const CompareQuery = Type.Object({ a: Type.Optional(Id), b: Type.Optional(Id) })
const Difference = Type.Object({
  id: Id,
  name: Text,
  turn: Type.Unsafe<Turn>({ type: 'string' }),
  cells: open<readonly CellChange[]>('Results behind the verdict that differ.'),
})
export const CompareView = Type.Object({
  runs: Type.Array(RunHead),
  a: Nullable(RunHead),
  b: Nullable(RunHead),
  sameInputs: Type.Boolean(),
  settings: open<readonly SettingChange[]>('Numbers and readings that differ.'),
  names: Type.Record(Type.String(), Text),
  lists: Type.Array(Type.Object({ id: Text, title: Text, differences: Type.Array(Difference), inA: Type.Boolean() })),
})
export type CompareView = Static<typeof CompareView>
