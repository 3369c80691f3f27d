import { isoDate } from '../../../core/base/index.ts'
import { readDeadline } from '../../../core/deadlines/index.ts'
import type { SourceDocument } from '../../../core/document-model/index.ts'
import { personNames } from '../../../core/russian/index.ts'
import type { Clause, FindPlan, OrderDocument, Passport, Provenance } from '../contract.ts'
import { findAbbreviations } from './abbreviations.ts'
import { findStamps, readAppendices, type Stamp, type UnderStamp } from './appendices.ts'
import { clauseDeadlineText } from './clause-deadline.ts'
import { type ReadClause, readClauses } from './clauses.ts'
import { readPreamble } from './legal-acts.ts'
import { type Letterhead, readLetterhead, readRegistration, readTitle } from './letterhead.ts'
import { joined, type Line, leavesOf, linesOf, placesOf } from './lines.ts'
import { bodyOfOffice } from './organisation-name.ts'
import { readPassport } from './passport.ts'
import { findPlanHeadings, type Period, type PlanHeading, readPlanPeriod } from './plan-heading.ts'
import { readController, readSignatory } from './signature.ts'
import { together, type Wording, wordingOf } from './wording.ts'
import { findSignature, isHeadingOfPlan, office, type Zones, zonesOf } from './zones.ts'

/** The order without its plan. */
export interface ReadDocument {
  readonly document: OrderDocument
  readonly passport: Passport | null
  readonly roadmapTitle: string | null
  readonly period: Period
  readonly abbreviations: ReadonlyMap<string, string>
  readonly provenance: Provenance
  /** Words that only name the parts of the order, by place. */
  readonly wording: Wording
  /** Places inside other appendices than the plan's → «Приложение 2». */
  readonly otherAppendices: ReadonlyMap<string, string>
}

/** Reads everything that does not belong to the plan's tables. */
export function readDocument(source: SourceDocument, plan: ReturnType<FindPlan>): ReadDocument {
  const skip = new Set([
    ...plan.blocks.map(at => source.blocks[at]?.place.id ?? ''),
    ...plan.captions.map(place => place.id),
  ])
  const zones = zonesOf(linesOf(source, skip), plan.blocks[0] ?? null)
  const head = readHead(zones)
  const appendix = readAppendixZone(zones, plan.blocks.length > 0)
  const clauses = readClauses(zones.clauses)
  const stamp = namingStamp(appendix.stamps)
  const isPlanOnly = zones.docType === null && zones.command === null && clauses.length === 0
  const date = head.registration.date ?? stamp?.act.date ?? null
  const title = head.title.title ?? (isPlanOnly ? (appendix.heading?.text ?? null) : null)
  const roadmapTitle = appendix.heading?.text ?? null
  const period = readPlanPeriod(
    [roadmapTitle, appendix.passport?.periodText ?? null, title, approvingText(clauses)],
    date,
  )
  const deadlineContext = { planStart: day(period.start), planEnd: day(period.end), orderDate: day(date) }
  const ofAppendix = stamp?.kind === 'appendix' ? stamp.act.docType : null
  const controller = readController(clauses)
  const approving = isPlanOnly ? bodyOfOffice((appendix.approvedBy?.position ?? '').replace(office, '')) : null
  const { purpose, acts } = readPreamble(head.title.preamble ?? '')
  const planPart =
    plan.blocks.length > 0 ? { title: roadmapTitle, places: placesOf(appendix.heading?.lines ?? []) } : null
  const appendices = readAppendices(clauses, appendix.stamps, planPart, appendix.titleUnder)
  const document: OrderDocument = {
    authority: head.letterhead.authority ?? stamp?.act.authority ?? approving,
    authorityFull: head.letterhead.authorityFull ?? stamp?.act.authority ?? approving,
    docType: zones.docType?.word ?? (isPlanOnly ? (ofAppendix ?? 'план') : (stamp?.act.docType ?? typeByWords(zones))),
    number: head.registration.number ?? stamp?.act.number ?? null,
    numberText: head.registration.numberText,
    date,
    dateText: head.registration.dateText,
    place: head.registration.place,
    title,
    preamble: head.title.preamble,
    purpose,
    legalBasis: acts,
    clauses: clauses.map((clause, i) => finishedClause(clause, `${i + 1}`, deadlineContext)),
    signatory: readSignatory(zones.signature) ?? appendix.approvedBy ?? readSignatory(appendix.signedUnder),
    controller: controller?.controller ?? null,
    appendices: appendices.map(({ places: _, ...each }) => each),
  }
  const repeatedTitles = appendix.headings.slice(1).flatMap(heading => heading.lines)
  const texts = leavesOf(source.blocks).map(leaf => leaf.text)
  return {
    document,
    passport: appendix.passport,
    roadmapTitle,
    period,
    abbreviations: findAbbreviations(texts, document.authority),
    wording: together(wordingOf(zones, appendix.stamps, appendix.visas, repeatedTitles), appendix.wording),
    otherAppendices: appendix.others,
    provenance: withoutEmpty({
      ...headProvenance(
        head,
        zones,
        appendix.stamps.filter(each => each === stamp || each.act.number === document.number),
      ),
      ...clauseProvenance(clauses, '/document/clauses'),
      ...appendix.provenance,
      '/document/controller': controller?.places ?? [],
      '/document/signatory': placesOf(
        [zones.signature, appendix.approvalLines, appendix.signedUnder].find(lines => lines.length > 0) ?? [],
      ),
      '/roadmap/title': placesOf(appendix.headings.flatMap(heading => heading.lines)),
      ...Object.fromEntries(appendices.map((each, i) => [`/document/appendices/${i}`, each.places])),
    }),
  }
}

/** The stamp that names the order, else the one by which the plan was approved; «СОГЛАСОВАНО» dates nothing. */
function namingStamp(stamps: readonly Stamp[]): Stamp | undefined {
  const approving = stamps.filter(({ lines }) => !/^(?:согласован|принят|рассмотрен)/i.test(lines[0]?.text ?? ''))
  return approving.find(({ act }) => act.number !== null) ?? approving.find(({ act }) => act.date !== null)
}

function day(text: string | null) {
  return text === null ? null : isoDate(text)
}

type Head = ReturnType<typeof readHead>

function readHead(zones: Zones) {
  const registration = readRegistration(zones.heading)
  const letterhead = readLetterhead(zones.letterhead)
  return {
    letterhead: letterhead.authority === null ? bodyUnderType(registration.rest[0]) : letterhead,
    registration,
    title: readTitle(registration.rest),
  }
}

/** «ПРИКАЗ / по МБОУ «Школа № 2»»: a letterhead of one line under the word of the document. */
function bodyUnderType(line: Line | undefined): Letterhead {
  const body = /^по\s+(\p{Lu}.*)$/u.exec(line?.text ?? '')?.[1] ?? null
  return { authority: body, authorityFull: body, lines: line && body ? [line] : [] }
}

interface AppendixZone {
  readonly stamps: readonly Stamp[]
  /** The plan's title: the first of the titles found. */
  readonly heading: PlanHeading | null
  readonly headings: readonly PlanHeading[]
  readonly passport: Passport | null
  readonly provenance: Provenance
  readonly approvedBy: OrderDocument['signatory']
  readonly approvalLines: readonly Line[]
  /** The signature under the plan: of a plan without an order, or of one whose first pages are missing. */
  readonly signedUnder: readonly Line[]
  readonly titleUnder: (stamp: Stamp) => UnderStamp
  /** Lists of those who have read or agreed, and the addresses of who wrote it. */
  readonly visas: readonly Line[]
  readonly wording: Wording
  readonly others: ReadonlyMap<string, string>
}

const visa =
  /^(?:исп(?:олнитель|\.)|с (?:приказом|распоряжением|постановлением) ознакомлен|ознакомлен|тел(?:ефон)?\.?\s|рассылка|разослан|визы|верно|копия верна|\d{5,}|\+?[78]\s?\(\d+|лист (?:согласования|ознакомления)|подписано электронной|документ подписан|сертификат|действителен)/iu

/** Lists of those who have read or agreed go on until a stamp or a title. */
function visasAmong(lines: readonly Line[], stamped: ReadonlySet<Line>): Set<Line> {
  let isVisa = false
  const visas = lines.filter(line => {
    if (/(?:ознакомлен\p{L}*|рассылка|разослан\p{L}*|согласовани\p{L})\s*:?$/iu.test(line.text) && visa.test(line.text))
      isVisa = true
    else if (stamped.has(line) || isHeadingOfPlan(line.text) || line.text.length > 150) isVisa = false
    return !stamped.has(line) && (isVisa || visa.test(line.text))
  })
  return new Set(visas)
}

/** Reads what stands between the signature and the plan, and after it: stamps, titles, passport. */
function readAppendixZone(zones: Zones, hasPlan: boolean): AppendixZone {
  const all = [...zones.beforePlan, ...zones.afterPlan]
  const stamps = findStamps(all)
  const stamped = new Set(stamps.flatMap(stamp => stamp.lines))
  const visas = visasAmong(all, stamped)
  const own = zones.beforePlan.filter(line => !stamped.has(line) && !visas.has(line))
  const before = withoutOtherAppendices(own, stamps)
  const headings = hasPlan ? planHeadings(before, stamps, zones.beforePlan) : []
  const titled = new Set(headings.flatMap(heading => heading.lines))
  const { passport, provenance, wording } = hasPlan
    ? readPassport(before.filter(line => !titled.has(line)))
    : { passport: null, provenance: {}, wording: new Map() }
  const approval = stamps.find(stamp => stamp.kind === 'approval' && /^утвержд/i.test(stamp.lines[0]?.text ?? ''))
  const approvalLines = approval ? signingLines(approval) : []
  return {
    stamps,
    heading: headings[0] ?? null,
    headings,
    passport,
    provenance,
    approvedBy: approvalLines.length ? readSignatory(approvalLines) : null,
    approvalLines: approval?.lines ?? [],
    signedUnder: zones.signature.length ? [] : findSignature(zones.afterPlan),
    titleUnder: stamp => titleUnder(stamp, all, zones.beforePlan.length, hasPlan),
    visas: [...visas],
    wording,
    others: otherAppendices(stamps, all, zones.beforePlan.length, hasPlan),
  }
}

/** The office and the name in a stamp, without the act and the date; nothing where an act alone approves. */
function signingLines(stamp: Stamp): readonly Line[] {
  const lines = stamp.lines.slice(1).filter(line => !/\d{4}/.test(line.text))
  const named = lines.some(line => personNames(line.text).length > 0)
  if (stamp.act.docType === null) return named || /^утверждаю/i.test(stamp.lines[0]?.text ?? '') ? lines : []
  return lines.filter(line => personNames(line.text).length > 0)
}

const otherAppendix =
  /^(?:перечень (?!мер)|список|состав|положение|форма|порядок|реестр|распределение|закрепление|регламент|методика)/iu

/** A list of schools or a statute enclosed before the plan is an appendix of its own, no passport of the plan. */
function withoutOtherAppendices(lines: readonly Line[], stamps: readonly Stamp[]): Line[] {
  const starts = stamps.filter(({ kind }) => kind === 'appendix').map(({ lines: own }) => own[0]?.block ?? 0)
  const segmentOf = (line: Line) => starts.filter(start => start <= line.block).length
  const others = new Set<number>()
  const seen = new Set<number>()
  for (const line of lines) {
    const segment = segmentOf(line)
    if (segment > 0 && !seen.has(segment) && otherAppendix.test(line.text)) others.add(segment)
    seen.add(segment)
  }
  return lines.filter(line => !others.has(segmentOf(line)))
}

/** Titles of the plan; a title of unusual wording is known by standing alone between the stamp and the table. */
function planHeadings(lines: readonly Line[], stamps: readonly Stamp[], beforePlan: readonly Line[]): PlanHeading[] {
  const last = stamps.filter(stamp => stamp.end <= beforePlan.length).at(-1)
  const all = findPlanHeadings(lines)
  // under the last stamp of an appendix stands the plan; a programme above it is another document
  const ownAppendix = last?.kind === 'appendix' ? (last.lines.at(-1)?.block ?? -1) : -1
  const below = all.filter(heading => (heading.lines[0]?.block ?? 0) > ownAppendix)
  const named = below.length > 0 ? below : all
  if (named.length || !last) return named
  const under = beforePlan.slice(last.end).filter(line => lines.includes(line))
  const isTitle =
    under.length > 0 &&
    under.length <= 5 &&
    under.every(line => line.text.length < 160 && !line.cell && !/[.:;]$/.test(line.text))
  return isTitle ? [{ text: joined(under), lines: under }] : []
}

/** The text under a stamp; it is the plan's when only the plan's table follows. */
function titleUnder(stamp: Stamp, all: readonly Line[], planAt: number, hasPlan: boolean): UnderStamp {
  const under = all.slice(stamp.end)
  const isBefore = stamp.end <= planAt
  const next = under.findIndex(line => findStamps([line]).some(each => each.kind === 'appendix'))
  const isPlan = hasPlan && isBefore && (next < 0 || stamp.end + next >= planAt)
  const heading = findPlanHeadings(under.slice(0, next < 0 ? 6 : Math.min(next, 6)))[0]
  const first = under[0]
  const isTitle = first !== undefined && !first.cell && first.text.length < 250
  const lines = heading?.lines ?? (isTitle ? [first] : [])
  return { title: heading?.text ?? (isTitle ? joined([first]) : null), isPlan, places: placesOf(lines) }
}

/** The lines between the stamp of another appendix and the next stamp, each with the name of that appendix. */
function otherAppendices(
  stamps: readonly Stamp[],
  all: readonly Line[],
  planAt: number,
  hasPlan: boolean,
): Map<string, string> {
  const others = new Map<string, string>()
  const starts = stamps.filter(stamp => stamp.kind === 'appendix')
  starts.forEach((stamp, i) => {
    const { title, isPlan } = titleUnder(stamp, all, planAt, hasPlan)
    if (isPlan) return
    const next = starts[i + 1]
    const name = ['Приложение', stamp.number].filter(Boolean).join(' ')
    for (const line of all.slice(stamp.end, next ? next.end - next.lines.length : all.length))
      others.set(line.place.id, title ? `${name}. ${title}` : name)
  })
  return others
}

function approvingText(clauses: readonly ReadClause[]): string | null {
  return clauses.find(clause => clause.kind === 'approve')?.text ?? null
}

function typeByWords(zones: Zones): string {
  const text = zones.clauses
    .map(line => line.text)
    .join(' ')
    .toLowerCase()
  if (/распоряжени/.test(text)) return 'распоряжение'
  return /постановлени/.test(text) ? 'постановление' : 'приказ'
}

function finishedClause(clause: ReadClause, path: string, context: Parameters<typeof readDeadline>[1]): Clause {
  const { places: _, style: __, children, ...own } = clause
  const printed = clauseDeadlineText(clause)
  return {
    ...own,
    path,
    deadline: printed === null ? null : readDeadline(printed, context).deadline,
    children: children.map((child, i) => finishedClause(child, `${path}/${i + 1}`, context)),
  }
}

function headProvenance(head: Head, zones: Zones, stamps: readonly Stamp[]): Provenance {
  const { letterhead, registration, title } = head
  const stamped = placesOf(stamps.flatMap(stamp => stamp.lines))
  const registered = [...placesOf(registration.lines), ...stamped]
  return {
    '/document/authority': [...placesOf(letterhead.lines), ...stamped],
    '/document/authorityFull': placesOf(letterhead.lines),
    '/document/docType': zones.docType ? placesOf([zones.docType.line]) : [],
    '/document/number': registered,
    '/document/numberText': placesOf(registration.lines),
    '/document/date': registered,
    '/document/dateText': placesOf(registration.lines),
    '/document/place': placesOf(registration.place === null ? [] : registration.lines),
    '/document/title': placesOf(title.titleLines),
    '/document/preamble': placesOf([...title.preambleLines, ...(zones.command ? [zones.command] : [])]),
    '/document/legalBasis': placesOf(title.preambleLines),
  }
}

function clauseProvenance(clauses: readonly ReadClause[], under: string): Provenance {
  return Object.assign(
    {},
    ...clauses.map((clause, i) => ({
      [`${under}/${i}`]: clause.places,
      ...clauseProvenance(clause.children, `${under}/${i}/children`),
    })),
  )
}

function withoutEmpty(provenance: Provenance): Provenance {
  return Object.fromEntries(Object.entries(provenance).filter(([, places]) => places.length > 0))
}
