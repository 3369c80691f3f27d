/** What other slices and commands need of results without a database. */
export * from './model/cell.ts'
export { factsOf } from './model/cell-facts.ts'
export * from './model/gather.ts'
export { mixed } from './model/known-units.ts'
export * from './model/procedure-names.ts'
export * from './model/scale.ts'
export { placeOf, scaleFor } from './scales/scale-entry.ts'
export { shippedScales } from './scales/shipped-scales.ts'
