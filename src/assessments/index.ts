/** The door of the results of schools. */
export { replaceUnits, whatWouldChange } from './actions.ts'
export { replaceIndicators } from './indicators.ts'
export type {
  CellChanges,
  CellFigures,
  CellUnit,
  ChangeCounts,
  KnownCell,
  Replacement,
  ResultFile,
} from './known-cell.ts'
export type { IndicatorState, SchoolIndicator } from './model/school-indicator.ts'
export type { ToldState } from './model/told-state.ts'
export { type ResultsQuestion, resultsTable } from './results-table.ts'
export { changeScale, type ScaleEffect, whatScaleWouldChange } from './scales/change-scale.ts'
export { type ScaleEntry, type ScalePlace, scaleFor } from './scales/scale-entry.ts'
export { allScales } from './scales/scales-in-force.ts'
export { shippedScales } from './scales/shipped-scales.ts'
export { assessmentsSlice } from './slice.ts'
export { keptIndicators } from './store/indicators.ts'
export type { RegionScale } from './store/region-scales.ts'
export { tellStates } from './tell-states.ts'
export {
  factsOfSchool,
  indicatorsInUse,
  municipalitiesInReach,
  type ShownFact,
  schoolFacts,
} from './views-indicators.ts'
