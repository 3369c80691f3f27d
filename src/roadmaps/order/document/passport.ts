import { cyrillic } from '../../../core/russian/index.ts'
import type { TargetIndicator } from '../contract.ts'
import { readComparator } from './comparator.ts'
import { actsNamedIn, readAct, startsAct } from './legal-acts.ts'
import { joined, type Line, placesOf } from './lines.ts'
import { type Statement, statementsOf } from './marker.ts'
import { asWording, emptyPassport, finished, type PassportDraft, put, remember } from './passport-draft.ts'
import {
  definitionKindOf,
  factOf,
  factsIn,
  fieldOf,
  isAboutItself,
  isSchool,
  methodologyKindOf,
  type PassportField,
} from './passport-fields.ts'
import { readPassportTable } from './passport-table.ts'

/** What the list that follows belongs to, set by the lead-in before it. */
interface Context {
  /** Field of the last heading. */
  field: PassportField
  /** Set by a lead-in, ends with its list. */
  list: { field: PassportField | 'facts' | 'schools'; kind?: 'indicator' | 'procedure' | 'inclusionRule' } | null
  /** Level of the organisational structure or of the acts. */
  level: string
}

/** Reads the explanatory part before the plan: goals, tasks, results, problem, methodology, acts, structure, components. */
export function readPassport(lines: readonly Line[]): ReturnType<typeof finished> {
  const draft = emptyPassport()
  const context: Context = { field: 'problem', list: null, level: '' }
  for (const part of partsOf(lines)) {
    if (part.table) {
      readPassportTable(draft, part.lines)
      continue
    }
    const statements = statementsOf(part.lines)
    statements.forEach((statement, i) => {
      readStatement(draft, context, statement, statements[i + 1])
    })
  }
  return finished(draft)
}

function partsOf(lines: readonly Line[]): { table: boolean; lines: Line[] }[] {
  const parts: { table: boolean; id: number | null; lines: Line[] }[] = []
  for (const line of lines) {
    const id = line.cell?.table ?? null
    const last = parts.at(-1)
    if (last && last.id === id) last.lines.push(line)
    else parts.push({ table: id !== null, id, lines: [line] })
  }
  return parts
}

function readStatement(
  draft: PassportDraft,
  context: Context,
  statement: Statement,
  next: Statement | undefined,
): void {
  const text = statement.text
  const places = placesOf(statement.lines)
  if (draft.title === null && /^паспорт(?!\p{L})/iu.test(text) && text.length < 200) {
    draft.title = text
    remember(draft, '/passport/title', places)
    return
  }
  const inline = inlineHeading.exec(text) ?? goalAfterDash.exec(text)
  if (statement.marker?.style !== 'bullet' && inline && fieldOf(cyrillic(inline[1] ?? '')) !== null) {
    context.field = fieldOf(cyrillic(inline[1] ?? '')) ?? context.field
    context.list = null
    asWording(draft, inline[1] ?? '', places)
    readValue(draft, context, inline[2] ?? '', null, places, true)
    return
  }
  if (isHeading(statement)) {
    openHeading(draft, context, statement, next)
    return
  }
  const isItem = statement.marker !== null
  if (!isItem && /:$/.test(text) && next) {
    openList(draft, context, statement, next)
    return
  }
  if (!isItem && !(context.list?.field === 'schools' && isSchool(text))) context.list = null
  readValue(draft, context, text, statement.marker?.number ?? null, places, isItem)
}

/** «Цель: повышение качества образования.» */
const inlineHeading = /^(\p{Lu}[^:.;]{3,50}):\s+(\S.{8,})$/u

/** «Цель плана – повышение качества образования.» */
const goalAfterDash = /^((?:\p{L}+\s)?цел[ьи](?:\s[^:.;,–—]{3,60})?)\s[–—-]\s+(\S.{8,})$/iu

/** «II. План мероприятий»: a title set between the parts of the document. */
const romanTitle = /^[IVXІХ]{1,5}\.\s+\p{Lu}[^.;:]{3,120}$/u

/** A short line without a full stop: a numbered title, capitals, bold or centred, or a word that names a part of the passport. */
function isHeading(statement: Statement): boolean {
  const { marker, text, lines } = statement
  if (text.length > 200 || /[.;,]$/.test(text) || marker?.style === 'bullet' || marker?.style === 'parenthesis')
    return false
  if (romanTitle.test(text)) return true
  const line = lines[0]
  const isShort = text.length < 60 && fieldOf(cyrillic(text)) !== null
  if (marker)
    return (
      (line?.bold || line?.align === 'center' || text.length < 120) &&
      fieldOf(cyrillic(text)) !== null &&
      !startsAct(text)
    )
  return isShort || (fieldOf(cyrillic(text)) !== null && (line?.align === 'center' || text === text.toUpperCase()))
}

function openHeading(draft: PassportDraft, context: Context, statement: Statement, next: Statement | undefined): void {
  const field = fieldOf(cyrillic(statement.text)) ?? 'problem'
  const places = placesOf(statement.lines)
  context.field = field === 'targetIndicators' && !next?.marker ? context.field : field
  context.list = null
  context.level = ''
  put(draft, 'notes', joined(statement.lines), places)
}

function openList(draft: PassportDraft, context: Context, statement: Statement, next: Statement): void {
  const text = statement.text
  const places = placesOf(statement.lines)
  const kind = methodologyKindOf(cyrillic(text))
  const isLevel = text.length < 80 && /уровень|уровне|организации/i.test(text)
  if (startsAct(next.text) && next.marker && (isLevel || fieldOf(text) === 'legal')) context.list = { field: 'legal' }
  else if (context.field === 'structure' || (isLevel && next.marker)) {
    context.list = { field: 'structure' }
    context.level = text.replace(/:$/, '')
  } else if (kind && next.marker) context.list = { field: 'methodology', kind }
  else if (factOf(next.text) && next.marker) context.list = { field: 'facts' }
  else if (isSchool(next.text)) context.list = { field: 'schools' }
  else context.list = { field: context.field }
  // a lead-in that states a number, or goes on after a full stop, says something of its own; others only announce the list
  const isFact = (context.list.field === 'facts' || context.list.field === 'schools') && /\d/.test(text)
  const definition = definitionKindOf(cyrillic(text))
  if (isFact) {
    const leadIn = /,?\s*(?:среди них|из них|в том числе)?\s*:$/i
    put(draft, 'problem', text.replace(leadIn, ''), places)
    asWording(draft, leadIn.exec(text)?.[0] ?? '', places)
    for (const fact of factsIn(text)) put(draft, 'facts', fact, places)
  } else if (definition) put(draft, 'methodology', { kind: definition, text }, places)
  else if (/\p{Ll}[.!?]\s+\p{Lu}/u.test(text) && context.field !== 'structure') put(draft, 'problem', text, places)
  else put(draft, 'notes', text, places)
}

function readValue(
  draft: PassportDraft,
  context: Context,
  text: string,
  number: string | null,
  places: readonly string[],
  isItem: boolean,
): void {
  const list = context.list
  const field = list?.field ?? context.field
  const definition = isItem ? null : definitionKindOf(cyrillic(text))
  const fact = field === 'facts' ? factOf(text) : null
  if (definition) put(draft, 'methodology', { kind: definition, text }, places)
  else if (!isItem && isAboutItself(cyrillic(text))) put(draft, 'notes', text, places)
  else if (fact) put(draft, 'facts', fact, places)
  else if (field === 'schools' || (isItem && isSchool(text)))
    put(draft, 'namedSchools', { name: text.replace(/[;,.]$/, '') }, places)
  else if (field === 'methodology')
    put(draft, 'methodology', { kind: list?.kind ?? 'context', text, ...(number ? { number } : {}) }, places)
  else if (field === 'legal' && startsAct(text))
    put(draft, 'legalFramework', { ...readAct(text), ...(number ? { ordinal: number } : {}) }, places)
  else if (field === 'structure') putStructure(draft, context.level, text, places, isItem)
  else if (field === 'goals' || field === 'tasks' || field === 'expectedResults') put(draft, field, text, places)
  else if (field === 'targetIndicators') put(draft, 'targetIndicators', targetOf(text), places)
  else if (field === 'period') draft.periodText = putText(draft, 'periodText', draft.periodText, text, places)
  else if (field === 'developer') draft.developer = putText(draft, 'developer', draft.developer, text, places)
  else if (field === 'workingGroup')
    draft.workingGroup = putText(draft, 'workingGroup', draft.workingGroup, text, places)
  else put(draft, 'problem', text, places)
  if (!isItem && field === 'problem') putActsOf(draft, text, places)
}

/** «Доля школ … – не более 4 %;»: what is measured stands before the dash, its target after it. */
function targetOf(text: string): TargetIndicator {
  const [, name, target] = /^(.{5,}?)\s*(?:[–—-]\s|:\s|,\s(?=не\s))\s*(\D{0,40}\d.*)$/su.exec(text) ?? []
  const sourceText = (target ?? text).replace(/[;.]$/, '')
  return { name: (name ?? text).replace(/[;.]$/, ''), ...readComparator(sourceText), sourceText }
}

/** «В соответствии с нормативно-правовыми документами …»: the acts that a paragraph of the passport rests on. */
function putActsOf(draft: PassportDraft, text: string, places: readonly string[]): void {
  if (!/^(?:в соответствии|на основании).{0,60}(?:нормативн|правов|документ)/iu.test(cyrillic(text))) return
  for (const act of actsNamedIn(text)) put(draft, 'legalFramework', act, places)
}

function putStructure(
  draft: PassportDraft,
  level: string,
  text: string,
  places: readonly string[],
  isItem: boolean,
): void {
  const last = draft.lists.structure.at(-1)
  if (!isItem) put(draft, 'notes', text, places)
  else if (last && last.level === level) {
    last.statements.push(text)
    remember(draft, `/passport/structure/${draft.lists.structure.length - 1}`, places)
  } else put(draft, 'structure', { level, statements: [text] }, places)
}

function putText(
  draft: PassportDraft,
  key: string,
  before: string | null,
  text: string,
  places: readonly string[],
): string {
  remember(draft, `/passport/${key}`, places)
  return before === null ? text : `${before} ${text}`
}
