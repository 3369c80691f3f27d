/** Invented things for tests: state only what matters. */
import type {
  IsoDate,
  ItemId,
  MunicipalityId,
  ObligationId,
  OrderId,
  OrganisationId,
  RoadmapId,
} from '../../core/base/index.ts'
import { isoDate } from '../../core/base/index.ts'
import type { Deadline } from '../../core/deadlines/contract.ts'
import { readDeadline } from '../../core/deadlines/index.ts'
import type {
  Binding,
  Directory,
  NewRoadmap,
  PartyMark,
  Plan,
  PlannedObligation,
  RoadmapItem,
  ScopeOrganisation,
  Source,
  StandingObligation,
  StatusFacts,
  Target,
} from '../model/index.ts'
import { executorKey, nothingHappened, sourceOfItem } from '../model/index.ts'

/** A date that exists. */
export function day(text: string): IsoDate {
  const date = isoDate(text)
  if (!date) throw new Error(`no such day: ${text}`)
  return date
}

export const plan2026: Plan = {
  start: day('2026-01-01'),
  end: day('2026-12-31'),
  horizon: day('2026-12-31'),
  checkpoints: [day('2026-06-30'), day('2026-11-30')],
}

const id = (name: string) => name as OrganisationId
const town = 'town' as MunicipalityId

/** An authority, a centre and schools of one town. */
export function aTown(
  schools: readonly { readonly id: string; readonly type?: string }[] = [{ id: 's1' }, { id: 's2' }, { id: 's3' }],
): ScopeOrganisation[] {
  return [
    { id: id('authority'), municipalityId: town, kind: 'municipal-authority', schoolType: null },
    { id: id('centre'), municipalityId: town, kind: 'other', schoolType: null },
    ...schools.map(
      (school): ScopeOrganisation => ({
        id: id(school.id),
        municipalityId: town,
        kind: 'school',
        schoolType: school.type ?? 'secondary',
      }),
    ),
  ]
}

/** What executors mean: by their printed texts. */
export function aDirectory(meanings: Readonly<Record<string, Target>> = {}): Directory {
  const usual: Record<string, Target> = {
    'Руководители ОО': { kind: 'allSchools' },
    'Управление образования': { kind: 'organisation', organisationId: id('authority') },
    ИМЦ: { kind: 'organisation', organisationId: id('centre') },
    ...meanings,
  }
  return new Map(Object.entries(usual).map(([text, target]) => [executorKey(text), target]))
}

/** A deadline as the grammar reads it in a plan of 2026. */
export function aDeadline(text: string): Deadline {
  return readDeadline(text, { planStart: plan2026.start, planEnd: plan2026.end, orderDate: null }).deadline
}

/** An item that makes somebody owe: the first party leads, the marked ones owe too. */
export function aSource(of: {
  readonly id?: string
  readonly kind?: 'item' | 'clause'
  readonly deadline?: string | null
  readonly parties?: readonly string[]
  readonly owes?: readonly string[]
  readonly lead?: string
  readonly binding?: Binding
}): Source {
  const parties = of.parties ?? ['Управление образования']
  return {
    kind: of.kind ?? 'item',
    id: of.id ?? 'item-1',
    deadline:
      of.deadline === undefined ? aDeadline('до 15.03.2026') : of.deadline === null ? null : aDeadline(of.deadline),
    binding: of.binding ?? 'owed',
    parties: parties.map(
      (text, index): PartyMark => ({
        text,
        lead: of.lead === undefined ? index === 0 : text === of.lead,
        owes: of.owes?.includes(text) ?? false,
      }),
    ),
  }
}

export function aPlanned(of: Partial<PlannedObligation> = {}): PlannedObligation {
  return {
    sourceKind: 'item',
    sourceId: 'item-1',
    organisationId: id('s1'),
    municipalityId: town,
    personId: null,
    binding: 'owed',
    startsOn: null,
    dueOn: day('2026-06-30'),
    ...of,
  }
}

export function aStanding(of: Partial<StandingObligation> = {}): StandingObligation {
  return {
    ...aPlanned(),
    id: 'obligation-1' as ObligationId,
    submittedOn: null,
    acceptedOn: null,
    returnedOn: null,
    cancelledOn: null,
    notRequiredOn: null,
    ...of,
  }
}

export function someFacts(of: Partial<StatusFacts> = {}): StatusFacts {
  return { binding: 'owed', startsOn: null, dueOn: day('2026-06-30'), ...nothingHappened, ...of }
}

/** A roadmap that is ready to be stored, with an item for each deadline. */
export function aNewRoadmap(
  items: readonly { readonly deadline: Deadline | null; readonly party: string }[],
  newId: () => string,
): NewRoadmap {
  const made = items.map(
    ({ deadline, party }, position): RoadmapItem => ({
      id: newId() as ItemId,
      sectionId: null,
      position,
      number: String(position + 1),
      title: `Мероприятие ${position + 1}`,
      deadline,
      parties: [
        { text: party, executorKey: executorKey(party), kind: 'group', canonical: null, lead: true, owes: true },
      ],
      results: [],
      indicators: [],
      information: null,
      extra: null,
      notes: [],
      places: [],
    }),
  )
  return {
    id: newId() as RoadmapId,
    municipalityId: null,
    authorityId: newId() as OrganisationId,
    orderId: newId() as OrderId,
    level: 'regional',
    title: 'Дорожная карта',
    plan: plan2026,
    document: {
      schemaVersion: '1.0',
      document: {
        authority: null,
        docType: 'приказ',
        number: null,
        date: null,
        place: null,
        title: null,
        preamble: null,
        purpose: null,
        legalBasis: [],
        clauses: [],
        signatory: null,
        controller: null,
        appendices: [],
      },
      passport: null,
      roadmap: { title: 'Дорожная карта', sections: [], items: [] },
      issues: [],
    },
    sections: [],
    items: made,
    clauses: [],
    leftovers: [],
    schools: [],
    sources: made.map(sourceOfItem),
  }
}
