// Invented towns, regions and bodies with the cases a letterhead, a clause and a signature need. A table of data.

export interface InventedPlace {
  /** «города Верхнереченска» */
  readonly gen: string
  /** «в городе Верхнереченске» */
  readonly loc: string
  /** «г. Верхнереченск»: the place of issue. */
  readonly printed: string
  readonly region: string
}

export const places: readonly InventedPlace[] = [
  {
    gen: 'города Верхнереченска',
    loc: 'в городе Верхнереченске',
    printed: 'г. Верхнереченск',
    region: 'Заволжской области',
  },
  { gen: 'Луговского района', loc: 'в Луговском районе', printed: 'с. Луговое', region: 'Приозёрного края' },
  { gen: 'города Белоярова', loc: 'в городе Белоярове', printed: 'г. Белояров', region: 'Заволжской области' },
  {
    gen: 'Сосновского муниципального округа',
    loc: 'в Сосновском муниципальном округе',
    printed: 'пгт. Сосновка',
    region: 'Среднекамской области',
  },
  { gen: 'города Каменогорья', loc: 'в городе Каменогорье', printed: 'г. Каменогорье', region: 'Приозёрного края' },
  {
    gen: 'Старолесского района',
    loc: 'в Старолесском районе',
    printed: 'р.п. Старолесье',
    region: 'Нижнеокской области',
  },
  { gen: 'города Новодольска', loc: 'в городе Новодольске', printed: 'г. Новодольск', region: 'Нижнеокской области' },
  {
    gen: 'Ключевского городского округа',
    loc: 'в Ключевском городском округе',
    printed: 'г. Ключи',
    region: 'Среднекамской области',
  },
  {
    gen: 'города Озёрска-на-Дубне',
    loc: 'в городе Озёрске-на-Дубне',
    printed: 'г. Озёрск-на-Дубне',
    region: 'Заволжской области',
  },
  { gen: 'Медвежинского района', loc: 'в Медвежинском районе', printed: 'с. Медвежье', region: 'Приозёрного края' },
]

export interface InventedBody {
  /** Lines of the letterhead, one block per body, the superior first. */
  readonly letterhead: readonly (readonly string[])[]
  readonly docTypes: readonly ('приказ' | 'распоряжение' | 'постановление')[]
  readonly nom: string
  readonly gen: string
  /** Short name that the plan uses in its column of the responsible. */
  readonly short: string
  readonly headNom: string
  readonly headBreak: readonly string[]
  readonly deputyNom: string
  readonly deputyAcc: string
}

/** Bodies that may issue an order in this place. */
export function bodiesOf(place: InventedPlace): readonly InventedBody[] {
  const upper = (text: string) => text.toUpperCase()
  return [
    {
      letterhead: [[upper(`Администрация ${place.gen}`), upper(place.region)], ['УПРАВЛЕНИЕ ОБРАЗОВАНИЯ']],
      docTypes: ['приказ', 'распоряжение'],
      nom: `управление образования администрации ${place.gen}`,
      gen: `управления образования администрации ${place.gen}`,
      short: 'Управление образования',
      headNom: 'Начальник управления образования',
      headBreak: ['Начальник управления', 'образования'],
      deputyNom: 'заместитель начальника управления образования',
      deputyAcc: 'заместителя начальника управления образования',
    },
    {
      letterhead: [['ОТДЕЛ ОБРАЗОВАНИЯ', upper(`администрации ${place.gen}`)]],
      docTypes: ['приказ'],
      nom: `отдел образования администрации ${place.gen}`,
      gen: `отдела образования администрации ${place.gen}`,
      short: 'Отдел образования',
      headNom: `Начальник отдела образования администрации ${place.gen}`,
      headBreak: ['Начальник отдела образования', `администрации ${place.gen}`],
      deputyNom: 'заместитель начальника отдела образования',
      deputyAcc: 'заместителя начальника отдела образования',
    },
    {
      letterhead: [[upper(`Министерство просвещения ${place.region}`)]],
      docTypes: ['приказ', 'распоряжение'],
      nom: `министерство просвещения ${place.region}`,
      gen: `министерства просвещения ${place.region}`,
      short: 'Министерство просвещения',
      headNom: `Министр просвещения ${place.region}`,
      headBreak: ['Министр просвещения', place.region],
      deputyNom: `заместитель министра просвещения ${place.region}`,
      deputyAcc: `заместителя министра просвещения ${place.region}`,
    },
    {
      letterhead: [[upper(`Администрация ${place.gen}`), upper(place.region)]],
      docTypes: ['постановление', 'распоряжение'],
      nom: `администрация ${place.gen}`,
      gen: `администрации ${place.gen}`,
      short: 'Администрация',
      headNom: `Глава ${place.gen}`,
      headBreak: ['Глава', place.gen],
      deputyNom: `заместитель главы ${place.gen} по социальным вопросам`,
      deputyAcc: `заместителя главы ${place.gen} по социальным вопросам`,
    },
    {
      letterhead: [[upper(`Департамент образования ${place.region}`)]],
      docTypes: ['приказ', 'распоряжение'],
      nom: `департамент образования ${place.region}`,
      gen: `департамента образования ${place.region}`,
      short: 'Департамент образования',
      headNom: 'Директор департамента',
      headBreak: ['Директор департамента'],
      deputyNom: 'первый заместитель директора департамента',
      deputyAcc: 'первого заместителя директора департамента',
    },
  ]
}

/** Invented people: surname in the nominative and in the accusative, initials. */
export const people: readonly { readonly nom: string; readonly acc: string; readonly initials: string }[] = [
  ['Берестова', 'Берестову', 'А.П.'],
  ['Громыхалов', 'Громыхалова', 'С.В.'],
  ['Дубровина', 'Дубровину', 'Е.Н.'],
  ['Ельников', 'Ельникова', 'И.М.'],
  ['Жарова', 'Жарову', 'Т.А.'],
  ['Заречнова', 'Заречнову', 'О.Л.'],
  ['Истомин', 'Истомина', 'П.Р.'],
  ['Калинникова', 'Калинникову', 'Н.Г.'],
  ['Ладынин', 'Ладынина', 'В.Ю.'],
  ['Мотылёва', 'Мотылёву', 'М.С.'],
  ['Нестеркина', 'Нестеркину', 'Л.В.'],
  ['Орешина', 'Орешину', 'Г.Ф.'],
  ['Подгорнов', 'Подгорнова', 'А.А.'],
  ['Рощина', 'Рощину', 'И.Д.'],
  ['Сверчкова', 'Сверчкову', 'Ю.Б.'],
  ['Тополев', 'Тополева', 'Д.К.'],
  ['Ушкова', 'Ушкову', 'З.И.'],
  ['Филинова', 'Филинову', 'К.Э.'],
  ['Хмелева', 'Хмелеву', 'Р.Т.'],
  ['Цветаева-Ромашина', 'Цветаеву-Ромашину', 'Е.А.'],
  ['Черёмухин', 'Черёмухина', 'Н.Н.'],
  ['Шиповалова', 'Шиповалову', 'Т.Т.'],
  ['Щеглова', 'Щеглову', 'В.В.'],
  ['Юрасова', 'Юрасову', 'С.О.'],
  ['Ясенева', 'Ясеневу', 'А.Д.'],
  ['Абрикосова', 'Абрикосову', 'Л.Л.'],
  ['Васильков', 'Василькова', 'Е.Е.'],
  ['Глебова', 'Глебову', 'Н.О.'],
  ['Ивушкина', 'Ивушкину', 'П.П.'],
  ['Родниковский', 'Родниковского', 'М.М.'],
  ['Кедрова', 'Кедрову', 'И.И.'],
  ['Полянский', 'Полянского', 'О.О.'],
].map(([nom, acc, initials]) => ({ nom: nom as string, acc: acc as string, initials: initials as string }))

export const offices: readonly string[] = [
  'начальник отдела общего образования',
  'главный специалист отдела общего образования',
  'ведущий консультант сектора оценки качества образования',
  'директор муниципального методического центра',
  'методист центра развития образования',
  'заведующий отделом воспитательной работы',
  'старший методист кафедры начального образования',
  'главный специалист по кадрам',
]
