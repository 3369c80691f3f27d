export {
  createAccount,
  giveSeat,
  lockAccount,
  type NewRegion,
  revokeSeat,
  setPassword,
  setUpRegion,
  unlockAccount,
} from './accounts.ts'
export {
  changeOrganisation,
  changePerson,
  closeMunicipality,
  closeOrganisation,
  closePerson,
  createMunicipality,
  createOrganisation,
  createPerson,
  createPosition,
  endPosition,
  renameMunicipality,
} from './actions/index.ts'
export * from './contract.ts'
export { hasFeedLink, makeFeedLink, revokeFeedLink } from './feed-links.ts'
export { createGate } from './gate.ts'
export {
  checkTerritory,
  dateIn,
  type Grant,
  type Municipality,
  type Organisation,
  type Person,
  type Position,
  shortNameOf,
} from './model/registers.ts'
export { organisationsByName, partSize, peopleByName } from './register-lists.ts'
export { authoritiesTexts } from './texts.ts'
export {
  listAccounts,
  listMunicipalities,
  listOrganisations,
  listPositions,
  listSeats,
  type OrganisationFilter,
  peopleOf,
  territoryOf,
} from './views.ts'
