/** Shapes that other slices, pages and commands share with the register of schools. */
export * from './model/school-codes.ts'
export * from './model/school-types.ts'
