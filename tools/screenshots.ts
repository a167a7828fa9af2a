// Pictures of every view over the worked story, wide and narrow, light and dark: npm run screenshots [-- FOLDER]
// (default out/screenshots). The README's three are made with --readme into docs/pictures.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { NARROW, openDesk, WIDE, WITHOUT } from '../test/web/browser.ts'
import { VIEWS } from '../test/web/views.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { readme: { type: 'boolean' } } })
if (WITHOUT) throw new Error(WITHOUT)

const README = [
  { name: 'briefing', at: '/', colorScheme: 'light' },
  { name: 'dependencies', at: '/dependencies?known=2025-09-30', colorScheme: 'light' },
  { name: 'timeline', at: '/timeline', colorScheme: 'dark' },
] as const

const desk = await openDesk()
async function take(at: string, file: string, viewport: typeof WIDE, colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await desk.open(at, { viewport, colorScheme })
  await page.waitForTimeout(300)
  await page.screenshot({ path: file })
  await page.close()
  for (const complaint of desk.complaints()) console.error(`${file}: ${complaint}`)
  console.log(file)
}

if (values.readme) {
  const folder = 'docs/pictures'
  mkdirSync(folder, { recursive: true })
  for (const { name, at, colorScheme } of README) await take(at, path.join(folder, `${name}.png`), WIDE, colorScheme)
} else {
  const folder = positionals[0] ?? 'out/screenshots'
  mkdirSync(folder, { recursive: true })
  for (const { name, at } of VIEWS) {
    for (const [width, viewport] of [
      ['1440', WIDE],
      ['390', NARROW],
    ] as const)
      for (const scheme of ['light', 'dark'] as const)
        await take(at, path.join(folder, `${name}-${width}-${scheme}.png`), viewport, scheme)
  }
}
await desk.close()
