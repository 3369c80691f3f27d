// Asks how far the reading is and shows the page again when it has ended. Without this script the button «Обновить» does the same.
const box = document.querySelector<HTMLElement>('[data-island="upload-progress"]')
const everyMs = 1500

async function look(): Promise<void> {
  const answer = await fetch(box!.dataset['address']!, { headers: { accept: 'application/json' } })
  if (!answer.ok) return location.reload()
  const upload = (await answer.json()) as { state: string; filesDone: number; filesTotal: number }
  if (upload.state !== 'reading') return location.reload()
  const [, done] = box!.querySelectorAll('.progress rect')
  done?.setAttribute('width', String((100 * upload.filesDone) / Math.max(1, upload.filesTotal)))
  const figures = box!.querySelector('.progress .num')
  if (figures) figures.textContent = figures.textContent!.replace(/\d+(?=\D+\d+\D*$)/, String(upload.filesDone))
  setTimeout(look, everyMs)
}

if (box) setTimeout(look, everyMs)
