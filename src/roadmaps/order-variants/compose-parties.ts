import type { Dice } from './dice.ts'
import type { GoldIndicator, GoldParty, GoldResult } from './gold.ts'
import { parties } from './words-parties.ts'
import { offices, people } from './words-places.ts'
import { indicatorsWith, results } from './words-results.ts'

/** How one plan prints its parties: the same hand wrote every cell. */
export interface PartyStyle {
  /** `line` is a paragraph in DOCX and a space in a text table. */
  readonly glue: 'comma' | 'semicolon' | 'line' | 'space'
  readonly people: 'none' | 'name-position' | 'position-name' | 'name'
  readonly initialsFirst: boolean
  /** Short name of the body that issued the order. */
  readonly ownBody: string
}

export function somePartyStyle(dice: Dice, level: 1 | 2 | 3, ownBody: string): PartyStyle {
  return {
    glue: dice.pick(level === 1 ? ['comma', 'semicolon', 'line'] : ['comma', 'semicolon', 'line', 'space']),
    people: dice.pick(
      level === 1 ? ['none', 'none', 'name-position'] : ['none', 'name-position', 'position-name', 'name'],
    ),
    initialsFirst: dice.chance(0.3),
    ownBody,
  }
}

const isAbbreviation = (text: string) => /^[А-ЯЁ]{2}/.test(text)
const lower = (text: string) => (isAbbreviation(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1))

function person(dice: Dice, style: PartyStyle): GoldParty {
  const who = dice.pick(people)
  const name = style.initialsFirst ? `${who.initials} ${who.nom}` : `${who.nom} ${who.initials}`
  if (style.people === 'name') return { sourceText: name, kind: 'person', name, position: null, organisation: null }
  const position = dice.pick(offices)
  if (style.people === 'position-name') {
    const first = position.slice(0, 1).toUpperCase() + position.slice(1)
    return { sourceText: `${first} ${name}`, kind: 'person', name, position: first, organisation: null }
  }
  return { sourceText: `${name}, ${position}`, kind: 'person', name, position, organisation: null }
}

/** A cell of responsible parties: the lines to print and the parties to read. */
export interface PartyCell {
  readonly lines: readonly string[]
  readonly parties: readonly GoldParty[]
}

export function partyCell(dice: Dice, style: PartyStyle, count: number): PartyCell {
  const unseparated = style.glue === 'line' || style.glue === 'space'
  // an office or a form of organisation before an abbreviation reads as one party when nothing separates them
  const pool =
    unseparated && count > 1
      ? parties.filter(p => p.kind !== 'position' && !/^[А-ЯЁ]{3} [А-ЯЁ]+$/.test(p.text))
      : parties
  const named: readonly GoldParty[] = [
    { sourceText: style.ownBody, kind: 'organisation', name: null, position: null, organisation: style.ownBody },
    ...pool.map(p => ({
      sourceText: p.text,
      kind: p.kind,
      altKinds: p.altKinds ?? [],
      name: null,
      position: null,
      organisation: p.kind === 'organisation' ? p.text : null,
    })),
  ]
  const chosen: GoldParty[] = []
  for (const candidate of dice.sample(named, count)) {
    const party = style.people !== 'none' && dice.chance(0.5) ? person(dice, style) : candidate
    if (!chosen.some(c => c.sourceText.includes(party.name ?? party.sourceText))) chosen.push(party)
  }
  // with nothing between them «учителя МБОУ …» or «тьютор И.О. Фамилия» would be one party: the order of printing tells them apart
  if (unseparated) {
    const rank = (party: GoldParty) =>
      party.kind === 'organisation' ? 1 : party.kind === 'person' ? (style.people === 'name' ? 0 : 2) : 3
    chosen.sort((a, b) => rank(a) - rank(b))
  }
  const printed = chosen.map((party, i) =>
    i > 0 && style.glue === 'comma' && party.kind !== 'person' && dice.chance(0.6)
      ? { ...party, sourceText: lower(party.sourceText) }
      : party,
  )
  const texts = printed.map(p => p.sourceText)
  return { lines: gluedLines(texts, style.glue), parties: printed }
}

/** Prints fragments with one separator: several lines only for `line`. */
export function gluedLines(texts: readonly string[], glue: PartyStyle['glue']): readonly string[] {
  if (texts.length === 0) return ['']
  if (glue === 'line') return texts
  return [texts.join({ comma: ', ', semicolon: '; ', space: ' ' }[glue])]
}

export interface ResultCell {
  readonly lines: readonly string[]
  readonly results: readonly GoldResult[]
  readonly indicators: readonly GoldIndicator[]
}

/** A cell of planned results: documents, activities and, in `withIndicators`, indicators. */
export function resultCell(
  dice: Dice,
  glue: 'comma' | 'semicolon' | 'line',
  count: number,
  withIndicators: boolean,
): ResultCell {
  const out: { readonly result: GoldResult; readonly indicator: GoldIndicator | null }[] = []
  const free = (text: string) =>
    (glue !== 'comma' || count === 1 || !text.includes(',')) && !out.some(o => o.result.sourceText === text)
  while (out.length < count) {
    if (withIndicators && dice.chance(0.25)) {
      const found = dice.pick(indicatorsWith(dice.int(20, 95)))
      if (free(found.text))
        out.push({
          result: { sourceText: found.text, kind: 'indicator', documentType: null },
          indicator: { sourceText: found.text, ...numbersOf(found), column: 'result' },
        })
      continue
    }
    const found = dice.pick(results)
    if (!free(found.text)) continue
    out.push({
      result: {
        sourceText: found.text,
        kind: found.kind,
        documentType: found.type ?? null,
        altDocumentTypes: found.altTypes ?? [],
        altKinds: found.altKinds ?? [],
      },
      indicator: null,
    })
  }
  const capitals = glue === 'line'
  const first = dice.chance(0.5)
  const texts = out.map((o, i) => (capitals || (i === 0 && first) ? capital(o.result.sourceText) : o.result.sourceText))
  return {
    lines: gluedLines(texts, glue),
    results: out.map((o, i) => ({ ...o.result, sourceText: texts[i] as string })),
    indicators: out.flatMap((o, i) =>
      o.indicator === null ? [] : [{ ...o.indicator, sourceText: texts[i] as string }],
    ),
  }
}

/** A cell of the indicator column: one indicator, no result. */
export function indicatorCell(dice: Dice): { readonly text: string; readonly indicator: GoldIndicator } {
  const found = dice.pick(indicatorsWith(dice.int(20, 95)))
  return { text: found.text, indicator: { sourceText: found.text, ...numbersOf(found), column: 'indicator' } }
}

function numbersOf(found: ReturnType<typeof indicatorsWith>[number]) {
  return {
    comparator: found.comparator,
    values: found.values,
    unit: found.unit,
    population: null,
    alternatives: found.alternatives ?? [],
  }
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
