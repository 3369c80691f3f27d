/** Types for ids and codes, so that two kinds cannot be swapped. A branded string is a plain string at run time. */
declare const brand: unique symbol
export type Branded<Value, Name extends string> = Value & { readonly [brand]: Name }

/** Code of a region (субъект РФ), 1…99, the first two digits of ОКТМО as a number. It is part of every tenant key. */
export type RegionId = Branded<number, 'RegionId'>
export type MunicipalityId = Branded<string, 'MunicipalityId'>
/** An authority, a centre, a school or another body: whoever can owe something. */
export type OrganisationId = Branded<string, 'OrganisationId'>
/** The id of an organisation that is a school. */
export type SchoolId = OrganisationId & Branded<string, 'SchoolId'>
export type PersonId = Branded<string, 'PersonId'>
export type PositionId = Branded<string, 'PositionId'>
export type GrantId = Branded<string, 'GrantId'>
export type OrderId = Branded<string, 'OrderId'>
export type RoadmapId = Branded<string, 'RoadmapId'>
export type SectionId = Branded<string, 'SectionId'>
export type ItemId = Branded<string, 'ItemId'>
export type ObligationId = Branded<string, 'ObligationId'>
