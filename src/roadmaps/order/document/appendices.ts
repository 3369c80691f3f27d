import { findDate } from '../../../core/deadlines/index.ts'
import { cyrillic, personNames } from '../../../core/russian/index.ts'
import type { Appendix } from '../contract.ts'
import { flat, type ReadClause } from './clauses.ts'
import { joined, type Line, placesOf } from './lines.ts'
import { organisationInNominative } from './organisation-name.ts'
import { appendixWord, isHeadingOfPlan, isStamp } from './zones.ts'

/** «Приложение № 1 к приказу управления образования от 13.01.2023 № 28» or «УТВЕРЖДЕНО приказом …» as printed above an appendix. */
export interface Stamp {
  readonly kind: 'appendix' | 'approval'
  readonly number: string | null
  /** The act that approves, when the stamp names it. */
  readonly act: {
    readonly authority: string | null
    readonly docType: string | null
    readonly number: string | null
    readonly date: string | null
  }
  readonly lines: readonly Line[]
  /** Index of the first line after the stamp. */
  readonly end: number
}

/** Finds the stamps among the lines after the signature. */
export function findStamps(lines: readonly Line[]): Stamp[] {
  const stamps: Stamp[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (!line || !(isStamp(line) || isAppendixLine(line))) continue
    const stamp = stampAt(lines, i)
    stamps.push(stamp)
    i = stamp.end - 1
  }
  return stamps
}

function isAppendixLine(line: Line): boolean {
  return appendixWord.test(line.text) && line.text.length < 200
}

/** A stamp goes on while its lines are short and no title begins; it ends with the number of the act. */
function stampAt(lines: readonly Line[], from: number): Stamp {
  let end = from + 1
  while (end < lines.length && end < from + 9) {
    const line = lines[end]
    const sofar = joined(lines.slice(from, end))
    if (line && signsApproval(lines, from, end)) return stampOf(lines, from, end + 1)
    if (!line || line.text.length > 110 || isHeadingOfPlan(line.text) || isComplete(sofar, line)) break
    if (isAppendixLine(line) || isStamp(line)) break
    if (!stampLine.test(cyrillic(line.text)) && !isSetUnder(lines, from, end)) break
    end++
  }
  return stampOf(lines, from, end)
}

function stampOf(lines: readonly Line[], from: number, end: number): Stamp {
  const own = lines.slice(from, end)
  const text = cyrillic(joined(own))
  const number = /^приложени\p{L}\s*(?:№|n)?\s*(\d{1,2}(?:\.\d)?)/iu.exec(text)?.[1] ?? null
  return { kind: appendixWord.test(text) ? 'appendix' : 'approval', number, act: approvingAct(text), lines: own, end }
}

/** «УТВЕРЖДЕНО / приказом … / Директор ____ Н.И. Дубова»: who approved, right under the number of the act. */
function signsApproval(lines: readonly Line[], from: number, at: number): boolean {
  const line = lines[at]
  if (!line || line.gap || appendixWord.test(lines[from]?.text ?? '') || line.text.length > 110) return false
  const act = /(?:приказ|распоряжени|постановлени|решени)\p{L}*\s.*№/iu
  return personNames(line.text).length > 0 && act.test(joined(lines.slice(from, at)))
}

/** In a document that sets its parts apart, what follows «УТВЕРЖДАЮ» without an empty line belongs to the stamp. */
function isSetUnder(lines: readonly Line[], from: number, at: number): boolean {
  const isApproval = !appendixWord.test(lines[from]?.text ?? '')
  const hasGaps = lines.slice(at + 1, from + 9).some(line => line.gap)
  return isApproval && hasGaps && lines.slice(from + 1, at + 1).every(line => !line.gap && !line.cell)
}

const stampLine =
  /^(?:к\s|от\s|№|утвержд|приказ|распоряж|постановл|решени|«|"|_|\d|комитет|управлен|министерств|департамент|отдел|администрац|город|район|област|края|муниципальн|округ|образован|и\s|по\s|директор|начальник|руководител|председател|заместител|министр|глава|[\p{Lu}]\.\s?[\p{Lu}]\.|\p{Lu}\p{Ll}+\s\p{Lu}\.)|(?:област[ьи]|края|края|район[ае]?|округа|города|республики)$/iu

/** The act's number (or, without an act, the date) is printed already: only a dangling date may follow. */
function isComplete(text: string, next: Line): boolean {
  const act = /(?:приказ|распоряжени|постановлени|решени)\p{L}*.*$/iu.exec(text)?.[0]
  const isWhole = act === undefined ? !appendixWord.test(text) && findDate(text) !== null : /№\s*[\p{L}\d]/u.test(act)
  return isWhole && !/^(?:от\s|\d|№)/.test(next.text)
}

function approvingAct(text: string): Stamp['act'] {
  const match = /(приказ|распоряжени|постановлени|решени)\p{L}*\s+(.*)$/iu.exec(text)
  if (!match) return { authority: null, docType: null, number: null, date: findDate(text)?.date ?? null }
  const rest = match[2] ?? ''
  const date = findDate(rest)
  const numbers = [...rest.matchAll(/№\s*([\p{L}\d]+(?:\s?[-–/.]\s?[\p{L}\d]+)*)/gu)]
  // «приказом школы № 14 от 31.08.2022 № 215»: the number of the act stands beside its date
  const own = (date && numbers.find(found => found.index >= date.end - 1)) ?? numbers[0]
  const number = own?.[1]?.replace(/\s/g, '') ?? null
  const cut = own === numbers[0] ? /(?:\s*от\s|\s*№|\s+\d|$)/u.exec(rest) : /(?:\s*от\s|$)/u.exec(rest)
  const body = rest.slice(0, cut?.index ?? rest.length).trim()
  const docType = { приказ: 'приказ', распоряжени: 'распоряжение', постановлени: 'постановление', решени: 'решение' }[
    (match[1] ?? '').toLowerCase()
  ]
  return {
    authority: body ? capitalised(organisationInNominative(body)) : null,
    docType: docType ?? null,
    number,
    date: date?.date ?? null,
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What stands under a stamp: the title of its appendix, and whether that is the plan. */
export interface UnderStamp {
  readonly title: string | null
  readonly isPlan: boolean
  readonly places: readonly string[]
}

interface ReadAppendix extends Appendix {
  readonly places: readonly string[]
}

/** «(приложение № 1)», «согласно приложению», «приложения 1, 2»: never «с приложением документов». */
const reference =
  /(?:[(]\s*(?:далее\s+)?|согласно\s+|соответствии\s+с\s+|(?<!\p{L})в\s+|(?<!\p{L})к\s+)?(?<!\p{L})приложени(?:е|ю|я|ем|и|ям|ями|ях)(?!\p{L})\s*((?:(?:№№|№|n)?\s*\d{1,2}(?:\s*(?:,|и|-|–)\s*(?:№\s*)?(?=\d))?)*)/giu

/**
 * Lists the appendices that the clauses refer to and those that are printed, the plan's own first among equals.
 * @param plan title and places of the plan, null when there is none in the document
 */
export function readAppendices(
  clauses: readonly ReadClause[],
  stamps: readonly Stamp[],
  plan: { readonly title: string | null; readonly places: readonly string[] } | null,
  titleUnder: (stamp: Stamp) => UnderStamp,
): ReadAppendix[] {
  const printed = stamps.filter(stamp => stamp.kind === 'appendix').map(stamp => ({ stamp, ...titleUnder(stamp) }))
  const referred = references(clauses)
  const approving = flat(clauses).find(clause => clause.kind === 'approve' && planWord.test(clause.text))
  const all: ReadAppendix[] = referred.map(({ number, clause, named }) => {
    const match = printed.find(each => each.stamp.number === number)
    const isPlan = match
      ? match.isPlan
      : plan !== null && clause === approving && (number === null || number === '1' || clauseNamesOne(clause))
    return {
      number,
      title: isPlan ? (plan?.title ?? null) : (match?.title ?? null),
      present: match !== undefined || isPlan,
      referencedInClause: named,
      kind: isPlan ? 'roadmap' : (kindOfTitle(match?.title ?? '') ?? kindOf(clause)),
      places: [
        ...(match ? [...placesOf(match.stamp.lines), ...match.places] : []),
        ...(isPlan ? (plan?.places ?? []) : clause.places),
      ],
    }
  })
  for (const { stamp, title, isPlan, places } of printed) {
    if (all.some(each => each.number === stamp.number)) continue
    const kind = isPlan ? 'roadmap' : (kindOfTitle(title ?? '') ?? 'other')
    all.push({
      number: stamp.number,
      title: isPlan ? (plan?.title ?? null) : title,
      present: true,
      referencedInClause: null,
      kind,
      places: [...placesOf(stamp.lines), ...places],
    })
  }
  if (plan && !all.some(each => each.kind === 'roadmap' && each.present) && clauses.length > 0) {
    all.unshift({
      number: null,
      title: plan.title,
      present: true,
      referencedInClause: approving?.number ?? null,
      kind: 'roadmap',
      places: plan.places,
    })
  }
  return all
}

const planWord = /план|дорожн\p{L}* карт|комплекс\p{L}* мер|программ|мероприяти/iu

function clauseNamesOne(clause: ReadClause): boolean {
  return numbersIn(clause.text).length <= 1
}

/** Each appendix once, with the clause that names it first; a clause without a number is known by the one it stands in. */
function references(clauses: readonly ReadClause[], above: string | null = null): Reference[] {
  const found: Reference[] = []
  for (const clause of clauses) {
    const named = clause.number ?? above
    const own = numbersIn(clause.text).map(number => ({ number, clause, named }))
    for (const each of [...own, ...references(clause.children, named)]) {
      if (!found.some(other => other.number === each.number)) found.push(each)
    }
  }
  return found
}

interface Reference {
  readonly number: string | null
  readonly clause: ReadClause
  readonly named: string | null
}

/** Numbers of the appendices named in a text; null for «согласно приложению». */
function numbersIn(text: string): (string | null)[] {
  return [...cyrillic(text).matchAll(reference)].flatMap(match => {
    const list = match[1] ?? ''
    if (!/\d/.test(list) && /^приложени/i.test(match[0])) return []
    const range = /(\d{1,2})\s*[-–]\s*(?:№\s*)?(\d{1,2})/.exec(list)
    if (range)
      return Array.from({ length: Math.max(0, Number(range[2]) - Number(range[1]) + 1) }, (_, k) =>
        String(Number(range[1]) + k),
      )
    const numbers = list.match(/\d{1,2}/g)
    return numbers ?? [null]
  })
}

function kindOfTitle(text: string): Appendix['kind'] | null {
  if (/перечень (?!мер)|список|реестр|(?<!\p{L})состав/iu.test(text)) return 'list'
  if (/(?<!\p{L})форм[ауы](?!\p{L})/iu.test(text)) return 'form'
  return /паспорт/i.test(text) ? 'passport' : null
}

function kindOf(clause: ReadClause): NonNullable<Appendix['kind']> {
  if (clause.kind === 'attach') return 'assignment'
  const named = kindOfTitle(clause.text)
  if (named) return named
  if (planWord.test(clause.text)) return 'roadmap'
  return 'other'
}
