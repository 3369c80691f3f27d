import { cyrillic, cyrillicInitials } from './look-alikes.ts'
import { stem } from './stems.ts'

export interface PersonName {
  /** As printed, whatever its case: «Иванову». */
  readonly surname: string
  /** «А.П.»: no spaces, a dot after each letter. */
  readonly initials: string
  readonly given?: string
  readonly patronymic?: string
}

export interface FoundPersonName {
  /** Offsets in the given text, `end` after the last sign. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly name: PersonName
}

const capitalised = String.raw`\p{Lu}[\p{Ll}\p{Lu}]+(?:-\p{Lu}[\p{Ll}\p{Lu}]+)?`
const initialsShape = /(?<![\p{L}\p{N}.])(\p{Lu})\.\s{0,2}(\p{Lu})(?:\.|(?![\p{L}\p{N}]))/gu
const oneInitialShape = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${capitalised})\s{1,2}(\p{Lu})\.(?!\s{0,2}\p{Lu}\.)`,
  'gu',
)
const wordLeft = new RegExp(String.raw`(?<![\p{L}\p{N}-])(${capitalised})\s{0,2}$`, 'u')
const wordRight = new RegExp(String.raw`^\s{0,2}(${capitalised})(?![\p{L}\p{N}])`, 'u')
const threeWords = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(${capitalised})\s{1,2}(${capitalised})\s{1,2}(${capitalised})(?![\p{L}\p{N}])`,
  'gu',
)

const patronymicEnd = /(?:[оеё]в|ь|кузьм|лук|фом|савв?|никит)ич(?:а|у|ем|ом|е)?$|(?:[оеё]в|ич)н(?:а|ы|е|у|ой|ою)$/iu
const surnameEnd =
  /(?:[оеё]в|[иы]н|[сц]к|ск)(?:а|у|ым|ой|е|ий|ого|ому|им|ая|ую)?$|(?:[иы]х|ко|ук|юк|чук|як|ян|дзе|швили|ец|ич|нь|ль)(?:а|у|ом|ем|е|ю|я)?$|[аяо]й$/iu
/** Words that stand before a name with a capital letter and are no surname. */
const notSurname = new Set(
  [
    'министр',
    'директор',
    'начальник',
    'руководитель',
    'заместитель',
    'председатель',
    'специалист',
    'методист',
    'заведующий',
    'заведующая',
    'глава',
    'секретарь',
    'координатор',
    'куратор',
    'консультант',
    'исполнитель',
    'ответственный',
    'приказ',
    'контроль',
    'комитет',
    'управление',
    'отдел',
    'департамент',
    'учреждение',
    'администрация',
    'школа',
    'гимназия',
    'лицей',
    'центр',
    'имя',
    'город',
    'область',
    'район',
    'край',
    'республика',
  ].map(stem),
)

/**
 * Finds people: «Фамилия И.О.», «И.О. Фамилия», «Фамилия И.» (when the word has the ending of a surname), «Фамилия Имя Отчество» and
 * «Имя Отчество Фамилия», in any case of declension, with glued or spaced initials.
 *
 * @returns in print order, never overlapping; offsets are those of `text`
 * @example personNames('на Иванову А. П.')[0].name // { surname: 'Иванову', initials: 'А.П.' }
 */
export function personNames(text: string): FoundPersonName[] {
  const plain = cyrillicInitials(cyrillic(text))
  const found: FoundPersonName[] = []
  // signs that already belong to a name: a cell of many thousand names stays readable in time
  const taken = new Set<number>()
  const isFree = (start: number, end: number) => {
    for (let at = start; at < end; at++) if (taken.has(at)) return false
    return true
  }
  const add = (start: number, end: number, name: PersonName) => {
    if (!isFree(start, end)) return
    found.push({ start, end, text: text.slice(start, end), name })
    for (let at = start; at < end; at++) taken.add(at)
  }
  for (let from = 0; from < plain.length; ) {
    threeWords.lastIndex = from
    const match = threeWords.exec(plain)
    if (!match) break
    from = match.index + (addFullName(match, add) ? match[0].length : (match[1] ?? '').length)
  }
  for (const match of plain.matchAll(initialsShape)) {
    const start = match.index
    const end = start + match[0].length
    const initials = `${match[1]}.${match[2]}.`
    const left = wordLeft.exec(plain.slice(Math.max(0, start - 60), start))
    const leftWord = left?.[1]
    const leftStart = start - (left?.[0].length ?? 0)
    const rightWord = wordRight.exec(plain.slice(end, end + 60))?.[1]
    const rightEnd = rightWord === undefined ? end : plain.indexOf(rightWord, end) + rightWord.length
    const leftScore = leftWord !== undefined && isFree(leftStart, end) ? likeness(leftWord) : 0
    const rightScore = rightWord !== undefined && isFree(start, rightEnd) ? likeness(rightWord) : 0
    if (leftWord !== undefined && leftScore > 0 && leftScore >= rightScore)
      add(leftStart, end, { surname: leftWord, initials })
    else if (rightWord !== undefined && rightScore > 0) add(start, rightEnd, { surname: rightWord, initials })
  }
  for (const match of plain.matchAll(oneInitialShape)) {
    const surname = match[1] ?? ''
    if (likeness(surname) === 2) add(match.index, match.index + match[0].length, { surname, initials: `${match[2]}.` })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** 2: has the ending of a surname; 1: may be one; 0: cannot be. */
function likeness(word: string): 0 | 1 | 2 {
  if (notSurname.has(stem(word))) return 0
  return surnameEnd.test(word) ? 2 : 1
}

function addFullName(match: RegExpExecArray, add: (start: number, end: number, name: PersonName) => void): boolean {
  const [whole, first = '', second = '', third = ''] = match
  const place = [match.index, match.index + whole.length] as const
  if (patronymicEnd.test(third) && likeness(first) > 0) {
    add(...place, { surname: first, initials: `${second[0]}.${third[0]}.`, given: second, patronymic: third })
    return true
  }
  if (patronymicEnd.test(second) && likeness(third) > 0) {
    add(...place, { surname: third, initials: `${first[0]}.${second[0]}.`, given: first, patronymic: second })
    return true
  }
  return false
}
