// The document around the plan: letterhead, title, preamble, clauses, signature, appendix, passport. One story in print order.
import type { Clause, ClauseKind, LegalAct } from '../order/contract.ts'
import { composePlan } from './compose-plan.ts'
import { monthsGen, type PlanYears, planPeriod } from './deadlines.ts'
import type { Dice } from './dice.ts'
import type { GoldOrder } from './gold.ts'
import type { PrintedClause, PrintedOrder } from './printed.ts'
import { expectedResults, goals, tasks } from './words-items.ts'
import { bodiesOf, type InventedBody, people, places } from './words-places.ts'

export interface ComposedOrder {
  readonly printed: PrintedOrder
  readonly gold: GoldOrder
  readonly features: string[]
}

/** What stands between the signature and the appendix and belongs to neither. */
const afterSignatures: readonly (readonly string[])[] = [
  ['Исп. Кедрова И.И.', '8 (000) 12-34-56'],
  ['С приказом ознакомлены:', '_____________ Т.А. Жарова', '_____________ П.Р. Истомин'],
  ['Рассылка: в дело – 1, методический центр – 1, школы – 14'],
]

const two = (n: number) => String(n).padStart(2, '0')
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Draws a whole invented order of this difficulty. */
export function composeOrder(dice: Dice, level: 1 | 2 | 3): ComposedOrder {
  const features: string[] = [`level:${level}`]
  const place = dice.pick(places)
  const body = dice.pick(bodiesOf(place))
  const years: PlanYears = {
    kind: dice.pick(level === 1 ? ['calendar', 'calendar', 'school'] : ['calendar', 'calendar', 'school', 'two-years']),
    firstYear: dice.int(2019, 2026),
  }
  features.push(`years:${years.kind}`)
  const planOnly = level > 1 && dice.chance(0.12)
  const noFirstPage = !planOnly && level === 3 && dice.chance(0.06)
  const signed = signedDay(dice, years)
  const subject = dice.pick([
    'по поддержке школ с низкими результатами обучения',
    'по повышению качества образования в школах, нуждающихся в методической помощи',
    'адресной помощи общеобразовательным организациям с низкими образовательными результатами',
    'по преодолению учебной неуспешности обучающихся',
  ])
  // the year of a plan without a printed period is that of its order, so it must have one, on the year's first days
  const inferable = years.kind === 'calendar' && !planOnly && !noFirstPage && signed.year === years.firstYear
  const printedPeriod = inferable && dice.chance(0.2) ? null : periodWords(dice, years)
  if (printedPeriod === null) features.push('period:inferred')
  const tail = `${subject} ${place.loc}${printedPeriod === null ? '' : ` ${printedPeriod}`}`
  const [planNom, planGen] = dice.pick([
    ['План мероприятий («дорожная карта»)', 'плана мероприятий («дорожной карты»)'],
    ['Дорожная карта', 'дорожной карты'],
    ['Комплексный план мероприятий', 'комплексного плана мероприятий'],
    ['Муниципальная «дорожная карта»', 'муниципальной «дорожной карты»'],
  ] as const)
  const roadmapTitle = `${planNom} ${tail}`
  const titleLines = dice.chance(0.4) ? [planNom.toUpperCase(), tail] : [roadmapTitle]
  const plan = composePlan(dice, level, years, body.short, features)
  const withPassport = dice.chance(level === 1 ? 0.1 : 0.3)
  if (withPassport) features.push('passport')
  const passportParts = {
    goals: dice.sample(goals, dice.int(1, 3)),
    tasks: dice.sample(tasks, dice.int(2, 4)),
    expected: dice.chance(0.6) ? dice.sample(expectedResults, 2) : [],
  }
  const passport = withPassport
    ? [
        { heading: dice.pick(['ЦЕЛИ', 'Цели:', 'Цель:']), bullets: passportParts.goals },
        { heading: dice.pick(['ЗАДАЧИ:', 'Задачи:']), bullets: passportParts.tasks },
        ...(passportParts.expected.length > 0
          ? [{ heading: 'Ожидаемые результаты:', bullets: passportParts.expected }]
          : []),
      ]
    : []
  const period = planPeriod(years)
  const goldRoadmap: GoldOrder['roadmap'] = {
    title: roadmapTitle,
    titleAlternatives: printedPeriod === null ? [] : [planNom],
    period: {
      sourceText: printedPeriod,
      start: period.start,
      end: period.end,
      inferred: printedPeriod === null,
      alternatives: [
        { start: signed.iso, end: period.end },
        ...(years.kind === 'school'
          ? [31, 30].map((d, i) => ({ start: period.start, end: `${years.firstYear + 1}-0${5 + i}-${d}` }))
          : []),
      ],
    },
    ...plan.roadmap,
  }
  const goldPassport = withPassport
    ? { goals: passportParts.goals, tasks: passportParts.tasks, expectedResults: passportParts.expected }
    : null
  const emptyDocument: GoldOrder['document'] = {
    authority: null,
    docType: 'план',
    number: null,
    date: null,
    place: null,
    title: roadmapTitle,
    titleAlternatives: [null],
    preamble: null,
    purpose: null,
    legalBasis: [],
    clauses: [],
    signatory: null,
    controller: null,
    appendices: [],
  }
  const bare = {
    letterhead: [],
    docTypeLine: null,
    dateLine: null,
    numberLine: null,
    dateAndNumberTogether: false,
    placeLine: null,
    title: [],
    preamble: null,
    verbLine: null,
    clauses: [],
    signatory: null,
    afterSignature: [],
    stamp: [],
  }
  if (planOnly || noFirstPage) {
    features.push(planOnly ? 'plan-without-order' : 'first-page-missing')
    return {
      features,
      printed: { ...bare, planTitle: titleLines, passport, tables: plan.tables },
      gold: { schemaVersion: '1.0', document: emptyDocument, passport: goldPassport, roadmap: goldRoadmap, issues: [] },
    }
  }

  const docType = dice.pick(body.docTypes)
  features.push(`type:${docType}`)
  const number = dice.pick([
    String(dice.int(3, 980)),
    `${dice.int(2, 90)}-од`,
    `01-05/${dice.int(10, 300)}`,
    `${dice.int(10, 900)}-р`,
    `${dice.int(10, 99)}/1`,
  ])
  const dateText = dice.pick([
    `от ${two(signed.day)}.${two(signed.month)}.${signed.year}`,
    `${two(signed.day)}.${two(signed.month)}.${signed.year}`,
    `${signed.day} ${monthsGen[signed.month - 1]} ${signed.year} года`,
    `« ${two(signed.day)} » ${monthsGen[signed.month - 1]} ${signed.year} г.`,
    `${two(signed.day)}/${two(signed.month)}/${signed.year}`,
    `от ${two(signed.day)}.${two(signed.month)}.${signed.year}г`,
  ])
  const withPlace = dice.chance(0.5)
  const title = dice.pick([
    `Об утверждении ${planGen} ${tail}`,
    `Об утверждении ${planGen} ${tail}`,
    `О реализации ${planGen} ${tail}`,
    `Об организации работы ${place.loc}${printedPeriod === null ? '' : ` ${printedPeriod}`}`,
  ])
  const spaced = dice.chance(0.4)
  if (spaced) features.push('letter-spaced')
  const acts = someActs(dice, place.region, signed.year)
  const purposeText = dice.pick([
    'в целях повышения качества образования',
    'в целях методической поддержки школ',
    'с целью выравнивания условий обучения',
  ])
  const { lead, basis } = acts
  const preambleText = [`${lead} ${basis.map(a => a.text).join(', ')}`, purposeText].join(', ')
  const verb = { приказ: 'приказываю', распоряжение: dice.pick(['обязываю', '']), постановление: 'постановляет' }[
    docType
  ]
  const spacedVerb = spaced ? verb.split('').join(' ') : verb
  const issuer = docType === 'постановление' ? ` ${body.nom}` : ''
  const verbInline = verb === '' || dice.chance(0.4)
  const verbLine = verbInline ? null : `${spaced ? spacedVerb : verb.toUpperCase()}:`
  const preamble = `${preambleText}${issuer}${verbInline ? (verb === '' ? ':' : ` ${spacedVerb}:`) : ''}`
  const signer = dice.pick(people)
  const signerName = dice.chance(0.6) ? `${signer.initials} ${signer.nom}` : `${signer.nom} ${signer.initials}`
  const appendixNumber = dice.pick([null, null, '1'])
  const clauses = someClauses(dice, level, {
    body,
    docType,
    planAcc: accusativePlan(planNom),
    tail,
    appendixNumber,
    features,
  })
  const stampEnd = [`от ${two(signed.day)}.${two(signed.month)}.${signed.year} № ${number}`]
  const [dative, instrumental] = (
    {
      приказ: ['приказу', 'приказом'],
      распоряжение: ['распоряжению', 'распоряжением'],
      постановление: ['постановлению', 'постановлением'],
    } as const
  )[docType]
  const stamp = dice.chance(0.65)
    ? dice.chance(0.7)
      ? [
          appendixNumber === null ? 'Приложение' : `Приложение № ${appendixNumber}`,
          `к ${dative} ${body.gen}`,
          ...stampEnd,
        ]
      : [dice.pick(['УТВЕРЖДЁН', 'Утверждено']), `${instrumental} ${body.gen}`, ...stampEnd]
    : []
  if (stamp.length > 0) features.push('stamp')
  const blocks = body.letterhead
  return {
    features,
    printed: {
      letterhead: blocks,
      docTypeLine: spaced ? docType.toUpperCase().split('').join(' ') : docType.toUpperCase(),
      dateLine: dateText,
      numberLine: `№ ${number.replace('-од', dice.chance(0.2) ? ' -од' : '-од')}`,
      dateAndNumberTogether: dice.chance(0.5),
      placeLine: withPlace ? place.printed : null,
      title: dice.chance(0.3) ? brokenLines(title, 45) : [title],
      preamble,
      verbLine,
      clauses: clauses.printed,
      signatory: { lines: dice.chance(0.4) ? body.headBreak : [body.headNom], name: signerName },
      afterSignature: dice.chance(0.2) ? dice.pick(afterSignatures) : [],
      stamp,
      planTitle: titleLines,
      passport,
      tables: plan.tables,
    },
    gold: {
      schemaVersion: '1.0',
      document: {
        authority: (blocks.at(-1) as readonly string[]).join(' '),
        authorityFull: blocks.flat().join(' '),
        authorityAlternatives: [(blocks[0] as readonly string[])[0] as string, body.nom],
        docType,
        number,
        numberText: `№ ${number}`,
        date: signed.iso,
        dateText,
        place: withPlace ? place.printed : null,
        title,
        preamble: preambleText,
        purpose: purposeText,
        legalBasis: basis,
        clauses: clauses.gold,
        signatory: { position: body.headNom, name: signerName },
        controller: clauses.controller,
        appendices: [
          { number: appendixNumber, title: roadmapTitle, present: true, referencedInClause: '1', kind: 'roadmap' },
        ],
      },
      passport: goldPassport,
      roadmap: goldRoadmap,
      issues: [],
    },
  }
}

/** The day of signing: in the weeks around the plan's beginning. */
function signedDay(dice: Dice, years: PlanYears) {
  const [year, month] =
    years.kind === 'school'
      ? ([years.firstYear, dice.pick([8, 9])] as const)
      : dice.chance(0.3)
        ? ([years.firstYear - 1, 12] as const)
        : ([years.firstYear, dice.int(1, 2)] as const)
  const day = dice.int(9, 28)
  return { year, month, day, iso: `${year}-${two(month)}-${two(day)}` }
}

function periodWords(dice: Dice, years: PlanYears): string {
  const y = years.firstYear
  if (years.kind === 'school')
    return dice.pick([
      `на ${y}/${y + 1} учебный год`,
      `на ${y}-${y + 1} учебный год`,
      `в ${y}/${String((y + 1) % 100)} учебном году`,
    ])
  if (years.kind === 'two-years')
    return dice.pick([`на ${y}-${y + 1} годы`, `на ${y} – ${y + 1} годы`, `в ${y}-${y + 1} годах`])
  return dice.pick([`на ${y} год`, `в ${y} году`])
}

function accusativePlan(planNom: string): string {
  return planNom
    .replace('«дорожная карта»', '«дорожную карту»')
    .replace('Дорожная карта', 'дорожную карту')
    .replace('Муниципальная', 'муниципальную')
    .replace('План', 'план')
    .replace('Комплексный', 'комплексный')
}

function brokenLines(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function someActs(
  dice: Dice,
  region: string,
  year: number,
): { readonly lead: string; readonly basis: readonly LegalAct[] } {
  const day = dice.int(1, 28)
  const month = dice.int(1, 12)
  const past = year - 1
  const date = `${past}-${two(month)}-${two(day)}`
  const printed = dice.pick([`${two(day)}.${two(month)}.${past}`, `${day} ${monthsGen[month - 1]} ${past} года`])
  const actNumber = dice.pick([String(dice.int(10, 1900)), `${dice.int(10, 99)}/1-н`, `01-${dice.int(100, 999)}`])
  const title = dice.pick([
    'О региональной системе поддержки школ',
    'Об утверждении региональной программы адресной помощи школам',
    'Об организации работы со школами, имеющими низкие результаты',
  ])
  const [lead, form] = dice.pick([
    ['В соответствии с', 'приказом'],
    ['На основании', 'приказа'],
    ['Во исполнение', 'приказа'],
  ] as const)
  const ministry: LegalAct = {
    text: `${form} Министерства образования ${region} от ${printed} № ${actNumber} «${title}»`,
    docType: 'приказ',
    issuer: `Министерство образования ${region}`,
    number: actNumber,
    date,
    title,
    level: 'regional',
  }
  const law: LegalAct = {
    text: `${form === 'приказом' ? 'Федеральным законом' : 'Федерального закона'} от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»`,
    docType: 'федеральный закон',
    issuer: null,
    number: '273-ФЗ',
    date: '2012-12-29',
    title: 'Об образовании в Российской Федерации',
    level: 'federal',
  }
  return { lead, basis: dice.chance(0.4) ? [law, ministry] : [ministry] }
}

interface ClauseSetting {
  readonly body: InventedBody
  readonly docType: string
  readonly planAcc: string
  readonly tail: string
  readonly appendixNumber: string | null
  readonly features: string[]
}

function someClauses(dice: Dice, level: 1 | 2 | 3, s: ClauseSetting) {
  const drafts: {
    kind: ClauseKind
    lead: string
    addressee: string | null
    addressees: { text: string; head: string | null }[]
    action: string | null
    children: string[]
  }[] = []
  const own = (kind: ClauseKind, text: string) =>
    drafts.push({ kind, lead: text, addressee: null, addressees: [], action: text, children: [] })
  const told = (
    kind: ClauseKind,
    before: string,
    parties: { text: string; head: string | null }[],
    actions: readonly string[],
  ) => {
    const addressee = parties.map(p => (p.head === null ? p.text : `${p.text} (${p.head})`)).join(', ')
    const single = actions.length === 1
    drafts.push({
      kind,
      lead: single ? `${before}${addressee} ${actions[0]}` : `${before}${addressee}:`,
      addressee,
      addressees: parties,
      action: single ? (actions[0] as string) : null,
      children: single ? [] : [...actions],
    })
  }
  const reference =
    s.appendixNumber === null
      ? dice.pick([' согласно приложению', ' (приложение)', ''])
      : ` (приложение № ${s.appendixNumber})`
  own('approve', `Утвердить ${dice.pick(['', 'прилагаемый '])}`.trim() + ` ${s.planAcc} ${s.tail}${reference}.`)
  const head = dice.pick(people)
  const headName = `${head.initials} ${head.nom}`
  const centre = dice.pick([
    'Муниципальному методическому центру',
    'Отделу общего образования',
    'МКУ «Центр развития образования»',
  ])
  const centreParty = { text: centre, head: dice.chance(0.5) ? headName : null }
  const actionsA = [
    'обеспечить организационное и методическое сопровождение мероприятий плана.',
    'организовать консультирование управленческих команд школ.',
  ]
  const actionsB = [
    'разработать школьные планы поддержки обучающихся;',
    'назначить ответственных за выполнение мероприятий;',
    'представить отчёт о выполнении плана в установленные сроки.',
  ]
  if (dice.chance(0.8))
    told(
      'instruct',
      '',
      dice.chance(0.3) ? [centreParty, { text: 'заведующему сектором мониторинга', head: null }] : [centreParty],
      [dice.pick(actionsA)],
    )
  if (dice.chance(0.7)) {
    const recommend = dice.chance(0.3)
    const heads = dice.pick([
      'руководителям общеобразовательных организаций',
      'директорам школ-участниц',
      'руководителям подведомственных учреждений',
    ])
    told(
      recommend ? 'recommend' : 'instruct',
      recommend ? 'Рекомендовать ' : '',
      [{ text: recommend ? heads : capital(heads), head: null }],
      dice.chance(0.7) ? actionsB : ['принять план к исполнению.'],
    )
  }
  if (level > 1 && dice.chance(0.25)) {
    const who = dice.pick(people)
    own(
      'appoint',
      `Назначить ${who.acc} ${who.initials}, методиста центра развития образования, муниципальным координатором.`,
    )
  }
  if (dice.chance(0.25))
    own('publish', `Разместить ${dice.pick(['настоящий документ', 'план'])} на официальном сайте в сети «Интернет».`)
  if (dice.chance(0.25))
    own(
      'entryIntoForce',
      `${capital({ приказ: 'настоящий приказ', распоряжение: 'настоящее распоряжение', постановление: 'настоящее постановление' }[s.docType] ?? '')} вступает в силу со дня подписания.`,
    )
  const genitive = { приказ: 'приказа', распоряжение: 'распоряжения', постановление: 'постановления' }[s.docType] ?? ''
  const control = dice.pick(level === 1 ? ['deputy', 'deputy', 'self'] : ['deputy', 'deputy', 'self', 'none'])
  s.features.push(`control:${control}`)
  const deputy = dice.pick(people)
  const deputyName = `${deputy.acc} ${deputy.initials}`
  const controlLead = dice.pick([
    `Контроль за исполнением ${genitive}`,
    `Контроль исполнения настоящего ${genitive}`,
    `Контроль за выполнением ${genitive}`,
  ])
  const nameFirst = dice.chance(0.3)
  const charge = nameFirst ? `${deputyName}, ${s.body.deputyAcc}` : `${s.body.deputyAcc} ${deputyName}`
  const lay = dice.pick(['возложить на', 'возложить на', 'возлагаю на'])
  if (control === 'deputy') own('control', `${controlLead} ${lay} ${charge}.`.replace('..', '.'))
  if (control === 'self')
    own('control', `${controlLead} ${dice.pick(['оставляю за собой', 'оставляю за собой', 'оставить за собой'])}.`)

  const numberEnd = dice.pick(['.', '.', ')'])
  const childStyle = dice.pick(level === 1 ? ['n)', 'n.n.'] : ['n)', 'n.n.', '-', 'letter'])
  if (drafts.some(d => d.children.length > 0)) s.features.push(`sub-clauses:${childStyle}`)
  const childNumber = (parent: number, i: number): { mark: string; number: string | null } => {
    if (childStyle === 'n)') return { mark: `${i})`, number: String(i) }
    if (childStyle === 'n.n.') return { mark: `${parent}.${i}.`, number: `${parent}.${i}` }
    if (childStyle === 'letter') return { mark: `${'абвгд'[i - 1]})`, number: 'абвгд'[i - 1] as string }
    return { mark: '-', number: null }
  }
  const printed: PrintedClause[] = []
  const gold: Clause[] = []
  drafts.forEach((d, at) => {
    const n = at + 1
    printed.push({
      mark: `${n}${childStyle === 'n)' ? '.' : numberEnd}`,
      text: d.lead,
      children: d.children.map((text, i) => ({ mark: childNumber(n, i + 1).mark, text, children: [] })),
    })
    gold.push({
      number: String(n),
      path: String(n),
      text: d.lead,
      kind: d.kind,
      addressee: d.addressee,
      addressees: d.addressees,
      action: d.action,
      deadline: null,
      children: d.children.map((text, i) => ({
        number: childNumber(n, i + 1).number,
        path: `${n}/${i + 1}`,
        text,
        kind: d.kind,
        addressee: null,
        addressees: [],
        action: text,
        deadline: null,
        children: [],
      })),
    })
  })
  const controller =
    control === 'deputy'
      ? {
          sourceText: charge,
          position: s.body.deputyNom,
          positionAlternatives: [s.body.deputyAcc],
          name: deputyName,
          nameAlternatives: [`${deputy.nom} ${deputy.initials}`],
          clauseNumber: String(drafts.length),
        }
      : control === 'self'
        ? {
            sourceText: 'оставляю за собой',
            position: null,
            name: null,
            self: true,
            clauseNumber: String(drafts.length),
          }
        : null
  return { printed, gold, controller }
}
