import { findDate } from '../../../core/deadlines/index.ts'
import { cyrillic } from '../../../core/russian/index.ts'
import type { LegalAct } from '../contract.ts'
import { bodyInNominative, organisationInNominative } from './organisation-name.ts'

/** Kinds of acts: how the head begins in any case → the word for it. Longer wordings first. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^федеральн\p{L}+ закон/iu, 'федеральный закон'],
  [/^паспорт\p{L}* (?:федеральн|национальн|региональн)\p{L}+ проект/iu, 'паспорт федерального проекта'],
  [/^федеральн\p{L}+ проект/iu, 'федеральный проект'],
  [/^национальн\p{L}+ проект/iu, 'национальный проект'],
  [/^региональн\p{L}+ проект/iu, 'региональный проект'],
  [/^государственн\p{L}+ программ/iu, 'государственная программа'],
  [/^муниципальн\p{L}+ программ/iu, 'муниципальная программа'],
  [/^методическ\p{L}+ рекомендац/iu, 'методические рекомендации'],
  [/^дорожн\p{L}+ карт/iu, 'дорожная карта'],
  [/^комплекс\p{L}* мер/iu, 'комплекс мер'],
  [/^конституци/iu, 'конституция'],
  [/^закон(?:а|у|ом|е|ы|ами)?(?!\p{L})/iu, 'закон'],
  [/^указ(?:а|у|ом|е|ы|ами)?(?!\p{L})/iu, 'указ'],
  [/^приказ(?:а|у|ом|е|ы|ами|ов)?(?!\p{L})/iu, 'приказ'],
  [/^распоряжени/iu, 'распоряжение'],
  [/^постановлени/iu, 'постановление'],
  [/^решени/iu, 'решение'],
  [/^письм/iu, 'письмо'],
  [/^паспорт/iu, 'паспорт'],
  [/^методик/iu, 'методика'],
  [/^методологи/iu, 'методология'],
  [/^концепци/iu, 'концепция'],
  [/^программ/iu, 'программа'],
  [/^проект(?:а|у|ом|е)?(?!\p{L})/iu, 'проект'],
  [/^стратеги/iu, 'стратегия'],
  [/^положени/iu, 'положение'],
  [/^поряд(?:ок|к)/iu, 'порядок'],
  [/^план(?:а|у|ом|е|ы|ами)?(?!\p{L})/iu, 'план'],
  [/^протокол/iu, 'протокол'],
  [/^стандарт/iu, 'стандарт'],
  [/^устав/iu, 'устав'],
  [/^соглашени/iu, 'соглашение'],
  [/^поручени/iu, 'поручение'],
  [/^перечн/iu, 'перечень'],
  [/^основн\p{L}+ (?:принцип|направлени)/iu, 'основные принципы'],
]
const lead =
  /(?:^|[\s,])(?:во исполнение|в исполнение|в соответствии со?|на основании|согласно|руководствуясь|в рамках(?: реализации| исполнения)?|с уч[её]том)\s+/giu
const aim = /(?:^|[\s,])(?:и\s+)?(в целях|с целью|в связи с|для обеспечения|для организации)\s/iu

/** Splits a preamble into its aim («в целях …») and the acts it rests on. */
export function readPreamble(preamble: string): { purpose: string | null; acts: LegalAct[] } {
  const text = cyrillic(preamble)
  const depth = depths(text)
  const isOutside = (at: number) => depth[at] === 0
  const aims = [...text.matchAll(new RegExp(aim, 'giu'))].filter(match => isOutside(match.index))
  const leads = [...text.matchAll(lead)].filter(match => isOutside(match.index))
  const marks = [...aims.map(m => m.index), ...leads.map(m => m.index), text.length].sort((a, b) => a - b)
  const upTo = (at: number) => marks.find(mark => mark > at) ?? text.length
  const first = aims[0]
  const purpose = first
    ? preamble
        .slice(first.index + first[0].indexOf(first[1] ?? ''), upTo(first.index))
        .replace(/[\s,;:]+$/, '')
        .replace(/\s+и$/, '')
    : null
  const acts = leads.flatMap(match => splitActs(preamble.slice(match.index + match[0].length, upTo(match.index))))
  const aimedAt = aims.flatMap(match => actsOfAim(preamble.slice(match.index + match[0].length, upTo(match.index))))
  return {
    purpose,
    acts: [...aimedAt.map(readAct).filter(act => act.number !== null), ...inheritIssuers(acts.map(readAct))],
  }
}

/** «в целях исполнения приказа …»: an act that the order carries out. */
function actsOfAim(aimText: string): string[] {
  const carriesOut = /^(?:исполнени|реализаци|выполнени)\p{L}+\s+/iu.exec(aimText)
  return carriesOut ? splitActs(aimText.slice(carriesOut[0].length)) : []
}

/** Acts listed inside running text, wherever the list begins: «…, такими, как Конституция …; Закон … № 273-ФЗ …». */
export function actsNamedIn(text: string): LegalAct[] {
  const read = cyrillic(text)
  const depth = depths(read)
  const starts = [...read.matchAll(/(?:^|[,;:]\s+|\sкак\s)(?=\p{L})/gu)]
    .map(match => match.index + match[0].length)
    .filter(at => depth[at] === 0 && startsAct(read.slice(at, at + 160)))
  return starts
    .map((at, i) => text.slice(at, starts[i + 1] ?? text.length).replace(/[\s,;:.]+$/, ''))
    .map(act => readAct(act.replace(/([»)\d]),?\s+\p{Ll}[^«»№]*$/u, '$1')))
    .filter(act => act.number !== null || act.title !== null || act.docType === 'конституция')
}

/** How deep each sign stands in quotation marks and brackets. */
function depths(text: string): number[] {
  let now = 0
  let straight = false
  const all: number[] = []
  for (const sign of text) {
    if (sign === '«' || sign === '“' || sign === '„' || sign === '(') now++
    if (sign === '"') straight = !straight
    for (let i = 0; i < sign.length; i++) all.push(now + (straight ? 1 : 0))
    if ((sign === '»' || sign === '”' || sign === ')') && now > 0) now--
  }
  // an unbalanced mark would hide the rest of the text
  return now > 0 || straight ? all.map(() => 0) : all
}

/** Parts a list of acts: a new one begins after a comma or «и» where an act is named or «от 1 декабря …» follows. */
function splitActs(text: string): string[] {
  const read = cyrillic(text)
  const depth = depths(read)
  const acts: string[] = []
  let from = 0
  for (const match of read.matchAll(/(?:[,;]\s*(?:и\s+)?|\s+и\s+)(?=\S)/gu)) {
    const at = match.index + match[0].length
    const next = read.slice(at, at + 160)
    if (depth[match.index] !== 0 || !startsAct(next)) continue
    acts.push(text.slice(from, match.index))
    from = at
  }
  acts.push(text.slice(from))
  return acts
    .map(act => withoutSubject(act.replace(/^[\s,;]+|[\s,;:]+$/g, '').replace(/\s+и$/, '')))
    .filter(act => act !== '' && startsAct(act))
}

/** «…, руководствуясь Уставом района, администрация района ПОСТАНОВЛЯЕТ»: the body that commands is no part of the act. */
function withoutSubject(act: string): string {
  const comma = act.lastIndexOf(', ')
  return comma > 0 && bodyInNominative.test(act.slice(comma + 2)) ? act.slice(0, comma) : act
}

/** Does the text begin with the name of an act, in any case, or with the date of one more act of the same body? */
export function startsAct(text: string): boolean {
  return kindOf(text) !== null || /^(?:от\s+«?\d|№\s?\d)/i.test(text)
}

function kindOf(text: string): string | null {
  const plain = withoutLead(text)
  return kinds.find(([shape]) => shape.test(plain))?.[1] ?? null
}

/** «пункта 3 приказа», «совместным приказом», «реализации федерального проекта». */
function withoutLead(text: string): string {
  return cyrillic(text)
    .replace(
      /^(?:(?:(?:под)?пункт\p{L}*|(?:пп|п|ст|ч|абз)\.)\s*[\d.,\s]+(?:и\s+[\d.]+\s+)?|част\p{L}+\s+\d+\s+|стать\p{L}+\s+[\d,\s]+)+/iu,
      '',
    )
    .replace(/^(?:совместн\p{L}+|реализаци\p{L}+|исполнени\p{L}+)\s+/iu, '')
}

const actNumber = /№\s*([\p{L}\d]+(?:\s?[-–/.]\s?[\p{L}\d]+)*)/u

/**
 * Reads one reference to an act: kind, issuing body, number, date, title in quotation marks, level.
 * @example readAct('приказа Министерства образования от 30.12.2021 № 38-р «О плане»').number // '38-р'
 */
export function readAct(text: string): LegalAct {
  const read = cyrillic(text)
  const nested = nestedAct(read)
  const source = nested ?? read
  const outer = outsideQuotes(source)
  const date = findDate(outer)
  const number = actNumber.exec(outer)?.[1]?.replace(/\s/g, '').replace(/\.$/, '') ?? null
  const docType = kindOf(nested && /^(?:основные|концепци|методи|положени|стратеги)/i.test(read) ? nested : read)
  const issuer = issuerOf(source)
  return {
    text,
    docType,
    issuer,
    number,
    date: date?.date ?? null,
    title: titleOf(read, docType),
    level: levelOf(issuer ?? read, docType),
  }
}

/** «Концепция … (распоряжение Министерства … от … № …)»: number and date stand in the bracket. */
function nestedAct(text: string): string | null {
  for (const match of text.matchAll(/\(([^()]{8,})/g)) {
    const inside = match[1] ?? ''
    if (/№\s*[\p{L}\d]/u.test(inside) && (startsAct(inside) || /(?:протокол|утв)/i.test(inside))) {
      const before = text.slice(0, match.index)
      return /№/.test(before) || findDate(before) ? null : inside
    }
  }
  return null
}

/** What stands in quotation marks is the title: its numbers and dates belong to other acts. */
function outsideQuotes(text: string): string {
  const depth = depths(text)
  return [...text].map((sign, i) => (depth[i] === 0 || sign === '(' || sign === ')' ? sign : ' ')).join('')
}

function issuerOf(text: string): string | null {
  const plain = withoutLead(text)
  const shape = kinds.find(([kind]) => kind.test(plain))?.[0]
  if (!shape) return null
  const afterHead = plain.replace(shape, '').replace(/^\p{L}*\s*/u, '')
  const cut = /(?:\s*(?:от\s|№|«|"|\(|;|$|,\s*(?!\p{Ll}+\s(?:и\s|\p{Ll}+\sполитик)))|\s+\d{1,2}[.\s])/u.exec(afterHead)
  const body = afterHead.slice(0, cut?.index ?? afterHead.length).trim()
  if (!/^[\p{L}]/u.test(body) || /^(?:об?|по)\s/iu.test(body) || !authorityWord.test(body)) return null
  const formed = organisationInNominative(body.replace(/^(?:руководител|начальник|директор|председател)\p{L}*\s/iu, ''))
  return formed.charAt(0).toUpperCase() + formed.slice(1)
}
const authorityWord =
  /(?:министерств|мин(?:обр|прос)|управлени|комитет|департамент|отдел|администраци|правительств|президент|губернатор|глав|служб|рособрнадзор|агентств|дум|совет|собрани|институт|центр|школ|руководител|начальник)/i

function titleOf(text: string, docType: string | null): string | null {
  const open = text.indexOf('«')
  if (open >= 0) {
    let deep = 0
    for (let i = open; i < text.length; i++) {
      if (text[i] === '«') deep++
      if (text[i] === '»' && --deep === 0) return text.slice(open + 1, i)
    }
    return text.slice(open + 1).replace(/»+\s*$/, '')
  }
  return docType === 'методика' || docType === 'концепция' ? text : null
}

function levelOf(text: string, docType: string | null): LegalAct['level'] {
  if (
    /российской федерации|(?<!\p{L})рф(?!\p{L})|россии|минпросвещ|минобрнауки|рособрнадзор|президент|правительств\p{L}+ рос/iu.test(
      text,
    )
  )
    return 'federal'
  if (/^(?:федеральн|националь|указ|паспорт федер)/.test(docType ?? '')) return 'federal'
  if (/город(?:а|ск)|район|муниципальн|(?<!\p{L})г\.\s?\p{Lu}|округа/iu.test(text)) return 'municipal'
  if (/област|края|краев|республик|министерств|департамент|губернатор/i.test(text)) return 'regional'
  return null
}

/** «приказами Министерства … № 5, от 1 декабря № 7»: the later acts are of the same kind and body. */
function inheritIssuers(acts: readonly LegalAct[]): LegalAct[] {
  const all: LegalAct[] = []
  for (const act of acts) {
    const last = all.at(-1)
    const continues = /^(?:от\s|№)/i.test(act.text) && last
    all.push(
      continues
        ? { ...act, docType: last.docType ?? null, issuer: last.issuer ?? null, level: last.level ?? null }
        : act,
    )
  }
  return all
}
