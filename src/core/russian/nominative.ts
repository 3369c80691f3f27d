/** Endings of nouns for offices, oblique → nominative, singular; the first that fits wins. */
const nouns: readonly (readonly [RegExp, string])[] = [
  [/^(комитет|отдел|департамент|центр|сектор)(?:а|у|ом|е)$/, '$1'],
  [/^(управлени|учреждени)(?:я|ю|ем|и)$/, '$1е'],
  [/^(министерств)(?:а|у|ом|е)$/, '$1о'],
  [/^глав(?:ы|е|у|ой|ою)$/, 'глава'],
  [/(тел)(?:я|ю|ем|е)$/, '$1ь'],
  [/(секретар|библиотекар|бухгалтер|слесар)(?:я|ю|ём|ем|е)$/, '$1ь'],
  [/([нш]иц)(?:ы|е|у|ей)$/, '$1а'],
  [
    /((?:ник|щик|чик|директор|ректор|тор|министр|мастер|инженер|бухгалтер|тренер|эксперт|консультант|референт|ассистент|лаборант|президент|ист|психолог|логопед|дефектолог|педагог|атташе|куратор|аналитик|техник|юрист|завуч))(?:а|у|ом|е)$/,
    '$1',
  ],
]
const pluralNouns: readonly (readonly [RegExp, string])[] = [
  [/^(учител)(?:ям|ями|ях)$/, '$1я'],
  [/^(директор)(?:ам|ами|ах)$/, '$1а'],
  [/(тел|секретар)(?:ям|ями|ях)$/, '$1и'],
  [/((?:ник|щик|чик|психолог|логопед|педагог|дефектолог))(?:ам|ами|ах)$/, '$1и'],
  [/((?:тор|министр|инженер|тренер|эксперт|консультант|ист))(?:ам|ами|ах)$/, '$1ы'],
]
const masculine: readonly (readonly [RegExp, string])[] = [
  [
    /(перв|втор|главн|стар|научн|государственн|муниципальн|генеральн|исполнительн|ответственн|уполномоченн)(?:ого|ому|ым|ом)$/,
    '$1ый',
  ],
  [/(ущ|ющ|ащ|ящ|вш|ш)(?:его|ему|им|ем)$/, '$1ий'],
  [/(к|г|х)(?:ого|ому|им|ом)$/, '$1ий'],
  [/(н)(?:его|ему|им|ем)$/, '$1ий'],
  [/([бвдзлмнпрст])(?:ого|ому|ым|ом)$/, '$1ый'],
]
const feminine: readonly (readonly [RegExp, string])[] = [
  [/(ущ|ющ|ащ|ящ)(?:ей|ую)$/, '$1ая'],
  [/(ведущ|главн|стар)(?:ей|ой|ую)$/, '$1ая'],
]
const plural: readonly (readonly [RegExp, string])[] = [
  [/(ущ|ющ|ащ|ящ|вш|ш)(?:им|ими|их)$/, '$1ие'],
  [/([бвдзлмнпрст])(?:ым|ыми|ых)$/, '$1ые'],
]

/** Participles that are offices by themselves: what follows depends on them. */
const substantive = /^(?:заведующ|управляющ|исполняющ|командующ)/

/**
 * Turns the phrase of an office from an oblique case into the nominative: the leading adjectives, the head noun, and each office after a
 * dash; what depends on the head stays. A phrase it cannot form comes back as it is.
 *
 * @example nominative('первого заместителя министра – начальника управления') // 'первый заместитель министра – начальник управления'
 */
export function nominative(phrase: string): string {
  return phrase
    .split(/(\s+[–—-]\s+)/u)
    .map((part, i) => (i % 2 === 0 ? headInNominative(part) : part))
    .join('')
}

function headInNominative(part: string): string {
  const tokens = part.split(/(\s+)/u)
  const changed: string[] = []
  for (let i = 0; i < tokens.length && i < 9; i++) {
    const token = tokens[i] ?? ''
    if (token.trim() === '') {
      changed.push(token)
      continue
    }
    if (/^временно$/i.test(token)) {
      changed.push(token)
      continue
    }
    const noun = eachOf(token, [...nouns, ...pluralNouns])
    if (noun !== null) return joined(changed, agreeing(noun, token), tokens, i)
    const adjective = eachOf(token, [...masculine, ...feminine, ...plural])
    if (adjective === null) return part
    if (substantive.test(token.toLowerCase())) return joined(changed, adjective, tokens, i)
    changed.push(adjective)
  }
  return part
}

/** «педагога-психолога» is put into the nominative on both sides of the hyphen. */
function eachOf(token: string, rules: readonly (readonly [RegExp, string])[]): string | null {
  const parts = token.split('-').map(part => replaced(part, rules))
  return parts.every(part => part !== null) ? parts.join('-') : null
}

function replaced(token: string, rules: readonly (readonly [RegExp, string])[]): string | null {
  const lower = token.toLowerCase()
  for (const [shape, ending] of rules) {
    if (!shape.test(lower)) continue
    const formed = lower.replace(shape, ending)
    return token[0] === lower[0] ? formed : formed.charAt(0).toUpperCase() + formed.slice(1)
  }
  return null
}

function agreeing(noun: string, printed: string): string {
  return printed === printed.toUpperCase() ? noun.toUpperCase() : noun
}

function joined(before: readonly string[], head: string, tokens: readonly string[], i: number): string {
  return [...before, head, ...tokens.slice(i + 1)].join('')
}
