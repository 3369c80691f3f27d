import { render } from 'preact-render-to-string'
import type { Page } from '../../core/web/index.ts'
import { Document, type FrameView } from './frame.tsx'

/**
 * A page in its frame as the text of an HTML document.
 *
 * @param refused true: the page shows a refused form. Its summary stands above the fields and names them, so the fields
 *   are rendered once before, to enter their labels.
 */
export function renderDocument(page: Page, frame: FrameView, refused = false): string {
  if (refused) render(<Document page={page} frame={frame} />)
  return `<!doctype html>${render(<Document page={page} frame={frame} />)}`
}
