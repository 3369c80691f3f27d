/** What the words of deadlines mean: a table, so it is long. Words come in lower case with ё as е. */
export interface Sense {
  readonly tag: Tag
  readonly n: number
}

export type Tag =
  | 'month'
  | 'quarter'
  | 'half'
  | 'term'
  | 'trimester'
  | 'decade'
  | 'week'
  | 'day'
  | 'hour'
  | 'workday'
  | 'monthUnit'
  | 'year'
  | 'school'
  | 'season'
  | 'holidays'
  | 'frequency'
  | 'each'
  | 'times'
  | 'twice'
  | 'number'
  | 'ordinal'
  | 'last'
  | 'roman'
  | 'until'
  | 'towards'
  | 'from'
  | 'upTo'
  | 'in'
  | 'on'
  | 'not'
  | 'later'
  | 'than'
  | 'earlier'
  | 'once'
  | 'during'
  | 'period'
  | 'whole'
  | 'term-of'
  | 'end'
  | 'beginning'
  | 'middle'
  | 'halfOf'
  | 'dayOfMonth'
  | 'next'
  | 'reporting'
  | 'current'
  | 'then'
  | 'constantly'
  | 'and'
  | 'weekday'
  | 'filler'

/** Frequencies of `n` for the tag `frequency`. */
export const everyDay = 1
export const everyWeek = 2
export const everyMonth = 3
export const everyQuarter = 4
export const everyHalf = 5
export const everyYear = 6

type Entry = readonly [pattern: string, tag: Tag, n?: number]

const entries: readonly Entry[] = [
  ['январ[ьяеюи]|январем|янв', 'month', 1],
  ['феврал[ьяеюи]|февралем|февр|фев', 'month', 2],
  ['март|марта|марте|марту|мартом', 'month', 3],
  ['апрел[ьяеюи]|апрелем|апр', 'month', 4],
  ['ма[йяею]|маем', 'month', 5],
  ['июн[ьяеюи]|июнем', 'month', 6],
  ['июл[ьяеюи]|июлем', 'month', 7],
  ['август|августа|августе|августу|августом|авг', 'month', 8],
  ['сентябр[ьяеюи]|сентябрем|сент|сен', 'month', 9],
  ['октябр[ьяеюи]|октябрем|окт', 'month', 10],
  ['ноябр[ьяеюи]|ноябрем|нояб|ноя', 'month', 11],
  ['декабр[ьяеюи]|декабрем|дек', 'month', 12],
  ['квартал[а-я]{0,3}|кв', 'quarter'],
  ['полугоди[а-я]{1,3}|полугод|полгода', 'half'],
  ['четверт(?:ь|и|ью|ей|ях|ям)', 'term'],
  ['триместр[а-я]{0,3}', 'trimester'],
  ['декад[а-я]{0,3}', 'decade'],
  ['недел[а-я]{1,4}', 'week'],
  ['день|дня|дней|дню|дни|днем|дневный|дневного|дневной|сутки|суток', 'day'],
  ['час|часа|часов', 'hour'],
  ['рабоч[а-я]{2,3}|календарн[а-я]{2,3}|банковск[а-я]{2,3}', 'workday'],
  ['месяц[а-я]{0,3}|мес|месячный|месячного', 'monthUnit'],
  ['год|года|году|годов|годы|годах|годам|годом|гг|г|лет|гож', 'year'],
  ['учебн[а-я]{2,3}|уч', 'school'],
  ['зим(?:а|ы|е|у|ой|ний|ние|него|них)', 'season', 1],
  ['весн(?:а|ы|е|у|ой)|весенн[а-я]{2,3}|весенне', 'season', 2],
  ['лет(?:о|ом|ний|него|ние|них|ее)|летне', 'season', 3],
  ['осен(?:ь|и|ью)|осенн[а-я]{2,3}|осенне', 'season', 4],
  ['каникул[а-я]{0,3}|каникулярн[а-я]{2,3}', 'holidays'],
  ['ежедневн(?:о|ый|ая|ое|ые)', 'frequency', everyDay],
  ['еженедельн(?:о|ый|ая|ое|ые)', 'frequency', everyWeek],
  ['ежемесячн(?:о|ый|ая|ое|ые)', 'frequency', everyMonth],
  ['ежеквартальн(?:о|ый|ая|ое|ые)|поквартально', 'frequency', everyQuarter],
  ['ежеполугодн[а-я]{1,3}', 'frequency', everyHalf],
  ['ежегодн(?:о|ый|ая|ое|ые)', 'frequency', everyYear],
  ['кажд(?:ый|ая|ое|ые|ого|ую|ом|ой|ых)', 'each'],
  ['раз|раза|разы', 'times'],
  ['дважды|двукратно', 'twice', 2],
  ['трижды|трехкратно', 'twice', 3],
  ['один|одного|одну|одной|одна', 'number', 1],
  ['два|двух|две', 'number', 2],
  ['три|трех', 'number', 3],
  ['четыре|четырех', 'number', 4],
  ['пять|пяти', 'number', 5],
  ['шесть|шести', 'number', 6],
  ['семь|семи', 'number', 7],
  ['восемь|восьми', 'number', 8],
  ['девять|девяти', 'number', 9],
  ['десять|десяти', 'number', 10],
  ['пятнадцать|пятнадцати', 'number', 15],
  ['двадцать|двадцати', 'number', 20],
  ['тридцать|тридцати', 'number', 30],
  ['перв(?:ый|ая|ое|ые|ого|ой|ую|ом|ым|ых)', 'ordinal', 1],
  ['втор(?:ой|ая|ое|ые|ого|ую|ом|ым|ых)', 'ordinal', 2],
  ['трет(?:ий|ья|ье|ьи|ьего|ьей|ью|ьем|ьим)', 'ordinal', 3],
  ['четверт(?:ый|ая|ое|ые|ого|ой|ую|ом|ым)', 'ordinal', 4],
  ['последн[а-я]{2,3}', 'last'],
  ['до', 'until'],
  ['к|ко', 'towards'],
  ['с|со|от|начиная', 'from'],
  ['по', 'upTo'],
  ['в|во', 'in'],
  ['на|за', 'on'],
  ['не', 'not'],
  ['позднее|позже|поздней', 'later'],
  ['чем', 'than'],
  ['ранее|раньше', 'earlier'],
  ['разово|единовременно|однократно', 'once'],
  ['течение|течении|теч|протяжении|протяжение', 'during'],
  ['период|периода|периоде|периоду', 'period'],
  ['весь|всего|всю|всей|все|всем|целого|круглый', 'whole'],
  ['срок|срока|сроки|сроков|сроком', 'term-of'],
  ['конец|конца|концу|конце|концом|окончания|окончанию|завершения', 'end'],
  ['начало|начала|началу|начале', 'beginning'],
  ['середина|середины|середине|середину', 'middle'],
  ['половина|половины|половине|половину', 'halfOf'],
  ['числа|число|числу|числах|чисел', 'dayOfMonth'],
  ['следующ[а-я]{2,3}', 'next'],
  ['отчетн[а-я]{2,3}|прошедш[а-я]{2,3}|истекш[а-я]{2,3}', 'reporting'],
  ['текущ[а-я]{2,3}|сего|нынешн[а-я]{2,3}', 'current'],
  ['далее|затем|впоследствии|потом|последующие|последующем', 'then'],
  [
    'постоянн(?:о|ый|ая|ое|ой)|систематическ[а-я]{1,3}|регулярн(?:о|ый|ая|ое)|непрерывн(?:о|ый)|бессрочн(?:о|ый)|круглогодично|перманентно',
    'constantly',
  ],
  ['и|или', 'and'],
  ['понедельник[а-я]{0,3}', 'weekday', 1],
  ['вторник[а-я]{0,3}', 'weekday', 2],
  ['сред[ауые]|средам', 'weekday', 3],
  ['четверг[а-я]{0,3}', 'weekday', 4],
  ['пятниц[а-я]{1,3}', 'weekday', 5],
  ['суббот[а-я]{1,3}', 'weekday', 6],
  ['воскресень[а-я]{1,3}', 'weekday', 7],
  [
    'включительно|ориентировочно|примерно|основе|дата|даты|мероприятия|мероприятий|реже|менее|минимум|как|проведения|исполнения|выполнения|реализации|планируемый|планируемая|плановый',
    'filler',
  ],
]

const compiled = entries.map(([pattern, tag, n]) => ({
  shape: new RegExp(`^(?:${pattern})$`),
  sense: { tag, n: n ?? 0 },
}))
const known = new Map<string, Sense | null>()
const KNOWN_AT_MOST = 5_000

/** The sense of one word, or null for a word that is no part of the language of deadlines. */
export function senseOf(word: string): Sense | null {
  const before = known.get(word)
  if (before !== undefined) return before
  const found = romanSense(word) ?? compiled.find(entry => entry.shape.test(word))?.sense ?? null
  if (known.size >= KNOWN_AT_MOST) known.clear()
  known.set(word, found)
  return found
}

/** I…IV in Latin or Cyrillic letters, and the Cyrillic П, Ш, ІУ that stand for them; alone they mean nothing. */
function romanSense(word: string): Sense | null {
  if (word.length > 3) return null
  const plain = word.replace(/[іїl|]/g, 'i').replace(/[ѵу](?=$)/, 'v')
  const n = ({ i: 1, ii: 2, iii: 3, iv: 4, п: 2, ш: 3, п1: 3, '1v': 4 } as const)[plain]
  return n === undefined ? null : { tag: 'roman', n }
}

const gluedFirst: ReadonlySet<Tag> = new Set([
  'roman',
  'ordinal',
  'until',
  'from',
  'upTo',
  'in',
  'towards',
  'month',
  'quarter',
  'half',
  'frequency',
  'year',
])
const gluedSecond: ReadonlySet<Tag> = new Set(['month', 'frequency', 'quarter', 'half', 'constantly', 'year', 'season'])

/** Parts a word glued of two («доянваря», «мартежегодно») where both halves are known; 0 when it is no such word. */
export function glueOf(word: string): number {
  if (word.length < 5 || word.length > 30) return 0
  for (let i = word.length - 3; i >= 1; i--) {
    const first = senseOf(word.slice(0, i))
    const second = senseOf(word.slice(i))
    if (first && second && gluedFirst.has(first.tag) && gluedSecond.has(second.tag)) {
      if (first.tag === 'year' && i === 1) continue
      return i
    }
  }
  return 0
}
