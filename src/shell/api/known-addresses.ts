import type { Slice } from '../../core/web/index.ts'
import { shellOperations } from './shell-operations.ts'
import { apiPrefix } from './slice-routes.ts'

const ownPages: readonly (readonly [string, readonly string[]])[] = [
  ['/', ['GET', 'HEAD']],
  ['/sign-in', ['GET', 'HEAD', 'POST']],
  ['/sign-out', ['POST']],
  ['/seat', ['GET', 'HEAD', 'POST']],
  ['/language', ['POST']],
  ['/health', ['GET', 'HEAD']],
  ['/api', ['GET', 'HEAD']],
  ['/api/openapi.json', ['GET', 'HEAD']],
]

/** Which methods an address takes; empty for an address that does not exist. Tells "not found" from "not like that". */
export function methodsOf(slices: readonly Slice[], url: string): string[] {
  const path = (url.split('?')[0] ?? '/').replace(/(.)\/$/, '$1')
  const methods = new Set<string>()
  const meet = (pattern: string, some: readonly string[]) => {
    if (matches(pattern, path)) for (const method of some) methods.add(method)
  }
  for (const [pattern, some] of ownPages) meet(pattern, some)
  for (const { path: own, method } of shellOperations)
    meet(apiPrefix + own, method === 'get' ? ['GET', 'HEAD'] : ['POST'])
  for (const route of slices.flatMap(slice => slice.routes)) {
    const some = route.kind === 'action' ? ['POST'] : ['GET', 'HEAD']
    meet(apiPrefix + route.path, some)
    if (route.kind !== 'view' || route.page) meet(route.path, some)
  }
  return [...methods]
}

/** The permission of the page at an address of a slice; null when no slice shows a page there. */
export function permissionOf(slices: readonly Slice[], href: string): string | null {
  const path = href.split(/[?#]/)[0] ?? '/'
  const routes = slices.flatMap(slice => slice.routes)
  const exact = routes.find(route => route.kind === 'view' && route.path === path)
  const shown = exact ?? routes.find(route => route.kind === 'view' && route.page && matches(route.path, path))
  return shown?.permission ?? null
}

function matches(pattern: string, path: string): boolean {
  const source = pattern
    .split(/(:\w+)/)
    .map(part => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('')
  return new RegExp(`^${source}$`).test(path)
}
