import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')

/** The folder of external data sets, or null where this checkout has none beside it, or one without the part asked for. */
export function sharedFolder(part: 'data' | 'reports' = 'data'): string | null {
  const folder = path.resolve(process.env.READOUT_SHARED ?? path.join(ROOT, '..', 'shared'))
  return existsSync(path.join(folder, part)) ? folder : null
}

export function requireShared(what: string): string {
  const folder = sharedFolder()
  if (folder) return folder
  console.log(`${what}: not measured, the external data sets are not here (set READOUT_SHARED to their folder)`)
  process.exit(0)
}
