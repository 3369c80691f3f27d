import { personNames } from '../../../../core/russian/index.ts'
import type { Party } from '../../contract.ts'
import { headOf, isAcronym, isClassAcronym, isLegalForm } from './heads.ts'
import { splitParties } from './split-parties.ts'
import { tokensOf } from './tokens.ts'

interface ReadParties {
  readonly parties: readonly Party[]
  /** Some were parted by a space only. */
  readonly glued: boolean
}

/**
 * Reads the parties of a cell: each with its kind, the person's name and office, and the expansion of its abbreviation.
 *
 * @param abbreviations what the document expands: «ЦРО» → «Центр развития образования»
 * @example readParties('Лисина А.П., директор школы; ОО', new Map()).parties.map(party => party.kind) // ['person', 'group']
 */
export function readParties(text: string, abbreviations: ReadonlyMap<string, string>): ReadParties {
  const spans = splitParties(text)
  return {
    parties: spans.map(span => readParty(span.text, abbreviations)),
    glued: spans.some(span => span.glued),
  }
}

function readParty(sourceText: string, abbreviations: ReadonlyMap<string, string>): Party {
  const found = personNames(sourceText)[0]
  const canonical = abbreviations.get(sourceText) ?? null
  if (found) {
    const rest = `${sourceText.slice(0, found.start)} ${sourceText.slice(found.end)}`
    const position = rest
      .replace(/\s+/g, ' ')
      .replace(/^[\s,;:–—()-]+|[\s,;:–—()-]+$/g, '')
      .trim()
    const isOrganisation = found.start > 0 && namesBody(position) && kindOf(position) === 'organisation'
    return isOrganisation
      ? { sourceText, kind: 'organisation', name: found.text, position: null, organisation: position, canonical }
      : { sourceText, kind: 'person', name: found.text, position: position || null, organisation: null, canonical }
  }
  const kind = kindOf(sourceText)
  return {
    sourceText,
    kind,
    name: null,
    position: kind === 'position' ? sourceText : null,
    organisation: kind === 'organisation' ? sourceText : null,
    canonical,
  }
}

function namesBody(text: string): boolean {
  return tokensOf(text).some(({ word }) => isAcronym(word) || headOf(word)?.kind === 'body')
}

function kindOf(text: string): Party['kind'] {
  const tokens = tokensOf(text)
  for (const token of tokens.slice(0, 5)) {
    const head = token.depth === 0 ? headOf(token.word) : null
    if (head) {
      if (head.kind === 'role') return 'role'
      if (head.kind === 'body')
        return head.plural
          ? 'group'
          : /групп|команд|совет|комисси|коллектив/iu.test(token.word)
            ? 'group'
            : 'organisation'
      return head.plural ? 'group' : 'position'
    }
    if (isAcronym(token.word)) {
      if (isLegalForm(token.word) && tokens.length > 1) return 'organisation'
      return isClassAcronym(token.word) ? 'group' : 'organisation'
    }
  }
  const first = tokens[0]?.word ?? ''
  return /(?:ы|и|ие|ые)$/iu.test(first) && tokens.length > 1 ? 'group' : 'organisation'
}

/** Does a cell look like one of a column of parties? */
export function looksLikeParties(text: string): boolean {
  if (text === '' || text.length > 400) return false
  const tokens = tokensOf(text).slice(0, 4)
  const first = tokens[0]
  if (!first) return false
  if (first.isName || isAcronym(first.word)) return true
  return tokens.some(token => token.isName || headOf(token.word) !== null)
}
