import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openLedger, type Place } from '../../src/ledger.ts'
import { createReader } from '../../src/read.ts'
import { Tokens } from '../../src/shells/access/tokens.ts'
import { buildApp } from '../../src/shells/http/app.ts'
import { LOOPBACK_HOSTS } from '../../src/shells/http/guard.ts'
import { openReadings } from '../../src/shells/service/readings.ts'
import { serviceOf } from '../../src/shells/service/service.ts'
import { ROOT } from '../program.ts'

export const PAGES = path.join(ROOT, 'dist', 'web')
const STORY = path.join(ROOT, 'samples', 'story')

export interface StoryServer {
  readonly address: string
  close(): Promise<void>
}

/** The page over the worked story: each report recorded on the evening of its day, all that comes later recorded now. */
export async function serveStory({ port = 0, place }: { port?: number; place?: Place } = {}): Promise<StoryServer> {
  const home = mkdtempSync(path.join(tmpdir(), 'readout-web-'))
  let now: number | null = 0
  const clock = (): number => now ?? Date.now()
  const ledger = await openLedger(place ?? { folder: path.join(home, 'ledger') }, { clock })
  const reader = createReader()
  for (const name of readdirSync(STORY).sort()) {
    const received = await reader.receive(readFileSync(path.join(STORY, name)))
    now = Date.parse(`${received.document.publishedAt}T18:00:00Z`)
    await ledger.addReading(reader.readReceived(received))
  }
  now = null
  const readings = openReadings({ threads: 1, waiting: 10, patience: 20_000 })
  const app = await buildApp({
    service: serviceOf(ledger, readings, clock),
    access: {
      tokens: new Tokens(path.join(home, 'ledger.access'), clock),
      required: false,
      hosts: LOOPBACK_HOSTS,
      audit: () => undefined,
    },
    complain: (error) => console.error(error),
    rate: 100_000,
    ...(existsSync(PAGES) ? { pages: PAGES } : {}),
  })
  await app.listen({ port, host: '127.0.0.1' })
  const close = async (): Promise<void> => {
    await app.close()
    await readings.close()
    await ledger.close()
    rmSync(home, { recursive: true, force: true })
  }
  return { address: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`, close }
}
