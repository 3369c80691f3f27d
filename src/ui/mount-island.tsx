import type { FunctionComponent } from 'preact'
import { render } from 'preact'
import type { Lang } from '../core/base/index.ts'
import { LangContext } from './lang.ts'

/**
 * Takes over the places of an island: the last line of `islands/<name>.tsx`. Runs in the browser.
 *
 * @param Component gets the island's `data` as its props
 * @example mountIsland('review', ReviewScreen)
 */
export function mountIsland<Data extends object>(name: string, Component: FunctionComponent<Data>): void {
  const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'ru'
  for (const place of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    const data = JSON.parse(place.querySelector('script[data-island-data]')?.textContent ?? '{}') as Data
    place.replaceChildren()
    render(
      <LangContext.Provider value={lang}>
        <Component {...data} />
      </LangContext.Provider>,
      place,
    )
    place.dataset['islandReady'] = 'true'
  }
}
