import { type Lang, translator } from '../../../core/base/index.ts'
import { figure } from '../../../ui/index.ts'
import type { UploadPage } from '../contract.ts'
import { resultsUploadTexts } from '../texts.ts'

type Changes = NonNullable<UploadPage['changes']>
type Unit = Changes['changedCells'][number]

/** A procedure in words. @example slotText(slot, 'ru') // 'ВПР, математика, 5 класс, 2025 год' */
export function slotText(slot: Changes['byProcedure'][number], lang: Lang): string {
  const { procedure, subject, grade, year } = slot
  return translator(resultsUploadTexts, lang)('slot', { procedure, subject, grade, year: String(year) })
}

/** A cell in words. @example unitText(unit, 'ru') // 'ВПР, математика, 5А, 2025 год, весна' */
export function unitText(unit: Pick<Unit, 'procedure' | 'subject' | 'grade' | 'year' | 'wave' | 'class'>, lang: Lang) {
  const t = translator(resultsUploadTexts, lang)
  return t('unit', {
    procedure: unit.procedure,
    subject: unit.subject,
    grade: unit.grade,
    year: String(unit.year),
    wave: t(`waves.${unit.wave}`),
    class: unit.class === '' ? 'none' : unit.class,
  })
}

/** Figures of a cell in words; what is not known is said so. */
export function figuresText(figures: Unit['before'], lang: Lang): string {
  return translator(resultsUploadTexts, lang)('changes.figures', {
    participants: figures.participants,
    below: figures.below === null ? 'none' : String(figures.below),
    mean: figures.mean === null ? 'none' : figure(figures.mean, lang, 2),
  })
}
