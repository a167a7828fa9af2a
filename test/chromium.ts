/** Debian's browser, or another that READOUT_CHROMIUM names. */
export const CHROMIUM = process.env.READOUT_CHROMIUM ?? '/usr/bin/chromium'
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
