import { v7 } from 'uuid'

/**
 * A new id that nobody else has. Ids made later sort later, which keeps the indexes compact.
 * @example const id = newId<OrganisationId>()
 */
export function newId<Id extends string = string>(): Id {
  return v7() as Id
}
