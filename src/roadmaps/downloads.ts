/** Files of a roadmap: what they hold is loaded here, how they look is in `exports/`. */
import type { IsoDate, RoadmapId } from '../core/base/index.ts'
import { translator } from '../core/base/index.ts'
import type { DownloadedFile } from '../core/web/index.ts'
import type { Ctx } from '../platform/postgres/index.ts'
import { loadRoadmap } from './actions/index.ts'
import {
  calendarIcs,
  documentLine,
  linesByItem,
  type RoadmapContent,
  roadmapDocx,
  roadmapXlsx,
} from './exports/index.ts'
import { texts as exportTexts } from './exports/texts.ts'
import type { Order } from './order/contract.ts'
import { publishedOrder } from './published-order.ts'
import { listItems } from './store/items.ts'
import { listObligations } from './store/obligation-lists.ts'
import { documentOf, listLeftovers, listSections } from './store/roadmaps.ts'
import { roadmapsTexts } from './texts.ts'
import { askedOrganisation, headOf, obligationLines } from './views/index.ts'

const everything = { after: -1, limit: 100_000, sectionId: null, executorKey: null, words: null, status: null }
const allObligations = 200_000

async function contentOf(ctx: Ctx, roadmapId: RoadmapId): Promise<RoadmapContent> {
  const row = await loadRoadmap(ctx, roadmapId)
  return {
    lang: ctx.lang,
    head: headOf(row, ctx),
    document: await documentOf(ctx, roadmapId),
    sections: await listSections(ctx, roadmapId),
    items: await listItems(ctx, roadmapId, everything),
    leftovers: await listLeftovers(ctx, roadmapId),
  }
}

export async function downloadDocx(ctx: Ctx, roadmapId: RoadmapId): Promise<DownloadedFile> {
  const content = await contentOf(ctx, roadmapId)
  return { fileName: fileName(content, 'docx'), bytes: await roadmapDocx(content) }
}

export async function downloadXlsx(ctx: Ctx, roadmapId: RoadmapId): Promise<DownloadedFile> {
  const content = await contentOf(ctx, roadmapId)
  const say = translator(roadmapsTexts, ctx.lang)
  const found = await listObligations(ctx, {
    roadmapId,
    itemId: null,
    organisationId: null,
    openUntil: null,
    limit: allObligations,
  })
  const lines = await obligationLines(ctx, found)
  return {
    fileName: fileName(content, 'xlsx'),
    bytes: await roadmapXlsx(content, lines, status => say(`status.${status as 'overdue'}`)),
  }
}

/** The structured order after every correction, without items that were cancelled, and nothing that belongs to single organisations. */
export async function structuredOrder(ctx: Ctx, roadmapId: RoadmapId): Promise<Order> {
  const { document, sections, items } = await contentOf(ctx, roadmapId)
  const indexOf = new Map(sections.map((section, index) => [section.id, index]))
  const parents = new Map((await listSections(ctx, roadmapId)).map(section => [section.id, section.parentId]))
  return {
    ...publishedOrder(document),
    roadmap: {
      ...document.roadmap,
      sections: sections.map((section, index) => ({
        index,
        number: section.number,
        title: section.title,
        level: section.level,
        parentIndex: indexOf.get(parents.get(section.id) ?? '') ?? null,
      })),
      items: items
        .filter(item => !item.cancelled)
        .map(item => ({
          sectionIndex: item.sectionId === null ? null : (indexOf.get(item.sectionId) ?? null),
          number: item.number,
          title: item.title,
          deadline: item.deadline,
          responsible: item.parties.map(({ text, kind, canonical }) => ({ sourceText: text, kind, canonical })),
          results: item.results,
          indicators: item.indicators,
          ...(item.information ? { informationSupport: item.information } : {}),
          ...(item.extra ? { extra: item.extra } : {}),
        })),
    },
  }
}

export async function downloadJson(ctx: Ctx, roadmapId: RoadmapId): Promise<DownloadedFile> {
  const { title } = await loadRoadmap(ctx, roadmapId)
  return {
    fileName: `${shortened(title)}.json`,
    bytes: JSON.stringify(await structuredOrder(ctx, roadmapId), null, 2),
  }
}

/** Deadlines of one roadmap: one event for each item and date, with the organisations of the scope that owe it. */
export async function downloadRoadmapIcs(ctx: Ctx, roadmapId: RoadmapId): Promise<DownloadedFile> {
  const { title } = await loadRoadmap(ctx, roadmapId)
  return { fileName: `${shortened(title)}.ics`, bytes: await calendar(ctx, { roadmapId, organisationId: null }, title) }
}

/** Deadlines of one organisation over all its roadmaps. */
export async function downloadOrganisationIcs(ctx: Ctx, asked: string | undefined): Promise<DownloadedFile> {
  const organisationId = askedOrganisation(ctx, asked)
  const name = translator(exportTexts, ctx.lang)('calendar')
  return { fileName: `${name}.ics`, bytes: await calendar(ctx, { roadmapId: null, organisationId }, name) }
}

async function calendar(
  ctx: Ctx,
  of: { readonly roadmapId: string | null; readonly organisationId: string | null },
  name: string,
): Promise<string> {
  const found = await listObligations(ctx, { ...of, itemId: null, openUntil: null, limit: allObligations })
  const live = found.filter(one => one.dueOn !== null && one.cancelledOn === null && one.notRequiredOn === null)
  const lines = await obligationLines(ctx, live)
  const dated = lines.map(line => ({
    ...line,
    dueOn: line.dueOn as IsoDate,
    recommended: line.binding === 'recommended',
  }))
  return calendarIcs(
    of.organisationId === null ? linesByItem(dated) : dated.map(one => ({ ...one, organisations: [one.organisation] })),
    name,
    ctx.now,
    ctx.lang,
  )
}

function fileName(content: RoadmapContent, extension: string): string {
  return `${shortened(content.head.title || documentLine(content))}.${extension}`
}

function shortened(title: string): string {
  return title
    .replaceAll(/[\\/:*?"<>|\n]+/g, ' ')
    .slice(0, 80)
    .trim()
}
