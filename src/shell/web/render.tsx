import { render } from 'preact-render-to-string'
import type { Page } from '../../core/web/index.ts'
import { Document, type FrameView } from './frame.tsx'

/** A page in its frame as the text of an HTML document. */
export function renderDocument(page: Page, frame: FrameView): string {
  return `<!doctype html>${render(<Document page={page} frame={frame} />)}`
}
