import type { IndicatorState, SchoolIndicator } from '../../assessments/index.ts'

/** What a cell says. `nothing`: it is blank, which is neither zero nor a reason. */
export type CellMeaning =
  | { readonly is: 'nothing' }
  | { readonly is: 'fact'; readonly state: IndicatorState; readonly value: SchoolIndicator['value'] }
  | { readonly is: 'problem'; readonly code: ValueProblem }

export type ValueProblem =
  | 'value-unreadable'
  | 'dash-ambiguous'
  | 'share-of-nobody'
  | 'share-too-large'
  | 'percent-outside'
  | 'participants-unreadable'

/** Words that stand where a number is missing; each says why. */
const words: readonly (readonly [IndicatorState, readonly string[]])[] = [
  ['suppressed', ['suppressed', 'скрыто', 'скрыт', 'скрыта', 'скрыты', 'hidden']],
  [
    'no_students',
    ['no_students', 'no students', 'no pupils', 'нет учащихся', 'нет обучающихся', 'нет учеников', 'нет детей'],
  ],
  ['not_applicable', ['not_applicable', 'not applicable', 'n/a', 'не применимо', 'неприменимо', 'не применяется']],
  [
    'not_collected',
    [
      'not_collected',
      'not collected',
      'не собиралось',
      'не собирался',
      'не собиралась',
      'не собирались',
      'не собирали',
    ],
  ],
  ['unknown', ['unknown', 'no data', 'not known', 'неизвестно', 'нет данных', 'нет сведений', 'н/д', 'не известно']],
]
const states = new Map(words.flatMap(([state, known]) => known.map(word => [word, state] as const)))

/**
 * Reads one written value: «2,9 %», «12 из 40», «12/40», «не собиралось».
 *
 * @param unit of the indicator where it is known: per cents lie between 0 and 100
 * @param people of how many pupils, as written beside a number; blank: not said
 */
export function meaningOf(written: string, unit: string | null, people = ''): CellMeaning {
  const text = tidy(written)
  if (text === '') return { is: 'nothing' }
  if (/^[-–—]+$/.test(text)) return problem('dash-ambiguous')
  const state = states.get(text.toLowerCase().replace(/\.$/, ''))
  if (state) return { is: 'fact', state, value: null }
  const share = /^(\d[\d ]*) ?(?:из|of|\/) ?(\d[\d ]*)$/i.exec(text)
  if (share) return shareOf(share[1]!, share[2]!)
  const number = numberIn(text.replace(/ ?%$/, ''))
  if (number === null) return problem('value-unreadable')
  if (unit === 'percent' && (number.startsWith('-') || Number(number) > 100)) return problem('percent-outside')
  const participants = participantsIn(people)
  if (participants === undefined) return problem('participants-unreadable')
  return { is: 'fact', state: 'reported', value: { number, participants } }
}

/** Reads a share written in two cells. A word in either says why there is no number. */
export function meaningOfShare(numerator: string, denominator: string): CellMeaning {
  const [above, below] = [tidy(numerator), tidy(denominator)]
  if (above === '' && below === '') return { is: 'nothing' }
  for (const text of [above, below]) {
    const state = states.get(text.toLowerCase())
    if (state) return { is: 'fact', state, value: null }
  }
  return /^\d[\d ]*$/.test(above) && /^\d[\d ]*$/.test(below) ? shareOf(above, below) : problem('value-unreadable')
}

function shareOf(above: string, below: string): CellMeaning {
  const numerator = Number(above.replaceAll(' ', ''))
  const denominator = Number(below.replaceAll(' ', ''))
  if (denominator === 0) return problem('share-of-nobody')
  if (numerator > denominator || denominator > 1_000_000) return problem('share-too-large')
  return { is: 'fact', state: 'reported', value: { numerator, denominator } }
}

/** Plain notation with a dot, at most fifteen digits and ten decimals: a workbook computes «33.333333333333336». */
function numberIn(text: string): string | null {
  const written = text.replace(/(\d) (?=\d{3}\b)/g, '$1').replace(',', '.')
  if (!/^-?\d{1,12}(\.\d+)?(e-\d{1,2})?$/i.test(written)) return null
  const [whole = '', decimals = ''] = written.replace('-', '').split('.')
  const places = Math.min(10, 15 - whole.length)
  if (/^\d*$/.test(decimals) && decimals.length <= places && !/e/i.test(written)) return written
  return Number(written)
    .toFixed(places)
    .replace(/\.?0+$/, '')
}

/** @returns undefined for what is no number of pupils */
function participantsIn(written: string): number | null | undefined {
  const text = tidy(written)
  if (text === '' || states.has(text.toLowerCase())) return null
  return /^\d{1,7}([.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : undefined
}

function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
}

function problem(code: ValueProblem): CellMeaning {
  return { is: 'problem', code }
}
