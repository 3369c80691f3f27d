// Longer than usual: one walk over the one grammar of a document part, kept in print order.
import { refuse } from '../../../core/base/index.ts'
import type { SourceDocument } from '../../../core/document-model/index.ts'
import type { DraftBlock, DraftCell, DraftParagraph, DraftRow, DraftTable } from '../draft.ts'
import type { FileLimits } from '../limits.ts'
import { tooLong } from '../too-large.ts'
import { namesFor } from './names.ts'
import type { Numbering } from './numbering.ts'
import type { Style, Styles } from './styles.ts'
import { symbolSign } from './symbols.ts'
import { attributeOf, isOn, scanXml, wholeVal, type XmlVisitor } from './xml.ts'

export interface DocumentPart {
  readonly blocks: readonly DraftBlock[]
  readonly leftOut: NonNullable<SourceDocument['leftOut']>
}

/** Where paragraphs and tables go: the body, a cell or a text box. */
interface Flow {
  readonly blocks: DraftBlock[]
  /** Text of a paragraph whose end was deleted: it runs on into the next one. */
  carried: string
}

interface OpenParagraph {
  text: string
  styleId: string | undefined
  /** Found when the first words need it. */
  style: Style | undefined
  numId: number | null
  level: number | null
  align: string | undefined
  heading: number | null
  endDeleted: boolean
  sawBold: boolean
  sawPlain: boolean
  /** Content of text boxes anchored here; printed after the paragraph. */
  readonly boxes: DraftBlock[]
  readonly flow: Flow
}

interface OpenTable {
  readonly draft: DraftTable
  readonly flow: Flow
  gridColumns: number
  row: { header: boolean; dropped: boolean; before: number; cells: OpenCell[] } | null
  cell: OpenCell | null
}

interface OpenCell {
  span: number
  mergedUp: boolean
  mergedLeft: boolean
  readonly flow: Flow
}

const aligns: Readonly<Record<string, DraftParagraph['align']>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
}

/** Old properties kept for "track changes", instructions of fields, looks: nothing inside them is printed. */
const silentElements = [
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:tblGridChange',
  'w:sectPrChange',
  'w:numberingChange',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:sectPr',
  'w:instrText',
  'w:delInstrText',
  'w:delText',
  'w:rt',
  'w:tblPr',
  'w:tblPrEx',
  'w:tcBorders',
  'w:tcMar',
  'w:pBdr',
  'w:tabs',
]
const silent = new Set(silentElements)
const elements = namesFor([
  ...silentElements,
  'w:t',
  'm:t',
  'w:r',
  'w:rPr',
  'w:p',
  'w:pPr',
  'w:tab',
  'w:ptab',
  'w:br',
  'w:cr',
  'w:noBreakHyphen',
  'w:sym',
  'w:fldChar',
  'w:del',
  'w:moveFrom',
  'w:footnoteReference',
  'w:endnoteReference',
  'pic:pic',
  'v:imagedata',
  'w:altChunk',
  'mc:AlternateContent',
  'mc:Choice',
  'mc:Fallback',
  'w:txbxContent',
  'w:b',
  'w:vanish',
  'w:specVanish',
  'w:rStyle',
  'w:pStyle',
  'w:numId',
  'w:ilvl',
  'w:jc',
  'w:outlineLvl',
  'w:tbl',
  'w:tc',
  'w:tr',
  'w:gridCol',
  'w:gridSpan',
  'w:vMerge',
  'w:hMerge',
  'w:tblHeader',
  'w:gridBefore',
  'w:hidden',
])

/**
 * Reads `document.xml` into drafts of paragraphs and tables: inserted text stays, deleted and hidden text goes (and is counted), of two
 * branches of alternate content the first is taken, results of fields stay without their instructions.
 *
 * @throws refuse('too-large', 'files/tables-too-deep'), refuse('unsupported', 'files/alt-chunk') and the refusals of `scanXml`
 */
export function readDocumentPart(xml: string, styles: Styles, numbering: Numbering, limits: FileLimits): DocumentPart {
  const body: Flow = { blocks: [], carried: '' }
  const leftOut: { -readonly [Kind in keyof DocumentPart['leftOut']]: number } = {}
  scanXml(xml, elements, documentVisitor(body, leftOut, styles, numbering, limits), limits)
  return { blocks: body.blocks, leftOut }
}

function documentVisitor(
  body: Flow,
  leftOut: { -readonly [Kind in keyof DocumentPart['leftOut']]: number },
  styles: Styles,
  numbering: Numbering,
  limits: FileLimits,
): XmlVisitor {
  const flows: Flow[] = [body]
  /** Paragraphs (or none) around the open text boxes. */
  const anchors: (OpenParagraph | null)[] = []
  const tables: OpenTable[] = []
  const choices: boolean[] = []
  /** One entry per open field: true while its instructions, not its result, are being read. */
  const fields: boolean[] = []
  let paragraph: OpenParagraph | null = null
  let pieces = 0
  let inParagraphProperties = false
  let inRun = false
  let inRunProperties = false
  let bold: boolean | undefined
  let hidden: boolean | undefined
  let runStyle: string | undefined

  const count = (kind: keyof DocumentPart['leftOut']) => {
    leftOut[kind] = (leftOut[kind] ?? 0) + 1
  }
  const flow = () => flows[flows.length - 1]!
  const table = () => tables[tables.length - 1]

  const print = (text: string) => {
    if (!paragraph || fields.includes(true)) return
    const own = runStyle === undefined ? undefined : styles.styleOf(runStyle)
    paragraph.style ??= styles.styleOf(paragraph.styleId)
    const ofParagraph = paragraph.style
    if (hidden ?? own?.hidden ?? ofParagraph.hidden ?? false) {
      if (text.trim() !== '') count('hiddenPieces')
      return
    }
    paragraph.text += text
    if (text.trim() === '') return
    if (bold ?? own?.bold ?? ofParagraph.bold ?? false) paragraph.sawBold = true
    else paragraph.sawPlain = true
  }

  const visitor: XmlVisitor = {
    wantsText: false,
    text: print,
    open(name, attributes) {
      if (silent.has(name)) return true
      switch (name) {
        case 'w:t':
        case 'm:t':
          visitor.wantsText = true
          break
        case 'w:r':
          inRun = true
          bold = undefined
          hidden = undefined
          runStyle = undefined
          break
        case 'w:rPr':
          inRunProperties = true
          break
        case 'w:p':
          if (++pieces > limits.pieces) throw tooLong(limits)
          paragraph = openParagraph(flow())
          break
        case 'w:pPr':
          inParagraphProperties = true
          break
        case 'w:tab':
        case 'w:ptab':
          if (inRun && !inRunProperties) print('\t')
          break
        case 'w:br':
        case 'w:cr':
          print(attributeOf(attributes, 'type') === 'column' ? ' ' : '\n')
          break
        case 'w:noBreakHyphen':
          print('-')
          break
        case 'w:sym':
          print(symbolSign(attributeOf(attributes, 'char') ?? '', attributeOf(attributes, 'font') ?? ''))
          break
        case 'w:fldChar': {
          const type = attributeOf(attributes, 'fldCharType')
          if (type === 'begin') fields.push(true)
          else if (type === 'separate') fields[fields.length - 1] &&= false
          else if (type === 'end') fields.pop()
          break
        }
        case 'w:del':
        case 'w:moveFrom':
          return deletion()
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          count('footnotes')
          break
        case 'pic:pic':
        case 'v:imagedata':
          count('pictures')
          break
        case 'w:altChunk':
          throw refuse('unsupported', 'files/alt-chunk')
        case 'mc:AlternateContent':
          choices.push(false)
          break
        case 'mc:Choice':
        case 'mc:Fallback':
          if (choices[choices.length - 1] === true) return true
          choices[choices.length - 1] = true
          break
        case 'w:txbxContent':
          flows.push({ blocks: paragraph ? paragraph.boxes : flow().blocks, carried: '' })
          anchors.push(paragraph)
          paragraph = null
          inRun = false
          break
        default:
          if (inRunProperties) runProperty(name, attributes)
          else if (inParagraphProperties) paragraphProperty(name, attributes)
          else openTablePiece(name, attributes)
      }
      return false
    },
    close(name) {
      switch (name) {
        case 'w:t':
        case 'm:t':
          visitor.wantsText = false
          break
        case 'w:r':
          inRun = false
          break
        case 'w:rPr':
          inRunProperties = false
          break
        case 'w:pPr':
          inParagraphProperties = false
          break
        case 'w:p':
          if (paragraph) closeParagraph(paragraph, styles, numbering)
          paragraph = null
          break
        case 'mc:AlternateContent':
          choices.pop()
          break
        case 'w:txbxContent':
          flows.pop()
          paragraph = anchors.pop() ?? null
          inRun = true
          break
        default:
          closeTablePiece(name)
      }
    },
  }
  return visitor

  /** A deletion is a wrapper of runs, or a mark: on the end of a paragraph, on a row. */
  function deletion(): boolean {
    if (inParagraphProperties) {
      if (paragraph && inRunProperties) paragraph.endDeleted = true
      return true
    }
    const row = table()?.row
    if (!paragraph && row && !table()?.cell) row.dropped = true
    count('deletedPieces')
    return true
  }

  function runProperty(name: string, attributes: string): void {
    if (inParagraphProperties) return
    if (name === 'w:b') bold = isOn(attributes)
    else if (name === 'w:vanish' || name === 'w:specVanish') hidden = isOn(attributes)
    else if (name === 'w:rStyle') runStyle = attributeOf(attributes, 'val')
  }

  function paragraphProperty(name: string, attributes: string): void {
    if (!paragraph) return
    if (name === 'w:pStyle') paragraph.styleId = attributeOf(attributes, 'val')
    else if (name === 'w:numId') paragraph.numId = wholeVal(attributes)
    else if (name === 'w:ilvl') paragraph.level = wholeVal(attributes)
    else if (name === 'w:jc') paragraph.align = attributeOf(attributes, 'val')
    else if (name === 'w:outlineLvl') paragraph.heading = (wholeVal(attributes) ?? 9) + 1
  }

  function openTablePiece(name: string, attributes: string): void {
    if (name === 'w:tbl') {
      if (tables.length + 1 > limits.tableDepth) {
        throw refuse('too-large', 'files/tables-too-deep', { limit: limits.tableDepth })
      }
      tables.push({
        draft: { kind: 'table', columns: 0, rows: [] },
        flow: flow(),
        gridColumns: 0,
        row: null,
        cell: null,
      })
      return
    }
    const open = table()
    if (!open) return
    if (name === 'w:tc' && open.row) {
      open.cell = { span: 1, mergedUp: false, mergedLeft: false, flow: { blocks: [], carried: '' } }
      open.row.cells.push(open.cell)
      flows.push(open.cell.flow)
    } else if (name === 'w:tr') open.row = { header: false, dropped: false, before: 0, cells: [] }
    else if (name === 'w:gridCol') open.gridColumns++
    else if (open.cell) {
      if (name === 'w:gridSpan') open.cell.span = within(wholeVal(attributes), 1, 200)
      else if (name === 'w:vMerge') open.cell.mergedUp = attributeOf(attributes, 'val') !== 'restart'
      else if (name === 'w:hMerge') open.cell.mergedLeft = attributeOf(attributes, 'val') !== 'restart'
    } else if (open.row) {
      if (name === 'w:tblHeader') open.row.header = isOn(attributes)
      else if (name === 'w:gridBefore') open.row.before = within(wholeVal(attributes), 0, 200)
      else if (name === 'w:hidden' && isOn(attributes)) {
        open.row.dropped = true
        count('hiddenPieces')
      }
    }
  }

  function closeTablePiece(name: string): void {
    const open = table()
    if (!open) return
    if (name === 'w:tc' && open.cell) {
      endFlow(open.cell.flow)
      open.cell = null
      flows.pop()
    } else if (name === 'w:tr' && open.row) {
      const cells = cellsOf(open.row, () => count('hiddenPieces'))
      if (!open.row.dropped && cells.length > 0) open.draft.rows.push({ header: open.row.header, cells })
      open.row = null
    } else if (name === 'w:tbl') {
      tables.pop()
      const widths = open.draft.rows.map((row: DraftRow) =>
        row.cells.reduce((end, cell) => Math.max(end, cell.column + cell.columnSpan), 0),
      )
      open.draft.columns = widths.reduce((most, width) => Math.max(most, width), open.gridColumns)
      open.flow.blocks.push(open.draft)
    }
  }
}

function openParagraph(flow: Flow): OpenParagraph {
  const text = flow.carried
  flow.carried = ''
  return {
    text,
    styleId: undefined,
    style: undefined,
    numId: null,
    level: null,
    align: undefined,
    heading: null,
    endDeleted: false,
    sawBold: false,
    sawPlain: false,
    boxes: [],
    flow,
  }
}

function closeParagraph(open: OpenParagraph, styles: Styles, numbering: Numbering): void {
  if (open.endDeleted) {
    open.flow.carried = open.text
    open.flow.blocks.push(...open.boxes)
    return
  }
  const style = styles.styleOf(open.styleId)
  const draft: DraftParagraph = { kind: 'paragraph', text: open.text }
  const numId = open.numId ?? style.numId ?? 0
  if (numId > 0) {
    const ofStyle =
      open.styleId !== undefined && open.numId === null ? numbering.levelOfStyle(numId, open.styleId) : null
    const label = numbering.next(numId, open.level ?? ofStyle ?? style.level ?? 0)
    if (label) draft.numbering = label
  }
  if (open.sawBold && !open.sawPlain) draft.bold = true
  const align = aligns[open.align ?? style.align ?? '']
  if (align) draft.align = align
  const heading = open.heading ?? style.heading
  if (heading !== undefined && heading >= 1 && heading <= 9) draft.heading = heading
  open.flow.blocks.push(draft)
  if (open.boxes.length > 0) open.flow.blocks.push(...open.boxes)
}

/** A cell may end on a paragraph whose own end is deleted: its text is still printed. */
function endFlow(flow: Flow): void {
  if (flow.carried === '') return
  flow.blocks.push({ kind: 'paragraph', text: flow.carried })
  flow.carried = ''
}

function cellsOf(row: { before: number; cells: readonly OpenCell[] }, hide: () => void): DraftCell[] {
  const cells: DraftCell[] = []
  let column = row.before
  for (const cell of row.cells) {
    const left = cells[cells.length - 1]
    const covered = cell.mergedUp || (cell.mergedLeft && left !== undefined)
    if (covered && cell.flow.blocks.some(block => block.kind === 'table' || block.text.trim() !== '')) hide()
    if (cell.mergedLeft && left !== undefined) left.columnSpan += cell.span
    else
      cells.push({
        column,
        columnSpan: cell.span,
        mergedUp: cell.mergedUp,
        content: cell.mergedUp ? [] : cell.flow.blocks,
      })
    column += cell.span
  }
  return cells
}

function within(value: number | null, least: number, most: number): number {
  return value === null ? least : Math.min(most, Math.max(least, value))
}
