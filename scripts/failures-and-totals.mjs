// A reporter of node:test that prints only what failed, with its place, and the totals on one closing line.
export default async function* failuresAndTotals(events) {
  let passed = 0
  let failed = 0
  let skipped = 0
  const failures = []
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    if (data.details?.type === 'suite') continue
    if (type === 'test:fail') {
      if (data.details?.error?.failureType === 'subtestsFailed') continue
      failed++
      const error = data.details?.error
      failures.push(
        `\n✖ ${data.name}\n  ${data.file ?? ''}:${data.line ?? ''}\n${indent(error?.cause?.stack ?? error?.stack ?? String(error))}`,
      )
    } else if (data.skip !== undefined) skipped++
    else passed++
  }
  yield `${failures.join('\n')}\n${passed} passed, ${failed} failed, ${skipped} skipped\n`
}

const indent = text =>
  text
    .split('\n')
    .slice(0, 40)
    .map(line => `    ${line}`)
    .join('\n')
