// Ties both sides of the review screen together: pointing at a piece on either side lights up its other half, and a deadline is read
// while it is being typed. Without this script the same is done by links and by saving.
const screen = document.querySelector<HTMLElement>('[data-island="review"]')
const lit = 'review__lit'

function otherSide(from: HTMLElement): HTMLElement[] {
  if (!screen) return []
  const { place, places } = from.dataset
  if (places !== undefined)
    return places
      .split(' ')
      .filter(Boolean)
      .flatMap(id => [...screen.querySelectorAll<HTMLElement>(`[data-place="${CSS.escape(id)}"]`)])
  if (place === undefined) return []
  const row = place.split('.').slice(0, 2).join('.')
  return [...screen.querySelectorAll<HTMLElement>(`[data-places~="${CSS.escape(row)}"]`)]
}

function light(from: HTMLElement, move: boolean): void {
  if (!screen) return
  for (const old of screen.querySelectorAll(`.${lit}`)) old.classList.remove(lit)
  const others = otherSide(from)
  for (const one of [from, ...others]) one.classList.add(lit)
  const other = others[0]
  if (move && other) show(other)
}

/** Brings a piece into sight inside its own side; where the sides stand one under another, on the page. */
function show(piece: HTMLElement): void {
  const side = piece.closest<HTMLElement>('.review__pane')
  if (!side || side.scrollHeight <= side.clientHeight) piece.scrollIntoView({ block: 'center' })
  else side.scrollTop += piece.getBoundingClientRect().top - side.getBoundingClientRect().top - side.clientHeight / 3
}

const opened = screen?.querySelector<HTMLElement>('.review__form[data-places]')
if (opened) light(opened, true)

screen?.addEventListener('click', event => {
  const target = event.target as HTMLElement
  if (target.closest('a, button, input, select, textarea, label, summary')) return
  const piece = target.closest<HTMLElement>('[data-places], tr[data-place], p[data-place]')
  if (piece) light(piece, true)
})

screen?.addEventListener('focusin', event => {
  const piece = (event.target as HTMLElement).closest<HTMLElement>('[data-places], tr[data-place], p[data-place]')
  if (piece) light(piece, false)
})

for (const field of document.querySelectorAll<HTMLElement>('[data-reads-deadline]')) {
  const input = field.querySelector<HTMLInputElement>('input')
  const words = field.querySelector<HTMLOutputElement>('[data-deadline-words]')
  const address = field.dataset['readsDeadline']
  let timer = 0
  let asked = 0
  input?.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(async () => {
      const mine = ++asked
      const answer = await fetch(`${address}?text=${encodeURIComponent(input.value)}`, {
        headers: { accept: 'application/json' },
      })
      if (!answer.ok || mine !== asked || !words) return
      const read = (await answer.json()) as { words: string; understood: boolean }
      words.value = read.words
      words.classList.toggle('review__unread', !read.understood)
    }, 300)
  })
}
