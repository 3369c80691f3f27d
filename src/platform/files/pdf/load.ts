import { refuse } from '../../../core/base/index.ts'
import type { FileLimits } from '../limits.ts'
import { type Matrix, multiply } from './matrix.ts'
import type { PageContent, Piece } from './page-content.ts'
import { rulesOf } from './rules.ts'

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
type PdfPage = Awaited<ReturnType<Awaited<ReturnType<PdfJs['getDocument']>['promise']>['getPage']>>

/**
 * Opens a PDF and takes the text and the ruling lines of its pages; pictures are counted, never decoded, scripts never run.
 *
 * @throws refuse('unsupported', 'files/encrypted'), refuse('invalid', 'files/pdf-broken'), refuse('too-large', 'files/pdf-pages')
 */
export async function loadPages(bytes: Uint8Array, limits: FileLimits): Promise<PageContent[]> {
  const pdfjs = await library()
  // The library takes the bytes away from their owner, so it gets its own copy.
  const loading = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    maxImageSize: 1,
    stopAtErrors: false,
  })
  try {
    const file = await loading.promise
    if (file.numPages > limits.pages)
      throw refuse('too-large', 'files/pdf-pages', { found: file.numPages, limit: limits.pages })
    const pages: PageContent[] = []
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number)
      pages.push(await contentOf(pdfjs, page, number))
      page.cleanup()
    }
    return pages
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'Refusal') throw error
    if (name === 'PasswordException') throw refuse('unsupported', 'files/encrypted')
    throw refuse('invalid', 'files/pdf-broken', {}, error instanceof Error ? error.message : undefined)
  } finally {
    await loading.destroy()
  }
}

/**
 * The library makes one matrix of the browser while it loads, and needs it for drawing only; its native stand-in is not allowed inside
 * the sandbox, so an empty one takes the place.
 */
async function library(): Promise<PdfJs> {
  if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: class {} })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

async function contentOf(pdfjs: PdfJs, page: PdfPage, number: number): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 })
  const toPage = viewport.transform as unknown as Matrix
  // Drawing first: it loads the fonts, whose names tell what is bold.
  const drawing = await page.getOperatorList()
  const { rules, pictures } = rulesOf(pdfjs.OPS, drawing, toPage)
  const text = await page.getTextContent({ includeMarkedContent: false })
  const bold = new Map<string, boolean>()
  const isBold = (font: string) => {
    const known = bold.get(font)
    if (known !== undefined) return known
    const made = fontIsBold(page, font)
    bold.set(font, made)
    return made
  }
  const pieces: Piece[] = []
  for (const item of text.items) {
    if (!('str' in item) || item.str === '' || item.height === 0) continue
    const [a, b, c, d, e, f] = multiply(toPage, item.transform as unknown as Matrix)
    const size = Math.hypot(c, d)
    const upright = Math.abs(a) >= Math.abs(b)
    const piece: Piece = {
      text: item.str,
      x: upright ? e : e - size,
      y: upright ? f : f - (b < 0 ? 0 : -item.width) / 2,
      width: upright ? item.width : size,
      size: upright ? size : Math.max(size, 1),
      bold: isBold(item.fontName),
    }
    if (!repeats(pieces[pieces.length - 1], piece)) pieces.push(piece)
  }
  return { number, width: viewport.width, height: viewport.height, pieces, rules, pictures }
}

/** Some programs make bold by printing the same letters twice, a hair apart. */
function repeats(last: Piece | undefined, next: Piece): boolean {
  return last !== undefined && last.text === next.text && Math.abs(last.x - next.x) < 1 && Math.abs(last.y - next.y) < 1
}

function fontIsBold(page: PdfPage, id: string): boolean {
  try {
    const font = page.commonObjs.get(id) as { name?: string; bold?: boolean; black?: boolean } | null
    return font?.bold === true || font?.black === true || /bold|black|heavy|demi/i.test(font?.name ?? '')
  } catch {
    return false
  }
}
