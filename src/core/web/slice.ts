import type { Catalogue, Lang, Messages } from '../base/index.ts'
import type { Command } from './command.ts'
import type { Route } from './route.ts'

/** An entry of the navigation, shown to seats that may use the view it leads to. */
export interface NavigationEntry {
  /** Where it stands: one group per component of work. */
  readonly group: 'work' | 'registers' | 'administration'
  readonly href: string
  readonly text: Readonly<Record<Lang, string>>
  readonly permission: string
}

/** What a slice gives to the composition root. */
export interface Slice {
  readonly name: string
  readonly routes: readonly Route[]
  readonly navigation: readonly NavigationEntry[]
  /** Must hold `refusals` with a text for every refusal code of the slice. */
  readonly texts: Catalogue<Messages>
  readonly commands?: readonly Command[]
  /** Folder of numbered SQL files, as a file URL. */
  readonly migrations?: URL
}
