/** What a reader of files may take, before anybody's memory or patience is gone. All sizes in bytes. */
export interface FileLimits {
  /** Size of the file itself. */
  readonly fileBytes: number
  /** Entries of the archive inside a DOCX. */
  readonly archiveEntries: number
  /** Inflated size of the parts that are read, all together. */
  readonly inflatedBytes: number
  /** Inflated ÷ packed of one part; only asked of parts above `ratioFromBytes`. Plain XML of real orders stays below 60. */
  readonly inflationRatio: number
  readonly ratioFromBytes: number
  /** Elements inside one another in one XML part. */
  readonly xmlDepth: number
  /** Tables inside one another; 1 is a table in the body. */
  readonly tableDepth: number
  /** Pages of a PDF. */
  readonly pages: number
  /** Paragraphs and cells of a document. */
  readonly pieces: number
  /** Letters and signs of a document. */
  readonly characters: number
}

const MB = 1024 * 1024

/** The limits of the product. A real order of 50 items is 30 kB packed and 600 kB of XML; the largest plans seen are ten times that. */
export const fileLimits: FileLimits = {
  fileBytes: 20 * MB,
  archiveEntries: 4000,
  inflatedBytes: 24 * MB,
  inflationRatio: 250,
  ratioFromBytes: 2 * MB,
  xmlDepth: 200,
  tableDepth: 4,
  pages: 300,
  pieces: 60_000,
  characters: 3_000_000,
}
