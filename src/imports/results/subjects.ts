import { procedureNamed, subjectNamed } from '../../assessments/contract.ts'

/** Subjects as titles, sheets and names of files print them. The order matters: the first that fits is meant. */
const subjects: readonly (readonly [string, RegExp])[] = [
  ['математика (профильная)', /(?=.*математ)(?=.*профил)/],
  ['математика (базовая)', /(?=.*математ)(?=.*базов)/],
  ['математика', /математ|(^| )(ма|math)( |$|\d)/],
  ['русский язык', /русск|(^| )(ру|rus)( |$|\d)/],
  ['окружающий мир', /окружающ/],
  ['обществознание', /обществозн/],
  ['история', /истори/],
  ['биология', /биолог/],
  ['география', /географ/],
  ['физика', /физик/],
  ['химия', /хими/],
  ['информатика', /информат/],
  ['литература', /литератур/],
  ['английский язык', /английск/],
  ['немецкий язык', /немецк/],
  ['французский язык', /французск/],
  ['испанский язык', /испанск/],
  ['китайский язык', /китайск/],
  ['иностранный язык', /иностранн/],
]

/** The subject that a text names, in the kept words; null when it names none. @example subjectIn('02 - Математика профильная') */
export function subjectIn(text: string): string | null {
  const found = subjects.find(([, pattern]) => pattern.test(text))
  return found ? subjectNamed(found[0]) : null
}

const otherSubjects =
  /^(алгебра|геометрия|вероятность|астрономия|технология|труд|музыка|изобразительн|изо$|физическая культура|обж$|основы |родн|чтение|письмо|грамот|функциональная|читательская|математическая|естественно|финансовая|креативн|глобальн|метапредмет|комплексная|черчение|экономика|право|экология|второй |башкирск|татарск|чувашск|якутск|осетинск|чеченск)/

/**
 * A subject as a column of a table names it. What is no known subject is refused: in a row that slipped sideways a name may stand here.
 *
 * @returns undefined for words that name no subject
 */
export function subjectInColumn(text: string): string | undefined {
  const plain = subjectNamed(text)
  if (text.length > 60) return undefined
  if (/^математика( \((профильная|базовая)\))?$|^русский язык$/.test(plain) || otherSubjects.test(plain)) return plain
  return subjects.some(([, pattern]) => pattern.test(plain)) ? plain : undefined
}

const otherProcedures =
  /^(гвэ|нико|рпр|рдр|икр|дкр|мцко|pisa|pirls|timss|ргк|пробн|мониторинг|диагност|проверочн|контрольн|региональн|муниципальн|итогов|всеросс|оценк)/i

/** A procedure as a column of a table names it; undefined for words that name none. */
export function procedureInColumn(text: string): string | undefined {
  const named = procedureNamed(text)
  if (text.length > 60) return undefined
  return ['ВПР', 'ОГЭ', 'ЕГЭ'].includes(named) || otherProcedures.test(named) ? named : undefined
}
