/** A deed parted at its labels. */
export interface Labelled {
  /** What stands before the first label. */
  readonly title: string
  readonly values: readonly LabelledValue[]
}

interface LabelledValue {
  /** The role that a column with this heading would have. */
  readonly role: string
  readonly heading: string
  /** As printed, with its colon. */
  readonly label: string
  readonly text: string
}

/** Role of a label → its wording. «Соисполнитель» stands before «исполнитель», which it contains. */
const wordings: readonly (readonly [string, string])[] = [
  ['coexecutor', String.raw`соисполнител\p{L}+`],
  [
    'deadline',
    String.raw`(?:срок\p{L}*|дат[аы]|период|время)(?:\s+(?:исполнения|проведения|выполнения|реализации|сдачи))?`,
  ],
  [
    'responsible',
    String.raw`(?:ответственн\p{L}+|отв\.|исп\.|исполнител\p{L}+)(?:\(\p{Ll}+\))?(?:\s+(?:исполнител\p{L}+|лиц\p{L}+|за\s+(?:исполнение|выполнение|проведение)))?`,
  ],
  [
    'result',
    String.raw`(?:(?:ожидаем|планируем)\p{L}+\s+)?результат\p{L}*|форма\s+(?:завершения|отч[её]та|отч[её]тности|представления)|выход|итоговый\s+документ`,
  ],
  ['indicator', String.raw`(?:целев\p{L}+\s+)?(?:показател\p{L}+|индикатор\p{L}*)(?:\s+результативности)?`],
  ['participants', String.raw`участники|категория\s+участников`],
  ['place', String.raw`место(?:\s+проведения)?`],
]
const label = wordings.map(([role, wording]) => `(?<${role}>${wording})`).join('|')
/** A label with a colon or a dash after it; without one only where a new sentence begins with it. */
const labels = new RegExp(
  String.raw`(?<=^|[.;,(!?»]\s{0,3}|[–—-]\s{1,3})(?<open>\(\s*)?(?:(?:${label})\s*(?::|\s[–—-](?=\s))\s*)`,
  'giu',
)
const begun =
  /(?<=^|[.;(]\s{0,3})(?<open>\(\s*)?(?:(?<deadline>Сроки?)\s+(?=до\s|с\s|по\s|не\s|в\s+течение|\d)|(?<responsible>Отв\.|Исп\.|Ответственн(?:ый|ая|ые))\s+(?=\p{L}))/gu

/**
 * Parts a deed at its labels.
 *
 * @example labelled('Провести замер. Срок: май. Отв.: ИМЦ.') // title «Провести замер», values deadline «май» and responsible «ИМЦ»
 */
export function labelled(text: string): Labelled {
  const found = [...text.matchAll(labels), ...text.matchAll(begun)]
    .sort((a, b) => a.index - b.index)
    .filter((match, i, all) => match.index !== all[i - 1]?.index)
  const first = found[0]
  if (!first) return { title: text.trim(), values: [] }
  const values = found.map((match, i) => {
    const [role, wording] = Object.entries(match.groups ?? {}).find(([name, own]) => name !== 'open' && own) ?? ['', '']
    const until = found[i + 1]?.index ?? text.length
    return {
      role,
      heading: headed(wording ?? ''),
      label: match[0],
      text: valueIn(text.slice(match.index + match[0].length, until)),
    }
  })
  return { title: titleOf(text.slice(0, first.index)), values }
}

/** The last sign of a sentence goes, that of an abbreviation («2024 г.», «И.И.») stays; so does a closed bracket. */
function valueIn(printed: string): string {
  let text = printed.trim().replace(/[\s;,(–—]+$/, '')
  text = text.replace(/(?<!(?:^|[\s\d.])(?:\p{L}{1,2}|отв|исп))\.$/iu, '')
  const open = (text.match(/\(/g)?.length ?? 0) - (text.match(/\)/g)?.length ?? 0)
  return open < 0 ? text.replace(/\)\.?$/, '').trim() : text
}

function titleOf(printed: string): string {
  return printed
    .trim()
    .replace(/[\s(;,–—-]+$/, '')
    .replace(/(?<!\s(?:др|пр))\.$/u, '')
}

function headed(wording: string): string {
  const spelled = /^отв/i.test(wording) ? 'Ответственный' : /^исп\./i.test(wording) ? 'Исполнитель' : wording
  return spelled.charAt(0).toUpperCase() + spelled.slice(1)
}
