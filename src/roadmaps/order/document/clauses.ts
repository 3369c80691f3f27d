import { cyrillic } from '../../../core/russian/index.ts'
import type { Clause, ClauseKind } from '../contract.ts'
import { addresseeOf, splitAddressees } from './addressee.ts'
import { type Line, placesOf } from './lines.ts'
import { type Marker, type Statement, statementsOf } from './marker.ts'

export interface ReadClause extends Omit<Clause, 'children' | 'path' | 'deadline'> {
  readonly places: readonly string[]
  readonly style: Marker['style'] | null
  readonly children: ReadClause[]
}

/** Reads the clauses of an order: numbers printed or automatic, sub-clauses nested, duplicated numbers kept. */
export function readClauses(lines: readonly Line[]): ReadClause[] {
  const top: ReadClause[] = []
  const byNumber = new Map<string, ReadClause>()
  let numbered = false
  const running = lines.filter(line => !line.cell)
  // a table among the clauses is not a clause; only an order laid out wholly as a table is read from its cells
  for (const statement of withTails(statementsOf(running.length ? running : lines, true))) {
    const parent: ReadClause | null = numbered ? parentOf(top, statement.marker, byNumber) : null
    const clause: ReadClause = clauseOf(statement, parent)
    if (parent) parent.children.push(clause)
    else top.push(clause)
    if (clause.number !== null) byNumber.set(clause.number, clause)
    numbered ||= parent === null && clause.number !== null
  }
  return top.map(clause => withLoneAddressee(clause, false))
}

/** «Главному специалисту Рябовой Ж.В.» over its sub-clauses: an addressee alone opens them even without a colon. */
function withLoneAddressee(clause: ReadClause, isChild: boolean): ReadClause {
  const children = clause.children.map(child => withLoneAddressee(child, true))
  const isOpen = children.length > 0 && clause.addressee === null && !/[:;]$|(?<!\p{Lu})\.$/u.test(clause.text)
  const { addressee, action } = addresseeOf(`${clause.text}:`, isChild)
  if (!isOpen || addressee === null || action !== null) return { ...clause, children }
  const kind = clause.kind === 'other' ? 'instruct' : clause.kind
  return { ...clause, children, kind, addressee, addressees: splitAddressees(addressee), action: null }
}

const tail = /^(?:срок|ответственн|основание|исполнител|отв\.|приложение)/i

/** «Срок: до 1 марта. Ответственный: …» under a clause belongs to it. */
function withTails(statements: readonly Statement[]): Statement[] {
  const all: Statement[] = []
  for (const statement of statements) {
    const last = all.at(-1)
    if (last && statement.marker === null && tail.test(statement.text)) {
      all[all.length - 1] = {
        ...last,
        text: `${last.text} ${statement.text}`,
        lines: [...last.lines, ...statement.lines],
      }
    } else all.push(statement)
  }
  return all
}

/** Where a statement hangs: «2.1» under 2; «1)», «а)» and dashes under the clause before; «2.» at the top. */
function parentOf(
  top: ReadClause[],
  marker: Marker | null,
  byNumber: ReadonlyMap<string, ReadClause>,
): ReadClause | null {
  const last = top.at(-1)
  if (!marker || !last) return null
  if (marker.style === 'dotted') return parentOfDotted(last, marker.number ?? '', byNumber)
  if (marker.style === 'dot') return (marker.level ?? 0) > 0 ? last : null
  if (marker.style === 'parenthesis') {
    if (last.style === 'parenthesis' && (marker.level ?? 0) === 0) return null
    return deepestOpen(last, ['dotted'])
  }
  if (marker.style === 'letter') return deepestOpen(last, ['dotted', 'parenthesis', 'dot'])
  return deepestOpen(last, ['dotted', 'parenthesis', 'letter', 'dot'])
}

function parentOfDotted(
  last: ReadClause,
  number: string,
  byNumber: ReadonlyMap<string, ReadClause>,
): ReadClause | null {
  const exact = byNumber.get(number.split('.').slice(0, -1).join('.'))
  return exact ?? (last.number === number.split('.')[0] ? last : null)
}

/** The last sub-clause that itself opens a list («… :»), else the top clause. */
function deepestOpen(clause: ReadClause, holders: readonly Marker['style'][]): ReadClause {
  const last = clause.children.at(-1)
  if (last && holders.includes(last.style ?? 'bullet') && (/:$/.test(last.text) || last.children.length > 0)) {
    return deepestOpen(last, holders)
  }
  return clause
}

export function flat(clauses: readonly ReadClause[]): ReadClause[] {
  return clauses.flatMap(clause => [clause, ...flat(clause.children)])
}

function clauseOf(statement: Statement, parent: ReadClause | null): ReadClause {
  const text = statement.text.trim()
  const read = addresseeOf(text, parent !== null)
  return {
    number: statement.marker?.number ?? null,
    text,
    kind: kindOf(text, read.addressee, parent),
    addressee: read.addressee,
    addressees: read.addressee === null ? [] : splitAddressees(read.addressee),
    action: read.action,
    places: placesOf(statement.lines),
    style: statement.marker?.style ?? null,
    children: [],
  }
}

const kindWords: readonly (readonly [ClauseKind, RegExp])[] = [
  ['control', /^(?:общий\s+)?контроль(?!\p{L}).{0,200}(?:возл|остав|осуществ|закреп)/iu],
  ['control', /(?:^|\s)контроль\s+(?:за\s+)?(?:исполнени|выполнени).{0,120}(?:возл|остав)/iu],
  ['entryIntoForce', /вступает в силу/i],
  ['repeal', /утративш\p{L}+ силу|^(?:отменить|считать недействующ)/iu],
  ['recommend', /^рекоменд(?:овать|ую|уется)/i],
  ['approve', /^(?:утвердить|утверждаю|согласовать|ввести в действие)(?!\p{L})/iu],
  ['attach', /^(?:закрепить|прикрепить)(?!\p{L})/iu],
  [
    'appoint',
    /^(?:назначить|назначаю)(?!\p{L})|^(?:\p{L}+ )?(?:ответственн|координатор|куратор|оператор)\p{L}*.{0,160}(?:назначить|определить)(?!\p{L})|^(?:определить|возложить).{0,200}(?:координатор|ответственн|куратор|оператор)/iu,
  ],
  [
    'publish',
    /^(?:опубликовать|разместить|обнародовать)(?!\p{L})|(?:приказ|распоряжение|постановление).{0,40}(?:опубликовать|разместить)/iu,
  ],
]

function kindOf(text: string, addressee: string | null, parent: ReadClause | null): ClauseKind {
  const found = kindWords.find(([, shape]) => shape.test(cyrillic(text)))?.[0]
  if (parent?.kind === 'recommend' && found !== 'control') return 'recommend'
  if (found) return found
  if ((parent?.kind === 'approve' || parent?.kind === 'repeal') && addressee === null) return parent.kind
  return addressee !== null || parent ? 'instruct' : 'other'
}
