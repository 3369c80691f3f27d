/** What other slices and commands need of results without a database. */
export * from './model/cell.ts'
export * from './model/gather.ts'
export { mixed } from './model/known-units.ts'
export * from './model/procedure-names.ts'
export * from './model/scale.ts'
