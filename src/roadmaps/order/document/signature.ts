import { cyrillic, nominative, personNames } from '../../../core/russian/index.ts'
import type { Controller, OrderDocument } from '../contract.ts'
import { flat, type ReadClause } from './clauses.ts'
import type { Line } from './lines.ts'
import { electronicSignature, isName } from './zones.ts'

/** Reads who signed: the office before the name, over one or more lines or cells. */
export function readSignatory(printed: readonly Line[]): OrderDocument['signatory'] {
  const lines = printed.filter(line => !electronicSignature.test(line.text))
  if (lines.length === 0) return null
  const text = lines.map(line => line.text.replace(/_{2,}/g, ' ').replace(/\s+/g, ' ').trim()).join('\n')
  const found = nameApart(lines, text) ?? initialsFirst(text) ?? personNames(text)[0]
  if (!found) return { position: oneLine(text), name: null }
  const position = oneLine(
    `${text.slice(0, found.start)} ${text.slice(found.end)}`.replace(
      /\(?(?<!\p{L})(?:личная\s)?подпись(?!\p{L})\)?|\(?(?<!\p{L})м\.?\s?п\.?(?!\p{L})\)?/giu,
      ' ',
    ),
  )
  return {
    position: position || null,
    name: text
      .slice(found.start, found.end)
      .replace(/[\s/]+/g, ' ')
      .trim(),
  }
}

interface Span {
  readonly start: number
  readonly end: number
}

/** A name that a tab, a run of spaces or a cell keeps apart from the office. */
function nameApart(lines: readonly Line[], text: string): Span | null {
  const part = lines.flatMap(line => line.parts).find(isName)
  const start = part === undefined ? -1 : text.indexOf(part)
  return part === undefined || start < 0 ? null : { start, end: start + part.length }
}

/** «Глава города Речинска О.Л. Рыбина»: at the end of a signature initials stand before their surname. */
function initialsFirst(text: string): Span | null {
  const match = /(?<!\p{L})\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}[\p{L}-]+$/u.exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : null
}

function oneLine(text: string): string {
  return text
    .replace(/[\s/]+/g, ' ')
    .trim()
    .replace(/[,;:]$/, '')
}

const onWhom = /(?:возложить|возлагаю|возлагается|закрепить)\s+(?:контроль\s+)?(?:персонально\s+)?на\s+/iu
const onMyself = /(?:оставляю|оставить)\s+за\s+(?:собой|мной)/iu
const byWhom = /(?:осуществляет|осуществлять|поручить|поручается)\s+/iu

/** Reads who controls the order, from its clause of control; null when there is none. */
export function readController(
  clauses: readonly ReadClause[],
): { controller: Controller; places: readonly string[] } | null {
  const clause = flat(clauses).find(each => each.kind === 'control')
  if (!clause) return null
  const clauseNumber = clause.number
  // offsets of the text with look-alike letters put right are those of the printed text
  const read = cyrillic(clause.text)
  const self = onMyself.exec(read)
  if (self) {
    return {
      controller: { sourceText: self[0], position: null, name: null, self: true, clauseNumber },
      places: clause.places,
    }
  }
  const found = onWhom.exec(read) ?? byWhom.exec(read)
  if (!found) return null
  const sourceText = clause.text
    .slice(found.index + found[0].length)
    .replace(/,\s*(?:а\s+)?контроль\s.*$/iu, '')
    .replace(/;$|(?<!\p{Lu})\.$/u, '')
    .trim()
  const person = personNames(sourceText)[0]
  const office = person
    ? `${sourceText.slice(0, person.start).replace(/[\s,(–—-]+$/, '')} ${sourceText.slice(person.end).replace(/^[\s,)–—-]+/, '')}`
    : sourceText
  const position = office.replace(/\s+/g, ' ').replace(/^[\s,]+|[\s,.()]+$/g, '')
  return {
    controller: {
      sourceText,
      position: position === '' ? null : nominative(position),
      name: person?.text.replace(/\s+/g, ' ') ?? null,
      clauseNumber,
    },
    places: clause.places,
  }
}
