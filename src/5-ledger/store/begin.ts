import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseTar } from 'nanotar'

/** An empty database, made by the build beside the bundle. */
const ARCHIVE = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/empty-ledger.tgz' : './empty-ledger.tgz',
  import.meta.url,
)

/**
 * Unpacks an empty database where there is no folder yet; without the archive PGlite makes one itself, which takes
 * seconds. The folder is whole or not there: it is made beside its place.
 */
export function beginFolder(folder: string): void {
  if (existsSync(folder) || !existsSync(ARCHIVE)) return
  const making = `${path.resolve(folder)}.making`
  rmSync(making, { recursive: true, force: true })
  try {
    for (const { name, type, data } of parseTar(gunzipSync(readFileSync(ARCHIVE)))) {
      const target = path.join(making, name)
      if (type === 'directory') mkdirSync(target, { recursive: true })
      else {
        mkdirSync(path.dirname(target), { recursive: true })
        writeFileSync(target, data ?? '')
      }
    }
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }
}
