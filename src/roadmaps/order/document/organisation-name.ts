/**
 * The body that an office belongs to, in the nominative; null where the office names none.
 * @example bodyOfOffice('управления образования') // 'Управление образования'
 */
export function bodyOfOffice(afterOffice: string): string | null {
  const body = organisationInNominative(afterOffice.trim())
  if (!bodyInNominative.test(body) && !/^\p{Lu}{2,}(?:\s|$)/u.test(body)) return null
  return body.charAt(0).toUpperCase() + body.slice(1)
}

/** Head nouns of bodies: genitive, dative, instrumental and prepositional forms → nominative. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/^министерств(?:а|у|ом|е|ами)$/, 'министерство'],
  [/^управлени(?:я|ю|ем|и|ями)$/, 'управление'],
  [/^учреждени(?:я|ю|ем|и)$/, 'учреждение'],
  [/^комитет(?:а|у|ом|е)$/, 'комитет'],
  [/^департамент(?:а|у|ом|е)$/, 'департамент'],
  [/^отдел(?:а|у|ом|е)$/, 'отдел'],
  [/^институт(?:а|у|ом|е)$/, 'институт'],
  [/^центр(?:а|у|ом|е)$/, 'центр'],
  [/^совет(?:а|у|ом|е)$/, 'совет'],
  [/^администраци(?:и|ей|ю)$/, 'администрация'],
  [/^(служб|дум)(?:ы|е|ой|у)$/, '$1а'],
  [/^агентств(?:а|у|ом|е)$/, 'агентство'],
  [/^правительств(?:а|у|ом|е)$/, 'правительство'],
  [/^президент(?:а|у|ом|е)$/, 'президент'],
  [/^глав(?:ы|е|ой|у)$/, 'глава'],
  [/^губернатор(?:а|у|ом|е)$/, 'губернатор'],
  [/^собрани(?:я|ю|ем|и)$/, 'собрание'],
  [/^(\p{L}*надзор)(?:а|у|ом|е)$/u, '$1'],
  [/^школ(?:ы|е|ой|у)$/, 'школа'],
]
const adjectives: readonly (readonly [RegExp, string])[] = [
  [/(ск|цк)(?:ого|ому|им|ом)$/, '$1ое'],
  [/(н|в|т)(?:ого|ому|ым|ом)$/, '$1ое'],
  [/(ск|цк|н|в)(?:ой)$/, '$1ая'],
]

/**
 * Turns the name of a body into the nominative: its leading adjectives and head noun; what depends on the head stays. A name whose head
 * is not a known noun comes back as it is.
 * @example organisationInNominative('Министерства просвещения области') // 'Министерство просвещения области'
 */
export function organisationInNominative(name: string): string {
  const tokens = name.split(/(\s+)/)
  for (let i = 0; i < Math.min(tokens.length, 7); i += 2) {
    const head = replaced(tokens[i] ?? '', heads)
    if (head === null) continue
    const isMasculine = /(?:т|л|р)$/i.test(head)
    const before = tokens.slice(0, i).map((token, k) => (k % 2 ? token : adjectiveOf(token, isMasculine)))
    return [...before, head, ...tokens.slice(i + 1)].join('')
  }
  return name
}

function adjectiveOf(token: string, isMasculine: boolean): string {
  const neuter = replaced(token, adjectives) ?? token
  return isMasculine ? neuter.replace(/кое$/, 'кий').replace(/ое$/, 'ый') : neuter
}

function replaced(token: string, rules: readonly (readonly [RegExp, string])[]): string | null {
  const lower = token.toLowerCase()
  for (const [shape, ending] of rules) {
    if (!shape.test(lower)) continue
    const formed = lower.replace(shape, ending)
    if (token === token.toUpperCase()) return formed.toUpperCase()
    return token[0] === lower[0] ? formed : formed.charAt(0).toUpperCase() + formed.slice(1)
  }
  return null
}

/** A word that names a body in the nominative and so begins a new line of a letterhead. */
export const bodyInNominative =
  /^(?:[\p{L}-]+(?:ОЕ|ЫЙ|ИЙ|АЯ|ое|ый|ий|ая)\s+){0,6}(?:министерство|управление|учреждение|комитет|департамент|отдел|институт|центр|администрация|служба|дума|агентство|правительство|собрание|школа|гимназия|лицей|совет|учреждение|организация|комиссия)(?![\p{L}-])/iu
