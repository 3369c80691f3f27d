import { parse } from 'csv-parse/sync'
import { refuse } from '../../core/base/index.ts'
import { type FileLimits, fileLimits } from '../files/limits.ts'
import type { Sheet } from './sheet.ts'
import { readXlsx } from './xlsx.ts'

/**
 * Reads a table that somebody uploaded: XLSX (told by its content, never by its name) or CSV with `;`, `,` or tab, in UTF-8, UTF-16 or cp1251.
 *
 * @returns the sheets that have at least one row; a CSV is one sheet without a name
 * @throws refuse('too-large', 'tables/too-large'), refuse('invalid', 'tables/empty' | 'tables/broken-csv'), refuse('unsupported', 'tables/not-a-table')
 *   and what `openArchive` refuses
 * @example (await readTable(bytes))[0]!.rows[0] // ['Наименование', 'ИНН']
 */
export async function readTable(bytes: Uint8Array, limits: FileLimits = fileLimits): Promise<readonly Sheet[]> {
  if (bytes.length > limits.fileBytes)
    throw refuse('too-large', 'tables/too-large', {
      foundMb: Math.ceil(bytes.length / 1048576),
      limitMb: limits.fileBytes / 1048576,
    })
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sheets = buffer.subarray(0, 2).toString('latin1') === 'PK' ? await readXlsx(buffer, limits) : [readCsv(buffer)]
  const full = sheets.filter(sheet => sheet.rows.some(row => row.some(cell => cell.trim() !== '')))
  if (full.length === 0) throw refuse('invalid', 'tables/empty')
  return full
}

function readCsv(bytes: Buffer): Sheet {
  const text = decode(bytes)
  if (/[\u0000-\u0008\u000E-\u001F]/.test(text.slice(0, 4096)) || /^\s*<(!doctype|html|\?xml)/i.test(text))
    throw refuse('unsupported', 'tables/not-a-table')
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      bom: true,
    })
    return { name: '', rows }
  } catch (error) {
    throw refuse('invalid', 'tables/broken-csv', { line: (error as { lines?: number }).lines ?? 0 })
  }
}

/** The separator that the first lines agree on best, outside quotes. */
function delimiterOf(text: string): string {
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/, 6)
    .filter(line => line.trim() !== '')
  const counts = [';', '\t', ','].map(mark => ({
    mark,
    least: Math.min(...lines.map(line => line.split(mark).length - 1)),
  }))
  return counts.reduce((best, next) => (next.least > best.least ? next : best)).mark
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
