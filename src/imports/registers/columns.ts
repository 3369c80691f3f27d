/** How the columns of a register file are recognised: by their headings, never by their order or the name of the file. */

export const organisationColumns = [
  'municipality',
  'kind',
  'name',
  'shortName',
  'type',
  'fis-oko',
  'rcoi',
  'oo-1',
  'inn',
  'ogrn',
] as const
export type OrganisationColumn = (typeof organisationColumns)[number]

export const personColumns = ['person', 'position', 'organisation', 'from'] as const
export type PersonColumn = (typeof personColumns)[number]

export const municipalityColumns = ['oktmo', 'municipalityName'] as const
export type MunicipalityColumn = (typeof municipalityColumns)[number]

export type RegisterColumn = OrganisationColumn | PersonColumn | MunicipalityColumn
export type RegisterKind = 'organisations' | 'people' | 'municipalities'

/** Which register a file holds, and the index of each recognised column in its rows. */
export interface RecognisedRegister {
  readonly kind: RegisterKind
  readonly columns: Readonly<Partial<Record<RegisterColumn, number>>>
  /** Headings that mean nothing to Opora: said in the report, their cells are not read. */
  readonly unknown: readonly string[]
}

// The order matters: a heading belongs to the first pattern that fits.
const headings: readonly (readonly [RegisterColumn, RegExp])[] = [
  ['oktmo', /октмо/],
  ['inn', /(^| )инн( |$)/],
  ['ogrn', /огрн/],
  ['fis-oko', /фис|логин/],
  ['rcoi', /рцои|код оо( |$)|код школы/],
  ['oo-1', /оо ?1|форм\S* оо/],
  ['shortName', /кратк|сокращ/],
  ['municipalityName', /^(название|наименование) (муниципал\S* .*|территори\S*)$/],
  ['municipality', /муниципал|^мо$|район|округ|территори/],
  ['person', /^фио|фамили|сотрудник|руководитель|^имя/],
  ['position', /должност/],
  ['from', /^с даты|дата назначения|^начало/],
  ['type', /^тип/],
  ['kind', /^вид/],
  ['organisation', /место работы|организация .*работ|^(организация|школа|учреждение|место)$/],
  ['name', /наименован|назван|полное/],
]

/**
 * Says which register the headings belong to.
 *
 * @param cells the heading row as printed
 * @returns null when no register can be told: people need a person and a position or a place, municipalities an ОКТМО code and a name,
 *   organisations a name
 * @example recogniseRegister(['Наименование', 'ИНН'])?.kind // 'organisations'
 */
export function recogniseRegister(cells: readonly string[]): RecognisedRegister | null {
  const columns: Partial<Record<RegisterColumn, number>> = {}
  const unknown: string[] = []
  cells.forEach((cell, index) => {
    const heading = normalHeading(cell)
    if (heading === '') return
    const found = headings.find(([column, pattern]) => columns[column] === undefined && pattern.test(heading))?.[0]
    if (found) columns[found] = index
    else unknown.push(cell.trim())
  })
  if (columns.person !== undefined && (columns.position ?? columns.organisation ?? columns.name) !== undefined) {
    // In a list of people the column of names is the place where they work.
    if (columns.organisation === undefined && columns.name !== undefined) columns.organisation = columns.name
    return { kind: 'people', columns, unknown }
  }
  const nameOfMunicipality = columns.municipalityName ?? columns.municipality ?? columns.name
  if (
    columns.oktmo !== undefined &&
    nameOfMunicipality !== undefined &&
    columns.shortName === undefined &&
    columns.inn === undefined &&
    columns['fis-oko'] === undefined
  ) {
    return { kind: 'municipalities', columns: { oktmo: columns.oktmo, municipalityName: nameOfMunicipality }, unknown }
  }
  if (columns.organisation !== undefined && columns.name === undefined) columns.name = columns.organisation
  if (columns.name === undefined && columns.shortName !== undefined) columns.name = columns.shortName
  if (columns.name !== undefined) return { kind: 'organisations', columns, unknown }
  return null
}

const normalHeading = (cell: string) =>
  cell
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^а-яa-z0-9]+/g, ' ')
    .trim()
