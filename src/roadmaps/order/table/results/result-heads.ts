import { stem } from '../../../../core/russian/index.ts'

/**
 * Words that head an expected result: kinds of documents, measured quantities, deeds. A dictionary, hence the length.
 * Documents are listed in the nominative (singular/plural), because only a nominative begins a new result.
 */
const documents: Readonly<Record<string, string>> = {
  приказ: 'приказ/ы',
  распоряжение: 'распоряжение/я~',
  положение: 'положение/я~ порядок/',
  регламент: 'регламент/ы',
  протокол: 'протокол/ы',
  договор: 'договор/ы договор/а~ соглашение/я~',
  письмо: 'письмо/а~',
  список: 'список/и реестр-участников/',
  перечень: 'перечень/ни реестр/ы',
  состав: 'состав/ы',
  'план-график': 'план-график/и',
  план: 'план/ы планирование/ комплекс/ы',
  график: 'график/и расписание/я~ циклограмма/ы~ календарь/и',
  'дорожная карта': '',
  программа: 'программа/ы~ подпрограмма/ы~',
  'индивидуальный маршрут': 'маршрут/ы иом/',
  отчёт: 'отчет/ы фотоотчет/ы самоотчет/ы',
  справка: 'справка/и',
  анализ: 'анализ/ы самоанализ/ы',
  'аналитические материалы': 'выводы/ аналитика/',
  информация: 'информация/ сведения/ данные/',
  рекомендации: 'рекомендации/ рекомендация/',
  предложения: 'предложения/ предложение/',
  материалы:
    'материалы/ сборник/и памятка/и буклет/ы презентация/и сценарий/и конспект/ы кейс/ы разработки/ пособие/я~ методичка/и',
  удостоверение: 'удостоверение/я~',
  сертификат: 'сертификат/ы свидетельство/а~ диплом/ы грамота/ы~',
  профиль: 'профиль/и',
  результаты: 'результаты/ итоги/',
  форма: 'форма/ы~ анкета/ы~ бланк/и чек-лист/ы мониторинговая-таблица/',
  сайт: 'сайт/ы интернет-страница/ы~ страница/ы~ сети/ раздел/ы вкладка/и соцсети/ интернет-ресурс/ы',
  публикация: 'публикация/и~ статья/и~ сми/ новость/и~ пост/ы ссылка/и скриншот/ы',
  'банк данных': 'банк/и база/ы~',
  паспорт: 'паспорт/а~',
  резолюция: 'резолюция/и~ решение/я~',
  модель: 'модель/и~',
  другое:
    'постановление/я~ лист/ы дневник/и проект/ы акт/ы журнал/ы заявка/и~ карта/ы~ документ/ы нпа/ расчет/ы смета/ы~ диаграмма/ы~ таблица/ы~ заключение/я~ уведомление/я~ запись/и~ видеозапись/и~ доклад/ы концепция/и~ рейтинг/и пакет/ы тест/ы копилка/и отзыв/ы видеоролик/и видеоурок/и портфолио/ карточка/и тетрадь/и ведомость/и',
}

const measures =
  /^(?:доля|доли|процент|количество|кол-во|число|численность|охват|удельный|показатель|уровень|коэффициент|средний|%)$/

export interface ResultHead {
  readonly kind: 'document' | 'measure' | 'deed'
  readonly documentType: string | null
  readonly ambiguous: boolean
}

const byForm = new Map<string, ResultHead>()
const typeByStem = new Map<string, string>()
for (const [documentType, list] of Object.entries(documents)) {
  for (const entry of list.split(' ').filter(Boolean)) {
    const [singular = '', ending = ''] = entry.split('/')
    byForm.set(singular, { kind: 'document', documentType, ambiguous: false })
    typeByStem.set(stem(singular), documentType)
    if (ending === '') continue
    const plural = pluralOf(singular, ending.replace('~', ''))
    byForm.set(plural, { kind: 'document', documentType, ambiguous: ending.endsWith('~') })
    typeByStem.set(stem(plural), documentType)
  }
}
function pluralOf(singular: string, ending: string): string {
  if (singular === 'список') return 'списки'
  if (ending === 'ни') return 'перечни'
  return singular.replace(/(?:ия|[ьйаяе]|о)$/, found => (found === 'ия' ? 'и' : '')) + ending
}

const deed =
  /(?:ание|ение|яние|тие|ация|яция|изация|екция)$|^(?:обмен|помощь|поддержка|корректировка|подготовка|проверка|разработка|работа|выставка|участие|наличие|отсутствие|рост|снижение|стажировка|диагностика|консультация|консультации|мероприятия|мероприятие|семинар|семинары|совещание|вебинар|вебинары|заседание|конференция|устранение|динамика|практика|практики|опыт|система|сеть|команда|коллектив|площадка|открытость|объективность|доступность|готовность|мотивация|компетентность|курсы|деятельность|условия|механизм|механизмы|контроль|оценка|выявление|владение|внедрение|охрана|переход|выход|отбор|учет|доступ|выбор|тираж|запуск|закуп|закупка|ремонт|мониторинг)$/

/** What a word in the nominative heads, or null when it heads nothing known. */
export function resultHeadOf(word: string): ResultHead | null {
  const lower = word.toLowerCase().replaceAll('ё', 'е').replace(/\.$/, '')
  if (measures.test(lower))
    return { kind: 'measure', documentType: null, ambiguous: lower === 'доли' || lower === 'уровень' }
  const document = byForm.get(lower)
  if (document) return document
  return deed.test(lower) ? { kind: 'deed', documentType: null, ambiguous: false } : null
}

/** The kind of document that any form of a word names: «планом» → план. */
export function documentTypeOf(word: string): string | null {
  return typeByStem.get(stem(word.replaceAll('ё', 'е'))) ?? null
}
