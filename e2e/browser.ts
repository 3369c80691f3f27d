import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Where the pictures of a run lie; not part of the repository. */
export const picturesFolder = fileURLToPath(new URL('../.cache/pictures', import.meta.url))

export const desk = { width: 1280, height: 800 } as const
export const phone = { width: 360, height: 740 } as const

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser of this machine: CHROMIUM, or Debian's. Null where there is none. */
export function chromiumPath(): string | null {
  const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return places.find((place): place is string => place !== undefined && existsSync(place)) ?? null
}

/** Why tests with a browser step aside here, or false. Under CI=true they never do. */
export const withoutBrowser: string | false =
  chromiumPath() === null && process.env['CI'] !== 'true' ? 'no Chromium here: apt-get install chromium' : false

/** Starts the browser. */
export function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('no Chromium: apt-get install chromium, or name one in CHROMIUM')
  return chromium.launch({ executablePath, headless: true, args: flags })
}

/** One browser for the suite inside which this is called. */
export function suiteBrowser(): () => Browser {
  let browser: Browser | undefined
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser?.close())
  return () => {
    if (!browser) throw new Error('the browser of a suite is there once its tests run')
    return browser
  }
}

export interface VisitorOptions {
  readonly scripts?: boolean
  readonly lang?: 'ru' | 'en'
  readonly viewport?: { readonly width: number; readonly height: number }
}

/** A person with a fresh browser profile. Errors of scripts on the pages and answers 5xx are collected in `errors`. */
export async function aVisitor(
  browser: Browser,
  origin: string,
  { scripts = true, lang = 'ru', viewport = desk }: VisitorOptions = {},
): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport,
    javaScriptEnabled: scripts,
    locale: lang === 'ru' ? 'ru-RU' : 'en-GB',
    reducedMotion: 'reduce',
  })
  // The product speaks Russian until English is chosen in its header; the choice is remembered in this cookie.
  if (lang === 'en') await context.addCookies([{ name: 'opora-lang', value: lang, url: origin }])
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' && !/status of [45]\d\d/.test(message.text())) errors.push(message.text())
  })
  page.on('response', answer => {
    if (answer.status() >= 500) errors.push(`${answer.status()} at ${answer.url()}`)
  })
  return { context, page, errors }
}

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.fill('input[name=login]', login)
  await page.fill('input[name=password]', password)
  await page.click('main button[type=submit]')
}

/**
 * What axe finds on a page, one line per kind of problem with the places; empty when there is nothing.
 * Rules of WCAG 2.2 A and AA and the best practices.
 */
export async function axeProblems(page: Page): Promise<string[]> {
  // Not as a script of the page: its content security policy stays in force.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          where: unknown,
          options: unknown,
        ) => Promise<{
          violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[]
        }>
      }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    })
    return violations.map(
      found => `${found.id}: ${found.help} at ${found.nodes.map(node => node.target.join(' ')).join('; ')}`,
    )
  })
}

/** Whether the page can be pushed sideways: at 360 px and at 200 % nothing may stick out. */
export function sticksOutBy(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Takes pictures of a page as it is at 1280 and at 360 px into the folder of pictures. */
export async function takePictures(page: Page, name: string): Promise<void> {
  mkdirSync(picturesFolder, { recursive: true })
  for (const [label, size] of [
    ['1280', desk],
    ['360', phone],
  ] as const) {
    await page.setViewportSize(size)
    await page.screenshot({ path: join(picturesFolder, `${name}-${label}.png`), fullPage: true })
  }
  await page.setViewportSize(desk)
}
