import { cyrillic, personNames } from '../../../core/russian/index.ts'

/** Ends like an infinitive and is none. */
const notVerb =
  /^(?:сеть|часть|мать|память|печать|тетрадь|шесть|пять|девять|десять|двадцать|тридцать|власть|область|путь|суть|ночь|помощь|речь|дочь|знать|сталь|кровать)$/i
const infinitive =
  /^[\p{L}-]*(?:[аяеиуоы]ть(?:ся)?|(?:вес|нес|мес|плес|брес|грес|рас|цвес|пас|вез|полз|й|ид)ти(?:сь)?|чь(?:ся)?|(?:у|про|за)честь)$/iu
const notDative =
  /^(?:ответственным\s+(?:за|лицом|исполнител)|(?:\p{L}+ым\s)?(?:координатор|куратор|оператор)(?:ом|ами)|настоящ|данн|контрол|ответственност|координаци|общее|обязанност|срок|в\s|с\s|на\s|по\s|до\s|для\s|при\s|не\s|приказ|распоряжени|организаци[юя]|функци)/iu
const dativeEnd = /(?:ам|ям|ым|им|ому|ему|у|ю|ой|ей|е|и|ии)$/iu
const leadVerb = /^(?:рекомендовать|рекомендую|обязать|обязываю|поручить|поручаю|предложить|предлагаю|просить)\s+/iu

/** Words of time between the addressee and the verb belong to the action: «Руководителям школ в срок до 1 марта провести». */
const timeWords =
  /[\s,]+(?:в срок|не позднее|до\s+(?:«?\d|конца|начала)|с\s+\d|еже(?:месячно|квартально|годно|недельно|дневно)|в течение|в период|на период|в рамках|в соответствии|при\s+подготовке)(?!\p{L})/iu

/**
 * Who is told to act, as printed: the dative before the first infinitive or before the colon («Руководителям школ обеспечить …»,
 * «Рекомендовать руководителям школ:»). Null where the issuing body itself acts («Утвердить …»).
 *
 * @param isChild a sub-clause inherits its addressee unless it names one that a verb follows
 */
export function addresseeOf(text: string, isChild: boolean): { addressee: string | null; action: string | null } {
  const read = cyrillic(text)
  const lead = leadVerb.exec(read)
  const from = lead ? lead[0].length : 0
  const rest = read.slice(from)
  const isLeadIn = /:$/.test(rest)
  if (!startsInDative(rest, lead !== null)) return { addressee: null, action: text }
  const verb = firstInfinitive(rest)
  if (verb === 0) return { addressee: null, action: text }
  if (verb === null) {
    if (!isLeadIn || (isChild && !lead)) return { addressee: null, action: text }
    return { addressee: trimmed(text.slice(from)), action: null }
  }
  const until = Math.min(verb, timeWords.exec(rest)?.index ?? verb)
  const addressee = trimmed(text.slice(from, from + until))
  if (addressee === '') return { addressee: null, action: text }
  return { addressee, action: text.slice(from + until).replace(/^[\s,]+/, '') }
}

/** «Представить отчёт …»: the first word is a verb that tells what to do. */
export function beginsWithInfinitive(text: string): boolean {
  const first = /^[\p{L}-]+/u.exec(text)?.[0] ?? ''
  return infinitive.test(first) && !notVerb.test(first)
}

function startsInDative(text: string, afterVerb: boolean): boolean {
  if (notDative.test(text)) return false
  const first = /^[\p{L}-]+/u.exec(text)?.[0]
  if (first === undefined || infinitive.test(first)) return false
  // «Информацию принять к сведению»: the accusative of a word in -ция is no one's dative
  if (/[цсгф]ию$/i.test(first) && !afterVerb) return false
  if (personNames(text)[0]?.start === 0) return true
  // «Обязать руководителей»: the accusative after such a verb
  return dativeEnd.test(first) || /^зам\.?$/i.test(first) || (afterVerb && /(?:ей|ов|их|ых)$/i.test(first))
}

/** Offset of the first infinitive outside quotation marks and brackets. */
function firstInfinitive(text: string): number | null {
  let depth = 0
  for (const match of text.matchAll(/[«“(]|[»”)]|[\p{L}-]+/gu)) {
    const sign = match[0]
    if (/^[«“(]$/.test(sign)) depth++
    else if (/^[»”)]$/.test(sign)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && infinitive.test(sign) && !notVerb.test(sign) && !/(?:ость|ласть)$/iu.test(sign)) {
      return match.index
    }
  }
  return null
}

function trimmed(text: string): string {
  return text.trim().replace(/[\s,:–—-]+$/, '')
}

/** Parts an addressee into parties: at the bracket with the head's name, at a comma before another office or body. */
export function splitAddressees(text: string): { text: string; head: string | null }[] {
  const heads = [...text.matchAll(/\(([^()]*)\)/g)].filter(match => isHeadName(match[1] ?? ''))
  if (heads.length === 0) return splitAtCommas(text).map(part => ({ text: part, head: null }))
  const parties: { text: string; head: string | null }[] = []
  let from = 0
  for (const match of heads) {
    parties.push({ text: cleaned(text.slice(from, match.index)), head: (match[1] ?? '').trim() })
    from = match.index + match[0].length
  }
  const last = cleaned(text.slice(from))
  if (last) parties.push(...splitAtCommas(last).map(part => ({ text: part, head: null })))
  return parties
}

function isHeadName(inside: string): boolean {
  if (/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(inside.trim())) return true
  const name = personNames(inside)[0]
  return name !== undefined && inside.replace(name.text, '').trim().length < 30
}

function cleaned(text: string): string {
  return text
    .replace(/^[\s,;и]*[,;]\s*/, '')
    .replace(/^и\s+/, '')
    .trim()
    .replace(/[,;]$/, '')
}

const partyHead =
  /^(?:и\s+)?(?:руководител|директор|начальник|заместител|специалист|методист|отдел|управлени|комитет|департамент|министерств|муниципальн|государственн|учреждени|центр|институт|школ|куратор|координатор|заведующ|председател|главн|ведущ|общеобразовательн|образовательн|организаци|советник|консультант|педагог|учител)/iu

function splitAtCommas(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? ''
    if (/[«“(]/.test(sign)) depth++
    if (/[»”)]/.test(sign)) depth = Math.max(0, depth - 1)
    if ((sign === ',' || sign === ';') && depth === 0 && partyHead.test(text.slice(i + 1).trim())) {
      parts.push(text.slice(from, i).trim())
      from = i + 1
    }
  }
  parts.push(text.slice(from).trim())
  return parts.filter(Boolean)
}
