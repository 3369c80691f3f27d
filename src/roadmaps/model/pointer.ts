/**
 * A copy of a value with another value at a JSON pointer inside it. An empty pointer replaces the whole.
 * A pointer through something that is not there makes it, as an object or, before a number, as a list.
 *
 * @source RFC 6901 (escapes `~0` and `~1`)
 * @example setAt({ deadline: null }, '/deadline', { kind: 'by' }) // { deadline: { kind: 'by' } }
 */
export function setAt<Whole>(whole: Whole, pointer: string, value: unknown): Whole {
  const steps = pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return replaced(whole, steps, value) as Whole
}

function replaced(node: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return value
  if (Array.isArray(node) || (node == null && /^\d+$/.test(step))) {
    const list: unknown[] = Array.isArray(node) ? [...node] : []
    list[Number(step)] = replaced(list[Number(step)], rest, value)
    return list
  }
  const object = (node ?? {}) as Record<string, unknown>
  return { ...object, [step]: replaced(object[step], rest, value) }
}
