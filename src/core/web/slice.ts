import type { BaseCtx, Catalogue, Lang, Messages } from '../base/index.ts'
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

/** A line of «Что ждёт вас» on the home page: something that waits for the reader, and the way to it. */
export interface Waiting {
  /** `bad` what is overdue, `warning` what is close, `info` what can be done. */
  readonly kind: 'bad' | 'warning' | 'info'
  /** Says how many as well: «Просрочено 15 обязательств». */
  readonly text: string
  readonly href: string
}

/** What a slice gives to the composition root. */
export interface Slice {
  readonly name: string
  readonly routes: readonly Route[]
  readonly navigation: readonly NavigationEntry[]
  /** Must hold `refusals` with a text for every refusal code of the slice. */
  readonly texts: Catalogue<Messages>
  /** What waits for this reader in this slice, most urgent first; asked when the home page opens. */
  // biome-ignore lint/suspicious/noExplicitAny: core does not know the transaction of the database
  readonly waiting?: (ctx: BaseCtx<any>) => Promise<readonly Waiting[]>
  readonly commands?: readonly Command[]
}
