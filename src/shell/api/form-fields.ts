/** From the flat names of a form to the nested values of a body. */

export type FieldValue = unknown
/** Names that would reach into the prototype are no field names. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])
const maxDepth = 8
const maxIndex = 9_999

/**
 * Nests fields by their names; a repeated name becomes an array; holes in numbered rows are closed.
 *
 * @param fields pairs in the order of the form
 * @returns plain objects and arrays
 * @example nestFields([['items[0].title', 'A'], ['kind', 'x'], ['kind', 'y']]) // { items: [{ title: 'A' }], kind: ['x', 'y'] }
 */
export function nestFields(fields: Iterable<readonly [string, FieldValue]>): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [name, value] of fields) {
    const path = partsOf(name)
    if (path) put(root, path, value)
  }
  return closeHoles(root) as Record<string, unknown>
}

/** `items[0].title` → ['items', 0, 'title']; null for a name that is no path. */
function partsOf(name: string): (string | number)[] | null {
  const parts: (string | number)[] = []
  for (const match of name.replace(/\[\]$/, '').matchAll(/\[(\d+)\]|([^.[\]]+)/g)) {
    const part = match[1] === undefined ? (match[2] as string) : Number(match[1])
    if (typeof part === 'string' && forbidden.has(part)) return null
    if (typeof part === 'number' && part > maxIndex) return null
    parts.push(part)
  }
  return parts.length === 0 || parts.length > maxDepth || typeof parts[0] === 'number' ? null : parts
}

type Node = Record<string | number, unknown>

function put(root: Node, path: readonly (string | number)[], value: FieldValue): void {
  let node = root
  for (const [index, part] of path.slice(0, -1).entries()) {
    const next = node[part]
    if (typeof next === 'object' && next !== null && !ArrayBuffer.isView(next)) node = next as Node
    else {
      const made: Node = typeof path[index + 1] === 'number' ? ([] as unknown as Node) : {}
      node[part] = made
      node = made
    }
  }
  const last = path.at(-1) as string | number
  const before = node[last]
  if (before === undefined) node[last] = value
  else if (Array.isArray(before)) before.push(value)
  else node[last] = [before, value]
}

function closeHoles(node: unknown): unknown {
  // By the rows that exist: a form of a few bytes may name row 9999 of thousands of lists.
  if (Array.isArray(node)) return Object.values(node).map(closeHoles)
  if (typeof node !== 'object' || node === null || isFile(node)) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closeHoles(value)]))
}

function isFile(node: object): boolean {
  return 'bytes' in node && node.bytes instanceof Uint8Array
}
