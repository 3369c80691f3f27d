// Opens the timeline at today and lets the arrow keys walk it: sideways by a month, up and down by an item.
const frame = document.querySelector<HTMLElement>('[data-island="timeline"]')
if (frame) {
  const today = frame.querySelector<SVGTextElement>('#today')
  const name = frame.querySelector<HTMLElement>('thead .timeline__name')
  if (today)
    frame.scrollLeft = Math.max(0, Number(today.getAttribute('x')) - (frame.clientWidth - (name?.offsetWidth ?? 0)) / 3)
  const links = [...frame.querySelectorAll<HTMLAnchorElement>('tbody a')]
  frame.addEventListener('keydown', event => {
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      frame.scrollLeft += event.key === 'ArrowRight' ? 100 : -100
      event.preventDefault()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)] ?? links[0]
      next?.focus()
      event.preventDefault()
    } else if (event.key === 'Home' || event.key === 'End') {
      const edge = event.key === 'Home' ? links[0] : links.at(-1)
      edge?.focus()
      event.preventDefault()
    }
  })
}
