// One picture of one view: node tools/look.mjs ADDRESS FILE [width] [light|dark]
import { chromium } from 'playwright-core'

const [, , address, file, width = '1440', scheme = 'light'] = process.argv
const browser = await chromium.launch({
  executablePath: process.env.READOUT_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const page = await browser.newPage({
  viewport: { width: Number(width), height: Number(width) < 800 ? 844 : 900 },
  colorScheme: scheme,
})
page.on('console', (m) => m.type() === 'error' && console.log('console:', m.text()))
page.on('pageerror', (e) => console.log('error:', e.message))
await page.goto(address)
await page.waitForLoadState('networkidle')
await page.waitForTimeout(400)
await page.screenshot({ path: file })
await browser.close()
