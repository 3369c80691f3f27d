import petrovich from 'petrovich'

export type RussianCase = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional'
export type Gender = 'male' | 'female'

interface NameParts {
  readonly surname: string
  /** Empty when only initials are known. */
  readonly given: string
  readonly patronymic: string
  /** «А. П.», empty when there are none. */
  readonly initials: string
}

type Forms = Readonly<Partial<Record<RussianCase, string>>>

const vowelless = (stem: string, accusative = `${stem}а`): Forms => ({
  genitive: `${stem}а`,
  dative: `${stem}у`,
  accusative,
  instrumental: `${stem}ом`,
  prepositional: `${stem}е`,
})
const soft = (stem: string): Forms => ({
  genitive: `${stem}я`,
  dative: `${stem}ю`,
  accusative: `${stem}я`,
  instrumental: `${stem}ём`,
  prepositional: `${stem}е`,
})

/** What the library gets wrong, by the nominative; only the cases that differ need to stand here. */
const patronymicPatches: Readonly<Record<string, Forms>> = {
  Ильич: { instrumental: 'Ильичом' },
  Кузьмич: { instrumental: 'Кузьмичом' },
  Лукич: { instrumental: 'Лукичом' },
  Фомич: { instrumental: 'Фомичом' },
}
const givenPatches: Readonly<Record<string, Forms>> = {
  Нинель: { genitive: 'Нинели', dative: 'Нинели', instrumental: 'Нинелью', prepositional: 'Нинели' },
}
const maleSurnamePatches: Readonly<Record<string, Forms>> = {
  Орёл: vowelless('Орл'),
  Орел: vowelless('Орл'),
  Козёл: vowelless('Козл'),
  Заяц: { ...vowelless('Зайц'), instrumental: 'Зайцем' },
  Соловей: soft('Соловь'),
  Воробей: soft('Воробь'),
  Муравей: soft('Муравь'),
  Ткач: { instrumental: 'Ткачом' },
  Богач: { instrumental: 'Богачом' },
  Косач: { instrumental: 'Косачом' },
  Палач: { instrumental: 'Палачом' },
  Швец: { instrumental: 'Швецом' },
}

/**
 * Declines «Фамилия Имя Отчество» or «Фамилия И. О.»; initials stay. Without a patronymic or a given gender the surname tells the gender;
 * a surname that does not tell («Шевчук А. П.») comes back as it is. A stored form, where a person corrected one, wins over this.
 *
 * @example declinePerson('Шевчук Пётр Ильич', 'instrumental') // 'Шевчуком Петром Ильичом'
 */
export function declinePerson(fullName: string, gcase: RussianCase, gender?: Gender): string {
  const parts = partsOf(fullName)
  const known = gender ?? genderOf(parts)
  if (gcase === 'nominative' || known === null) return printed(parts)
  const declined = petrovich(
    {
      gender: known,
      ...(parts.surname && { last: parts.surname }),
      ...(parts.given && { first: parts.given }),
      ...(parts.patronymic && { middle: parts.patronymic }),
    },
    gcase,
  )
  const surnamePatches = known === 'male' ? maleSurnamePatches : {}
  return printed({
    surname: surnamePatches[parts.surname]?.[gcase] ?? declined.last ?? '',
    given: givenPatches[parts.given]?.[gcase] ?? declined.first ?? '',
    patronymic: patronymicPatches[parts.patronymic]?.[gcase] ?? declined.middle ?? '',
    initials: parts.initials,
  })
}

/** «А. П.» of «Иванова Анна Петровна»; empty when only a surname is known. @example initialsOf('Иванова А.П.') // 'А. П.' */
export function initialsOf(fullName: string): string {
  const parts = partsOf(fullName)
  if (parts.initials) return parts.initials
  const letters = [parts.given, ...parts.patronymic.split(' ').slice(0, 1)].filter(name => name !== '')
  return letters.map(name => `${name[0]}.`).join(' ')
}

/**
 * The short name as documents write it.
 * @example surnameWithInitials('Иванова Анна Петровна', 'accusative') // 'Иванову А. П.'
 */
export function surnameWithInitials(fullName: string, gcase: RussianCase = 'nominative', gender?: Gender): string {
  const parts = partsOf(fullName)
  const known = gender ?? genderOf(parts) ?? undefined
  const surname = declinePerson(parts.surname, gcase, known)
  return `${surname} ${initialsOf(fullName)}`.trim()
}

function partsOf(fullName: string): NameParts {
  const [surname = '', ...rest] = fullName.trim().split(/\s+/)
  const tail = rest.join(' ')
  if (/^\p{Lu}\.(?:\s?\p{Lu}\.?)?$/u.test(tail)) {
    const letters = tail.match(/\p{Lu}/gu) ?? []
    return { surname, given: '', patronymic: '', initials: letters.map(letter => `${letter}.`).join(' ') }
  }
  return { surname, given: rest[0] ?? '', patronymic: rest.slice(1).join(' '), initials: '' }
}

function genderOf(parts: NameParts): Gender | null {
  if (/(?:^|\s)оглы$/i.test(parts.patronymic)) return 'male'
  if (/(?:^|\s)кызы$/i.test(parts.patronymic)) return 'female'
  const detected = parts.patronymic ? petrovich.detect_gender(parts.patronymic) : 'androgynous'
  if (detected !== 'androgynous') return detected
  if (/(?:[оеё]ва|[иы]на|[сц]кая|ная|тая|лая|рая)$/i.test(parts.surname)) return 'female'
  if (/(?:[оеё]в|[иы]н|[сц]кий|[сц]кой)$/i.test(parts.surname)) return 'male'
  return null
}

function printed(parts: NameParts): string {
  return [parts.surname, parts.given, parts.patronymic, parts.initials].filter(part => part !== '').join(' ')
}
