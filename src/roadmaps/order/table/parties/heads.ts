/**
 * Words that can be the head of a party («руководители ОО», «Комитет образования»), in the nominative, singular and plural.
 * Long because it is a dictionary. A plural that is also a genitive singular («учителя», «организации») is marked ambiguous: alone it
 * starts a party only where something else says so.
 */
type HeadKind = 'office' | 'role' | 'body'

export interface Head {
  readonly kind: HeadKind
  readonly plural: boolean
  readonly ambiguous: boolean
  /** An ambiguous form that is nearly always the owner of what stands before it: «начальник Управления образования». */
  readonly owner: boolean
}

const offices =
  'руководитель/и, директор/а~, заместитель/и, зам, начальник/и, специалист/ы, методист/ы, консультант/ы, учитель/я~, педагог/и, психолог/и, логопед/ы, ' +
  'дефектолог/и, завуч/и, эксперт/ы, инспектор/ы, инспектор/а~, председатель/и, секретарь/и, член/ы, работник/и, сотрудник/и, представитель/и, ' +
  'глава/ы~, министр/ы, ректор/ы, проректор/ы, оператор/ы, администратор/ы, модератор/ы, воспитатель/и, библиотекарь/и, советник/и, исполнитель/и, ' +
  'преподаватель/и, учёный/ые, ученик/и, обучающийся/еся, выпускник/и, родитель/и, воспитанник/и, участник/и, учащийся/еся, студент/ы, ' +
  'заведующий/ие, заведующая/ие, ответственный/ые, управляющий/ие, инженер/ы, бухгалтер/ы, экономист/ы, юрист/ы, программист/ы, техник/и, ' +
  'аналитик/и, референт/ы, профессор/а~, доцент/ы, лектор/ы, тренер/ы, врач/и, инспектор/а~, зав, нач, исполняющий/ие, врио, рук, спец, гл, вр, ио, и.о, педагогог/и, лидер/ы, предметник/и, кадры, завхоз/ы, волонтер/ы, вожатый/ые, наставляемый/ые, доброволец/цы'
const roles = 'координатор/ы, куратор/ы, наставник/и, тьютор/ы, ментор/ы, супервизор/ы, амбассадор/ы'
const bodies =
  'комитет/ы, управление/я~, отдел/ы, отделение/я~, департамент/ы, министерство/а~, администрация/и~, центр/ы, институт/ы, кафедра/ы~, школа/ы~, ' +
  'гимназия/и~, лицей/и, организация/и~, учреждение/я~, образование/я~, объединение/я~, группа/ы~, совет/ы, комиссия/и~, ассоциация/и~, служба/ы~, ' +
  'площадка/и~, технопарк/и, лаборатория/и~, сектор/ы, сектор/а~, орган/ы, сообщество/а~, профсоюз/ы, библиотека/и~, университет/ы, академия/и~, ' +
  'колледж/и, техникум/ы, фонд/ы, штаб/ы, дирекция/и~, консилиум/ы, муниципалитет/ы, район/ы, учредитель/и, методобъединение/я~, методслужба/ы~, методкабинет/ы, ' +
  'кабинет/ы, дом/а~, дворец/цы, музей/и, предприятие/я~, бюро, агентство/а~, правительство, рособрнадзор, минобрнауки, минпросвещения, минобр, гороно, районо, ' +
  'интернат/ы, сад/ы, детсад/ы, филиал/ы, подразделение/я~, рцои, клуб/ы, партнёр/ы, вуз/ы, оператор/ы, координационный-совет, шноp, штаб/ы, ресурс-центр, мобильная-группа, стажёр/ы, оргкомитет/ы, жюри, актив/ы, методсовет/ы, педсовет/ы, команда/ы~, коллектив/ы'

const owners =
  /^(?:управления|отделения|министерства|администрации|кафедры|академии|дирекции|службы|агентства|комиссии|ассоциации|главы|правительства|предприятия|библиотеки|подразделения|образования|сектора|учреждения|организации|объединения|дома)$/

const heads = new Map<string, Head>()
function learn(list: string, kind: HeadKind): void {
  for (const entry of list.split(',')) {
    const [singular = '', ending] = entry.trim().replaceAll('ё', 'е').split('/')
    if (!heads.has(singular))
      heads.set(singular, { kind, plural: singular === 'кадры', ambiguous: false, owner: false })
    if (ending === undefined) continue
    const plural = pluralOf(singular, ending.replace('~', ''))
    const ambiguous = ending.endsWith('~')
    if (!heads.has(plural))
      heads.set(plural, { kind, plural: true, ambiguous, owner: ambiguous && owners.test(plural) })
  }
}
function pluralOf(singular: string, ending: string): string {
  if (ending === 'еся') return singular.replace(/ийся$/, 'иеся')
  if (ending === 'цы') return singular.replace(/ец$/, 'цы')
  return singular.replace(/(?:ый|ий|ая|[ьйаяе]|о)$/, '') + ending
}
learn(offices, 'office')
learn(roles, 'role')
learn(bodies, 'body')

/** The head that a word is, also in a compound: «педагог-психолог», «школы-участницы», «учителя-предметники». */
export function headOf(word: string): Head | null {
  const lower = word.toLowerCase().replaceAll('ё', 'е').replace(/\.$/, '')
  const whole = heads.get(lower)
  if (whole || !lower.includes('-')) return whole ?? null
  const [first = '', second = ''] = lower.split('-')
  const head = heads.get(first)
  if (!head) return heads.get(second) ?? null
  // «учителя-предметники» is plural for certain, because its second half is
  return head.ambiguous && /[иые]$/.test(second) ? { ...head, ambiguous: false } : head
}

/** Agreement of an adjective in the nominative: what number and gender its ending allows. */
export function adjectiveNumber(word: string): 'singular' | 'plural' | null {
  const lower = word.toLowerCase()
  if (/(?:ые|[гкхшщжчнв]ие)$/.test(lower)) return 'plural'
  if (/ий$/.test(lower) && !/(?:[кгхшщжч]|средн|внутренн|внешн|последн|ранн|летн|зимн|осенн|весенн)ий$/.test(lower))
    return null
  if (/(?:[ыио]й|ая|яя|ое|ее)$/.test(lower)) return 'singular'
  return null
}

const legalForm =
  /^(?:[МГКФНЧОТР]{1,3}(?:[БКА]|АО|БО|КО)?(?:О|Д|Н|П|С|К|УД|ДО)?[ОД]?У|[МГ]?[БАК]?ДОУ|Г?ОУ|ФГБОУ|ФГБУ|ФГАОУ|АНО|НКО|ООО|АО|ПАО|ИП|ГУ|МУ|НОО|УДО|ОУ|МП|ТУ)$/u
const nameParts = /^(?:ДПО|ДПОС|ДО|ВО|СПО|НПО|НОО|КО|СО|МО|РО|НО|ПК|УО|СОШ|ООШ|НОШ|ОШ|ДОД|ДЮЦ|ДДТ|ЦО|ПО)$/u

/** «МБУ», «ГАУ», «МАОУ»: the legal form with which the name of a body begins. */
export function isLegalForm(token: string): boolean {
  return legalForm.test(token)
}

/** «ДПО», «СОШ»: stands between the legal form and the name. */
export function isNamePart(token: string): boolean {
  return nameParts.test(token)
}

/** Two capitals or more, few small letters: «КОиН», «ОЦДиК», «МОУО». */
export function isAcronym(token: string): boolean {
  const capitals = token.replace(/[^\p{Lu}]/gu, '').length
  return capitals >= 2 && /^[\p{L}\d/-]+$/u.test(token) && capitals * 2 >= token.length && token.length <= 16
}

const classAcronym =
  /^(?:[МГ]?[БКА]?О[ОУ]|ОО[ОШ]?|СОШ|НОШ|М?ОУО|МОУО?|ОМСУ|МСУ|МОиН|МО|ШН[А-Я]{1,3}|ШССУ|ДО[УО]|ПОО|СПО|[ГРШМ]{1,2}МО|ВУЗ|УДО|ОДО)(?:и)?$/u

/** Abbreviation of a class and not of one body: «ОО», «МОУО», «ШНОР», «ГМО». */
export function isClassAcronym(token: string): boolean {
  return classAcronym.test(token)
}
