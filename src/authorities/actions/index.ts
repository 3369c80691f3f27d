/** What may be done to the registers. Each verb loads, decides in `model/`, saves with its line of the change log. */
export { closeMunicipality, createMunicipality, renameMunicipality } from './municipalities.ts'
export { changeOrganisation, closeOrganisation, createOrganisation } from './organisations.ts'
export { changePerson, closePerson, createPerson } from './people.ts'
export { createPosition, endPosition } from './positions.ts'
