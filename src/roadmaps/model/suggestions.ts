/** What an executor text may mean: past choices first, then the wording, then likeness of names. */
import type { OrganisationId, PersonId } from '../../core/base/index.ts'
import { hasStem, personNames, stem, words } from '../../core/russian/index.ts'
import { type Directory, executorKey, type Target } from './executors.ts'

export interface KnownOrganisation {
  readonly id: OrganisationId
  readonly name: string
  readonly shortName: string | null
  readonly kind: 'school' | 'municipal-authority' | 'other'
}

export interface KnownPerson {
  readonly id: PersonId
  /** «Фамилия Имя Отчество» or «Фамилия И. О.». */
  readonly name: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
}

export interface Suggestion {
  readonly target: Target
  readonly label: string
  readonly why: 'chosen-before' | 'wording' | 'abbreviation' | 'person' | 'official' | 'similar'
  /** 0…1, only for the order of the list. */
  readonly likeness: number
}

export interface Known {
  /** The body that issued the order: its officials act for it. */
  readonly authorityId: OrganisationId
  readonly directory: Directory
  readonly organisations: readonly KnownOrganisation[]
  readonly people: readonly KnownPerson[]
}

/** How groups and types of schools are called in the reader's language. */
export interface GroupNames {
  readonly allSchools: string
  readonly municipalAuthorities: string
  readonly outside: string
  readonly type: (schoolType: string) => string
}

/** Shows a target by the names of the registers. */
export function targetLabel(target: Target, known: Known, groups: GroupNames): string {
  const organisation = (id: OrganisationId) => {
    const found = known.organisations.find(one => one.id === id)
    return found ? (found.shortName ?? found.name) : id
  }
  switch (target.kind) {
    case 'organisation':
      return organisation(target.organisationId)
    case 'position':
      return `${target.position}, ${organisation(target.organisationId)}`
    case 'person': {
      const person = known.people.find(one => one.id === target.personId)
      return `${person?.name ?? target.personId}, ${organisation(target.organisationId)}`
    }
    case 'schoolsOfType':
      return `${groups.allSchools}: ${groups.type(target.schoolType)}`
    default:
      return groups[target.kind]
  }
}

/**
 * Likely meanings of an executor text, best first, at most five.
 *
 * @param canonical the text with its abbreviation expanded, when the order expands it
 * @param groups how the groups are called in the reader's language
 * @example suggestTargets('Руководители ОО', null, known, groups)[0].target // { kind: 'allSchools' }
 */
export function suggestTargets(text: string, canonical: string | null, known: Known, groups: GroupNames): Suggestion[] {
  const found: Suggestion[] = []
  const offer = (target: Target, why: Suggestion['why'], likeness: number) => {
    const label = targetLabel(target, known, groups)
    if (!found.some(one => one.label === label)) found.push({ target, label, why, likeness })
  }

  const learnt = known.directory.get(executorKey(text))
  if (learnt) offer(learnt, 'chosen-before', 1)
  const surname = personNames(text)[0]?.name
  if (surname)
    for (const person of known.people)
      if (samePerson(surname, person.name))
        offer({ kind: 'person', personId: person.id, organisationId: person.organisationId }, 'person', 0.95)
  for (const wording of [text, canonical]) {
    if (!wording) continue
    if (meansSchools(wording)) offer({ kind: 'allSchools' }, 'wording', 0.9)
    if (meansMunicipalAuthorities(wording)) offer({ kind: 'municipalAuthorities' }, 'wording', 0.9)
    const key = executorKey(wording)
    for (const one of known.organisations) {
      const target: Target = { kind: 'organisation', organisationId: one.id }
      if (isAbbreviationOf(wording, one.name)) offer(target, 'abbreviation', 0.92)
      else {
        const likeness = Math.max(
          similarity(key, executorKey(one.name)),
          similarity(key, executorKey(one.shortName ?? '')),
        )
        const own = one.id === known.authorityId ? 0.1 : 0
        if (likeness >= 0.35) offer(target, 'similar', Math.min(0.88, likeness + own))
      }
    }
  }
  if (meansOfficial(text))
    offer({ kind: 'position', organisationId: known.authorityId, positionId: null, position: text }, 'official', 0.6)
  return found.sort((a, b) => b.likeness - a.likeness).slice(0, 5)
}

const schoolWords = /^(оо|оу|моу|мбоу|мкоу|маоу|мобу)$/
const peopleOfSchools = ['директор', 'учитель', 'педагог', 'завуч']
const heads = [
  'руководитель',
  'директор',
  'заместитель',
  'координатор',
  'куратор',
  'учитель',
  'педагог',
  'администрация',
]

/**
 * «Руководители ОО», «школы-участницы», «учителя школ»: every school of the roadmap. One named school («школа № 4») is not a group, and
 * «школы, не вошедшие в перечень» are all but those of the roadmap.
 */
function meansSchools(text: string): boolean {
  if (/№\s*\d/.test(text) || meansMunicipalAuthorities(text)) return false
  if (/(^|\s)не\s+(вош|вход|включ|попа|участв|явля)/i.test(text)) return false
  const found = words(text)
  if (hasStem(text, ['государственный', 'бюджетный', 'автономный'])) return false
  if (found.some(word => schoolWords.test(word))) return found.length <= 4
  const start = found.slice(0, 5)
  const plural = start.some(word => /^(школ|школы|школам|школами|лицеи|лицеев|гимназии|гимназий)$/.test(word))
  const general =
    hasStem(start.join(' '), ['общеобразовательный', 'образовательный']) &&
    start.some(word => /^(организаци|учреждени)(и|й|я|ям|ями)$/.test(word))
  if (plural || general) return true
  return (
    found.length <= 6 &&
    hasStem(found[0] ?? '', heads) &&
    /(и|а|я|ов|ей|ам|ям)$/.test(found[0] ?? '') &&
    hasStem(text, peopleOfSchools)
  )
}

function meansMunicipalAuthorities(text: string): boolean {
  const found = words(text)
  if (found.some(word => /^(моуо|муо|роо|омсу|оуо)$/.test(word))) return true
  return (
    found.some(word => stem(word) === stem('муниципальные')) &&
    hasStem(text, ['координатор', 'орган', 'образование']) &&
    !hasStem(text, ['школа', 'общеобразовательный', 'бюджетный', 'автономный', 'казенный'])
  )
}

const officials = [
  'начальник',
  'заместитель',
  'специалист',
  'консультант',
  'инспектор',
  'отдел',
  'сектор',
  'председатель',
]

const bodies = ['отдел', 'сектор']

/** «Главный специалист отдела …», a surname with such an office: somebody of the body that issued the order. «Отдел образования» is a body itself. */
function meansOfficial(text: string): boolean {
  const begins = words(text)[0] ?? ''
  return hasStem(text, officials) && !hasStem(begins, bodies) && !hasStem(text, peopleOfSchools)
}

/** «КОиН» for «Комитет образования и науки администрации города»: capital letters begin the words of the name, in order. */
function isAbbreviationOf(text: string, name: string): boolean {
  const letters = text.trim()
  if (!/^[А-ЯЁа-яё]{2,8}$/.test(letters) || !/[А-ЯЁ].*[А-ЯЁ]/.test(letters)) return false
  const initials = words(name).map(word => word[0] ?? '')
  const wanted = [...letters.toLowerCase().replaceAll('ё', 'е')]
  return wanted.length <= initials.length && wanted.every((letter, index) => initials[index] === letter)
}

/** A declined surname and initials against a full name: the stems of the surnames and the first letters agree. */
function samePerson(printed: { readonly surname: string; readonly initials: string }, name: string): boolean {
  const [surname = '', ...given] = name.split(/[\s.]+/).filter(Boolean)
  if (!stemsAgree(printed.surname, surname)) return false
  const initials = [...printed.initials.replaceAll(/[^А-ЯЁA-Z]/gi, '').toUpperCase()]
  return initials.every((letter, index) => given[index] === undefined || given[index].toUpperCase().startsWith(letter))
}

function stemsAgree(a: string, b: string): boolean {
  const [left, right] = [words(a).join(''), words(b).join('')]
  if (left === right) return true
  const shared = commonStart(left, right)
  return (
    shared >= 4 &&
    left.length - shared <= 3 &&
    right.length - shared <= 3 &&
    shared >= Math.min(left.length, right.length) - 2
  )
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

/**
 * Likeness of two texts by shared pieces of three letters, 0…1.
 * @source Dice's coefficient over trigrams, as in PostgreSQL's pg_trgm but counted twice in the numerator
 */
export function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)]
  if (left.size === 0 || right.size === 0) return 0
  let shared = 0
  for (const piece of left) if (right.has(piece)) shared++
  return (2 * shared) / (left.size + right.size)
}

function trigrams(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of text.split(' ').filter(Boolean)) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3))
  }
  return found
}
