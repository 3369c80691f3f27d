import { type Lint, told } from './finding.ts'

/** An order that leaves nobody to control it. */
export const noController: Lint = ({ order }) =>
  order.document.clauses.length > 0 && order.document.controller === null
    ? [{ code: 'noController', severity: 'info', where: told('where.document'), message: told('noController') }]
    : []
