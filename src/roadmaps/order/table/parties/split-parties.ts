import { adjectiveNumber, type Head, headOf, isAcronym, isClassAcronym, isLegalForm, isNamePart } from './heads.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A stretch of the cell that names one party, and whether only a space parted it from the one before. */
interface PartySpan {
  readonly text: string
  readonly glued: boolean
}

/** What the party being read has so far. */
interface Open {
  head: Head | null
  hasName: boolean
  nameFirst: boolean
  /** The head already has a word that depends on it, or needs none. */
  complete: boolean
  /** A whole name of a body is there: acronym or legal form with its name. */
  isBody: boolean
  tokens: number
  /** The head needs no complement: it has an adjective that tells which, or is a compound. */
  selfTold: boolean
  /** Index of the head's own word: adjectives before it belong to it. */
  headAt: number
}

/**
 * Parts a cell of parties into single ones: at semicolons, at line breaks and commas before something that can begin a party, and at
 * mere spaces where a new head in the nominative, a new name or a new abbreviation begins.
 *
 * @param text lines parted by `\n`; a line break may also be a mere wrap
 * @example splitParties('Руководители школ МОУО КОИРО').map(span => span.text) // ['Руководители школ', 'МОУО', 'КОИРО']
 */
export function splitParties(text: string): PartySpan[] {
  const tokens = tokensOf(text)
  const starts: { at: number; glued: boolean }[] = []
  let open = nothing()
  tokens.forEach((token, i) => {
    const cut = i === 0 ? 'start' : cutBefore(tokens, i, open)
    if (cut) {
      starts.push({ at: openedAt(text, token.start, tokens[i - 1]?.end ?? 0), glued: cut === 'glued' })
      open = nothing()
    }
    take(open, tokens, i)
  })
  return starts
    .map((start, i) => ({ text: trimmed(text.slice(start.at, starts[i + 1]?.at)), glued: start.glued }))
    .filter(span => span.text !== '')
}

function nothing(): Open {
  return {
    head: null,
    hasName: false,
    nameFirst: false,
    complete: false,
    isBody: false,
    tokens: 0,
    selfTold: false,
    headAt: -1,
  }
}

function take(open: Open, tokens: readonly Token[], i: number): void {
  const token = tokens[i]!
  const head = token.depth > 0 ? null : startingHead(tokens, i)
  if (token.isName) {
    open.hasName = true
    if (open.tokens === 0) open.nameFirst = true
  } else if (open.head === null && head && !token.isName) {
    open.head = head.head
    open.headAt = i + head.length - 1
    // «муниципальный координатор», «школы-участницы» say all by themselves
    open.selfTold =
      (head.length > 1 &&
        (head.head.kind === 'role' ||
          /^(?:организаци|школ|учреждени|гимнази|лице|групп|команд)/iu.test(tokens[open.headAt]!.word))) ||
      /\p{Ll}-\p{Ll}/u.test(tokens[open.headAt]!.word) ||
      /^классн/iu.test(token.word)
  } else if (i <= open.headAt) {
    // an adjective of the head, or the head itself
  } else if (isAcronym(token.word) || /^\p{Lu}/u.test(token.word) || /^\p{Ll}/u.test(token.word)) {
    if (open.head !== null) open.complete = true
    if (open.head === null && isAcronym(token.word)) open.isBody = !isLegalForm(token.word) || open.tokens > 0
    if (open.head === null && open.tokens > 0 && token.depth > 0) open.isBody = true
  }
  open.tokens++
}

function cutBefore(tokens: readonly Token[], i: number, open: Open): 'marked' | 'glued' | null {
  const token = tokens[i]!
  const last = tokens[i - 1]!
  if (i <= open.headAt || isSecondHalf(tokens, i, open)) return null
  if (token.before === ';') return 'marked'
  if (token.before !== '\n' && (token.depth > 0 || token.before === '(')) return null
  if (token.before === '\n') return cutAtLineBreak(tokens, i, open) ? 'marked' : null
  if (token.before === ',') return cutAtComma(tokens, i, open) ? 'marked' : null
  if (token.word.toLowerCase() === 'и' || token.word === '/') return null
  if (last.word.toLowerCase() === 'и' && !last.isName) return cutAfterAnd(tokens, i, open) ? 'marked' : null
  return cutAtSpace(tokens, i, open) ? 'glued' : null
}

function cutAtLineBreak(tokens: readonly Token[], i: number, open: Open): boolean {
  const token = tokens[i]!
  if (token.bullet) return true
  if (token.depth > 0 || continuesPerson(tokens, i, open) || isDangling(tokens, i)) return false
  if (startsParty(tokens, i))
    return isSureStart(tokens, i) || (/^\p{Lu}/u.test(token.word) && !startingHead(tokens, i)?.head.owner)
  return /^\p{Lu}/u.test(token.word) && open.head !== null && open.complete && adjectiveNumber(token.word) === null
}

function cutAtComma(tokens: readonly Token[], i: number, open: Open): boolean {
  if (continuesPerson(tokens, i, open) || continuesDuties(tokens, i)) return false
  if (startsParty(tokens, i)) return true
  const { word } = tokens[i]!
  // an unknown word after a body with its name in quotes is another party, unless it tells more of the body
  if (tokens[i - 1]!.depth > tokens[i]!.depth && open.head === null)
    return !/^(?:в|и|а|с|на|по|при|за|из|от|для)$/iu.test(word) && !anyParticiple.test(word)
  if (isAcronym(tokens[i + 1]?.word ?? '') && (/^\p{Lu}/u.test(word) || adjectiveNumber(word) !== null)) return true
  return /^\p{Lu}/u.test(word) && (open.complete || open.isBody)
}

/** «учителя - предметники», «школа – куратор»: a compound written with spaces. */
function isSecondHalf(tokens: readonly Token[], i: number, open: Open): boolean {
  const token = tokens[i]!
  return token.afterDash && open.headAt === i - 1 && /^\p{Ll}/u.test(token.word) && headOf(token.word) !== null
}

/** «заместитель по УВР, ВР»: fields of work that one office answers for. */
function continuesDuties(tokens: readonly Token[], i: number): boolean {
  let j = i
  while (j > 0 && dutyAcronym.test(tokens[j]!.word)) j--
  return j < i && tokens[j]!.word.toLowerCase() === 'по'
}
const dutyAcronym = /^(?:[УВНМКИПТ]{1,4}Р|АХ[ЧР]|ИКТ|ИТ|БЖ)$/u

/** «ИРО РТ», «ЦОКО СК»: the republic, region or territory that a body belongs to. */
const isRegion = /^(?:Р[АБДИКМСТФХ]|[ИКЛСТ]О|[АКПС]К)$/u

/** «КДН и ЗП», «УО и МП»: rights and policies («защита прав», «молодёжная политика») are the field of a body and no body. */
const restOfBody = /^(?:З\p{Lu}|\p{Lu}П)$/u

/** «… и руководители ОО»: a new party only after a complete one; «Комитет образования и науки» is one. */
function cutAfterAnd(tokens: readonly Token[], i: number, open: Open): boolean {
  if (isAcronym(tokens[i - 2]?.word ?? '') && restOfBody.test(tokens[i]!.word)) return false
  if (!open.complete && !open.isBody) return false
  if (tokens[i]!.isName) return open.hasName
  const head = startingHead(tokens, i)
  if (head) return !head.ambiguous && open.head?.plural !== true && hasComplement(tokens, i, head.length)
  return isAcronym(tokens[i]!.word) && open.isBody
}

function cutAtSpace(tokens: readonly Token[], i: number, open: Open): boolean {
  const token = tokens[i]!
  if (token.isName) {
    if (open.hasName || open.isBody || open.head?.kind === 'body' || open.head?.plural) return true
    // «координатор Лисина А.П., методист»: the office after the comma is hers, so the one before is another's
    return (
      tokens[i + 1]?.before === ',' && startingHead(tokens, i + 1)?.head.kind === 'office' && open.head?.kind === 'role'
    )
  }
  if (isDangling(tokens, i)) return false
  if (isRegion.test(token.word) && isAcronym(tokens[i - 1]!.word)) return false
  if (open.hasName && !open.nameFirst) return startsParty(tokens, i)
  const head = startingHead(tokens, i)
  if (head) {
    if (open.nameFirst && open.head === null)
      return (
        head.head.kind === 'body' ||
        (head.head.kind === 'role' && /^\p{Lu}/u.test(token.word)) ||
        (head.head.plural && !(head.ambiguous && !/^\p{Lu}/u.test(token.word)))
      )
    if (open.head === null && !open.isBody) return false
    const capital = /^\p{Lu}/u.test(token.word)
    if (head.ambiguous)
      return (
        capital &&
        !head.head.owner &&
        (open.complete || open.isBody || open.selfTold || open.head?.kind === 'role' || isWholeClass(open, i))
      )
    // «заместитель директора» stays one, «специалист отдела» too: the second noun is oblique and no head at all
    return true
  }
  return isAcronym(token.word) && startsBody(tokens, i, open)
}

/** «социальные педагоги», «педагогический колледж»: told by an adjective, and nothing after it yet. */
function isWholeClass(open: Open, i: number): boolean {
  const isTold = open.headAt === i - 1 && open.tokens > 1
  return isTold && (open.head?.kind === 'body' || (open.head?.kind === 'office' && open.head.plural))
}

/** An abbreviation opens a new party when the one before is whole already and is not its owner. */
function startsBody(tokens: readonly Token[], i: number, open: Open): boolean {
  const last = tokens[i - 1]!
  const token = tokens[i]!
  if (open.hasName) return open.nameFirst && open.head === null
  if (isGoverned(tokens, i) || isPartOfBody(tokens, i, open) || isOfTheirClass(tokens, i)) return false
  if (isAcronym(last.word) && last.depth === 0) {
    const opensClass = open.tokens === 1 && isClassAcronym(token.word)
    if (isLegalForm(last.word) || (isNamePart(last.word) && !opensClass) || isNamePart(token.word)) return false
    if (/\p{Lu}и$/u.test(last.word)) return false
    if (open.head !== null && open.head.kind === 'office' && !open.head.plural) return false
    return true
  }
  if (open.head === null) return open.isBody
  if (!open.complete)
    return open.selfTold && (!isClassAcronym(token.word) || open.head.kind !== 'role' || isNamed(tokens, i))
  return open.head.kind === 'body' || open.head.plural || open.head.kind === 'role'
}

/** «педагоги-психологи ОО», «руководители и педагоги ОО»: people right before a class of organisations are its people. */
function isOfTheirClass(tokens: readonly Token[], i: number): boolean {
  const last = tokens[i - 1]!
  const head = isClassAcronym(tokens[i]!.word) ? headOf(last.word) : null
  return head?.kind === 'office' && (last.word.includes('-') || tokens[i - 2]?.word.toLowerCase() === 'и')
}

/** «Кафедра физики ИРО», «Отдел сопровождения ЦРО»: the abbreviation is the body they are a part of; «Отдел образования ЦРО» are two. */
function isPartOfBody(tokens: readonly Token[], i: number, open: Open): boolean {
  const head = tokens[open.headAt]?.word ?? ''
  if (/^(?:кафедр|лаборатори|факультет)/iu.test(head)) return true
  const [last, token] = [tokens[i - 1]!, tokens[i]!]
  if (!/^(?:отдел|сектор)$/iu.test(head) || isClassAcronym(token.word) || isAcronym(last.word)) return false
  return open.headAt < i - 1 && !/^образовани/iu.test(last.word)
}

/** «ответственные за проведение ВПР»: what stands after a preposition and its noun belongs to them. */
function isGoverned(tokens: readonly Token[], i: number): boolean {
  const last = tokens[i - 1]!
  return i >= 2 && !last.isName && !isAcronym(last.word) && /^(?:по|в|за|на|при|для|о|об)$/iu.test(tokens[i - 2]!.word)
}

/** A legal form with the name of the body after it. */
function isNamed(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]
  return isLegalForm(tokens[i]!.word) && next !== undefined && (next.depth > tokens[i]!.depth || isAcronym(next.word))
}

/** «Иванова И.И., начальник отдела»: the office belongs to the name before it. */
function continuesPerson(tokens: readonly Token[], i: number, open: Open): boolean {
  const token = tokens[i]!
  if (open.hasName && open.nameFirst && open.head === null) {
    const head = startingHead(tokens, i)
    if (head?.head.kind === 'role' && /^\p{Lu}/u.test(token.word)) return false
    return (
      !token.isName && (head === null ? /^\p{Ll}/u.test(token.word) : head.head.kind !== 'body' && !head.head.plural)
    )
  }
  if (!open.hasName && open.head !== null && open.head.kind === 'office' && !open.head.plural && token.isName) {
    // «директор школы, Иванов И.И.», unless the name has an office of its own after it
    const next = tokens[i + 1]
    return !(next && (next.before === ',' || next.before === ' ') && startingHead(tokens, i + 1)?.head.plural === false)
  }
  return false
}

function startsParty(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  return token.isName || isAcronym(token.word) || startingHead(tokens, i) !== null
}

function isSureStart(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  return token.isName || isAcronym(token.word) || startingHead(tokens, i)?.ambiguous === false
}

/** A head in the nominative at this token, or after adjectives that agree with it. */
function startingHead(tokens: readonly Token[], i: number): { head: Head; length: number; ambiguous: boolean } | null {
  let number: 'singular' | 'plural' | null = null
  for (let j = i; j < Math.min(i + 5, tokens.length); j++) {
    const token = tokens[j]!
    if (token.isName || (j > i && token.before !== ' ' && token.before !== '.' && token.before !== '\n')) return null
    const head = headOf(token.word)
    if (head && (number === null || head.plural === (number === 'plural') || head.ambiguous)) {
      if (number !== null && head.plural && number === 'singular') return null
      if (isAdjectiveHere(tokens, j, head)) {
        number = head.plural ? 'plural' : 'singular'
        continue
      }
      const owner = head.owner && !ownsMany.test(tokens[j + 1]?.word ?? '')
      return {
        head: owner === head.owner ? head : { ...head, owner },
        length: j - i + 1,
        ambiguous: head.ambiguous && number === null,
      }
    }
    const of = adjectiveNumber(token.word)
    if (of === null || (number !== null && of !== number)) return null
    number = of
  }
  return null
}

/** «Администрации школ» are many administrations, «администрации района» is the owner of what stands before. */
const ownsMany =
  /^(?:школ|оо|оу|лице[ей]в|гимназий|организаций|учреждений|муниципалитетов|районов|(?:обще)?образовательных)$/iu

/** «органы, осуществляющие управление»: takes an object, so the noun after it heads nothing. */
const activeParticiple = /(?:[уюая]щ|[аеиуя]вш)(?:ий|ие|ая|ее|их|им|ими|его|ей)$/iu

const anyParticiple =
  /(?:[уюая]щ|[аеиуядс]?[вш]ш|[аеёя]нн|[еиао]м)(?:ий|ие|ая|ее|ое|ый|ые|ых|их|ым|ым|им|ими|ого|его|ой|ей)(?:ся)?$|^котор|^далее/iu

const substantive = /^(?:управляющ|заведующ|ответственн|учащ|обучающ|исполняющ|учен)/iu

/** «управляющие советы», «ответственные лица»: an office by itself, but here the adjective of the noun after it. */
function isAdjectiveHere(tokens: readonly Token[], at: number, head: Head): boolean {
  const next = tokens[at + 1]
  if (!next || (next.before !== ' ' && next.before !== '\n') || !substantive.test(tokens[at]!.word)) return false
  const following = headOf(next.word)
  return following !== null && (following.plural === head.plural || following.ambiguous)
}

function hasComplement(tokens: readonly Token[], i: number, length: number): boolean {
  const next = tokens[i + length]
  return next !== undefined && next.before === ' ' && !next.isName
}

/** The word before wants a continuation: a preposition, «и», a number sign, «осуществляющие», «гл.». */
function isDangling(tokens: readonly Token[], i: number): boolean {
  const last = tokens[i - 1]
  if (last && !last.isName && activeParticiple.test(last.word) && !substantive.test(last.word)) return true
  if (tokens[i]!.before === '.' && /^(?:зам|зав|нач|рук|гл|вед|ст|мл|вр)$/iu.test(last?.word ?? '')) return true
  return !!last && !last.isName && /^(?:и|или|по|в|с|при|на|за|для|от|к|им|имени|№|г|ст|пос|с)$/iu.test(last.word)
}

/** A quote or bracket that opens right before the token belongs to it. */
function openedAt(text: string, start: number, from: number): number {
  let at = start
  while (at > from && /[«“„"(]/.test(text[at - 1] ?? '')) at--
  return at
}

function trimmed(text: string): string {
  const one = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-–—•*·,;\s]+/, '')
  const end = one
    .replace(/[\s,;:/]+$/, '')
    .replace(/\s+и$/u, '')
    .replace(/[\s,;]+$/, '')
  return /\p{Lu}\.$/u.test(end) || /(?:^|\s)\p{Ll}{1,4}\.$/u.test(end) ? end : end.replace(/\.$/, '')
}
