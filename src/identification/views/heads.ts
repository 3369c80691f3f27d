/** What several pages show of an edition, a run and a list. */
import type { Edition } from '../actions/editions.ts'
import type { EditionLine, ListHead, ListSchool as ListSchoolShape, RunHead } from '../contract.ts'
import type { ListSchool, StoredList } from '../store/lists.ts'
import type { RunLine } from '../store/runs.ts'

const at = (moment: Date | null) => moment?.toISOString() ?? null

export function editionLine(edition: Edition): EditionLine {
  const { id, code, title, state, methodology } = edition
  return {
    id,
    code,
    edition: edition.edition,
    title,
    state,
    about: methodology.about.trim(),
    source: methodology.source,
    approvedAt: at(edition.approvedAt),
    approvedBy: edition.approvedBy,
    madeAt: at(edition.madeAt),
    madeBy: edition.madeBy,
  }
}

export function editionHead(edition: Edition) {
  const { checkedOn, asOf, year } = edition.methodology
  return {
    ...editionLine(edition),
    origin: edition.origin,
    version: edition.version,
    checkedOn,
    asOf,
    year: year ?? null,
  }
}

export function runHead(run: RunLine): RunHead {
  const { id, code, edition, editionId, title, year, day, inputsHash, schools, lists, madeBy } = run
  return {
    id,
    code,
    edition,
    editionId,
    title,
    year,
    day,
    inputsHash,
    schools,
    lists: [...lists],
    madeAt: run.madeAt.toISOString(),
    madeBy,
  }
}

export function listHead(list: StoredList): ListHead {
  const { id, title, year, state, version, runId, listKey, act, answersUntil, orderNumber, orderDate, orderTitle } =
    list
  return {
    id,
    title,
    year,
    state,
    version,
    runId,
    listKey,
    act,
    unmatched: [...list.unmatched],
    answersUntil,
    orderNumber,
    orderDate,
    orderTitle,
    code: list.code,
    edition: list.edition,
    inputsHash: list.inputsHash,
    madeAt: list.madeAt.toISOString(),
    madeBy: list.madeBy,
    approvedAt: at(list.approvedAt),
    approvedBy: list.approvedBy,
    frozenAt: at(list.frozenAt),
    frozenBy: list.frozenBy,
  }
}

export function listSchool({ municipalityId: _, ...school }: ListSchool): ListSchoolShape {
  return { ...school, decidedAt: at(school.decidedAt) }
}

/** Lines of the change log as a page shows them. */
export function historyLines(lines: readonly { id: string; at: Date; personName: string; action: string }[]) {
  return lines.map(line => ({
    id: line.id,
    at: line.at.toISOString(),
    personName: line.personName,
    action: line.action,
  }))
}
