import type { ComponentChildren } from 'preact'

export interface IslandProps {
  /** Name of the file in a folder `islands`, also in `islands` of the page. */
  readonly name: string
  /** What the script works with. Readable in the page: nothing that the reader may not see. */
  readonly data: unknown
  /** What stands there without scripts, and until the script has come. */
  readonly children?: ComponentChildren
}

/** A place on a page that a script takes over; without the script its children stay. */
export function Island({ name, data, children }: IslandProps) {
  // `<` is written as an escape, so that no text in the data can end the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return (
    <div data-island={name}>
      <script type="application/json" data-island-data={name} dangerouslySetInnerHTML={{ __html: json }} />
      {children}
    </div>
  )
}
