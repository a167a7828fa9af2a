import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openLedger, type Place } from '../../src/ledger.ts'
import { Tokens } from '../../src/shells/access/tokens.ts'
import { buildApp } from '../../src/shells/http/app.ts'
import { LOOPBACK_HOSTS } from '../../src/shells/http/guard.ts'
import { openReadings } from '../../src/shells/service/readings.ts'
import { serviceOf } from '../../src/shells/service/service.ts'
import { ROOT } from '../program.ts'
import { readStory, type StoryReading } from '../story-readings.ts'

export const PAGES = path.join(ROOT, 'dist', 'web')

export interface StoryServer {
  readonly address: string
  close(): Promise<void>
}

export interface StoryOptions {
  readonly port?: number
  readonly place?: Place
  /** What is read anew where it is not given. */
  readonly story?: readonly StoryReading[]
}

/** The page over the worked story: each report recorded on the evening of its day, all that comes later recorded now. */
export async function serveStory({ port = 0, place, story }: StoryOptions = {}): Promise<StoryServer> {
  const home = mkdtempSync(path.join(tmpdir(), 'readout-web-'))
  let now: number | null = 0
  const clock = (): number => now ?? Date.now()
  const ledger = await openLedger(place ?? { folder: path.join(home, 'ledger') }, { clock })
  for (const { reading, evening } of story ?? (await readStory())) {
    now = evening
    await ledger.addReading(reading)
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
