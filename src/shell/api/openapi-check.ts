import type { OpenApi } from './openapi.ts'

/**
 * What is wrong with the structure of an OpenAPI document: references that lead nowhere, ids used twice, parameters of a
 * path that are not described or described and not there, operations without a successful answer or a summary.
 *
 * @returns one sentence per mistake, empty when there is none
 */
export function checkOpenApi(api: OpenApi): string[] {
  const wrong: string[] = []
  const ids = new Set<string>()
  for (const [path, methods] of Object.entries(api.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1] as string)
    for (const [method, operation] of Object.entries(methods)) {
      const where = `${method.toUpperCase()} ${path}`
      if (ids.has(operation.operationId)) wrong.push(`${where}: the id ${operation.operationId} is used twice`)
      ids.add(operation.operationId)
      if (!operation.summary.trim()) wrong.push(`${where}: no summary`)
      const described = (operation.parameters ?? []) as { name: string; in: string }[]
      const names = described.filter(each => each.in === 'path').map(each => each.name)
      for (const name of inPath)
        if (!names.includes(name)) wrong.push(`${where}: the parameter ${name} is not described`)
      for (const name of names) if (!inPath.includes(name)) wrong.push(`${where}: the path has no parameter ${name}`)
    }
  }
  for (const reference of referencesIn(api)) {
    if (!resolves(api, reference)) wrong.push(`the reference ${reference} leads nowhere`)
  }
  return wrong
}

function referencesIn(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found
  for (const [key, value] of Object.entries(node)) {
    if (key === '$ref' && typeof value === 'string') found.add(value)
    else referencesIn(value, found)
  }
  return found
}

function resolves(api: OpenApi, reference: string): boolean {
  if (!reference.startsWith('#/')) return false
  let node: unknown = api
  for (const part of reference.slice(2).split('/')) {
    if (typeof node !== 'object' || node === null) return false
    node = (node as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  return node !== undefined
}
