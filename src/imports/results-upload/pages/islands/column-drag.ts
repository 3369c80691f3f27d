// Lets a meaning be dragged onto a column. Without this script, and by keyboard, the same is chosen in the list beside each heading.
const palette = document.querySelector<HTMLElement>('[data-island="column-drag"]')
const kind = 'text/x-column-meaning'
const over = 'columns-page__over'

function startPalette(box: HTMLElement): void {
  box.hidden = false
  for (const chip of box.querySelectorAll<HTMLElement>('[data-meaning]')) {
    chip.draggable = true
    chip.addEventListener('dragstart', event => event.dataTransfer?.setData(kind, chip.dataset['meaning']!))
  }
  for (const select of document.querySelectorAll<HTMLSelectElement>('main table select')) acceptChips(select)
}

function acceptChips(select: HTMLSelectElement): void {
  const row = select.closest('tr')
  if (!row) return
  row.addEventListener('dragover', event => {
    if (!event.dataTransfer?.types.includes(kind)) return
    event.preventDefault()
    row.classList.add(over)
  })
  row.addEventListener('dragleave', () => row.classList.remove(over))
  row.addEventListener('drop', event => {
    event.preventDefault()
    row.classList.remove(over)
    select.value = event.dataTransfer?.getData(kind) ?? ''
    select.focus()
  })
}

if (palette) startPalette(palette)
