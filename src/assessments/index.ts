/** The door of the results of schools. */
import type { Slice } from '../core/web/index.ts'
import { assessmentsTexts } from './texts.ts'

export { replaceUnits, whatWouldChange } from './actions.ts'
export { type IndicatorState, replaceIndicators, type SchoolIndicator } from './indicators.ts'
export type {
  CellChanges,
  CellFigures,
  CellUnit,
  ChangeCounts,
  KnownCell,
  Replacement,
  ResultFile,
} from './known-cell.ts'
export { type ResultsQuestion, resultsTable } from './results-table.ts'

export const assessmentsSlice: Slice = { name: 'assessments', routes: [], navigation: [], texts: assessmentsTexts }
