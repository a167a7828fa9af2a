import { existsSync } from 'node:fs'

/** Debian's browser without windows, which opens a page in half the time, or the whole one; READOUT_CHROMIUM names another. */
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
export const CHROMIUM = process.env.READOUT_CHROMIUM ?? BROWSERS.find((file) => existsSync(file)) ?? BROWSERS[0]!
/** It asks nobody outside, and draws without a graphics card. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
