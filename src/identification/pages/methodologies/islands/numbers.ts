/** Who enters and who leaves, shown anew while a number is typed. Without this script a button does the same. */
const form = document.querySelector<HTMLFormElement>('#numbers')
const place = document.querySelector<HTMLElement>('#effect')
const pause = 250

if (form && place) {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => show(form, place), pause)
  })

  const show = async (from: HTMLFormElement, into: HTMLElement) => {
    const mine = ++asked
    const answer = await fetch(`${location.pathname}?${wishOf(from)}`, { headers: { accept: 'text/html' } }).catch(
      () => null,
    )
    if (!answer?.ok || mine !== asked) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector('#effect')
    if (fresh) into.replaceChildren(...fresh.childNodes)
  }
}

/** What is typed, as the address of the page takes it: `set=lowShare=1/4`. */
function wishOf(form: HTMLFormElement): URLSearchParams {
  const wish = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    const found = /^parameters\.(.+)\.value$|^switches\.(.+)$/.exec(name)
    if (found) wish.append('set', `${found[1] ?? found[2]}=${String(value)}`)
  }
  return wish
}
