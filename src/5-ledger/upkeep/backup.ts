import { existsSync, readdirSync, rmSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { ReadoutError } from '../../model/index.ts'
import type { Store } from '../schema.ts'
import { lockFolder } from '../store/lock.ts'
import { openPGlite } from '../store/pglite.ts'

/** Of a folder: one archive, written beside its place and moved there when it is whole. A server has its own tools. */
export async function backup(_store: Store, dump: (() => Promise<Blob>) | null, file: string): Promise<void> {
  if (!dump)
    throw new ReadoutError('usage', 'a ledger on a server is backed up by the server: pg_dump "$DATABASE_URL" > FILE')
  try {
    const bytes = Buffer.from(await (await dump()).arrayBuffer())
    await writeFile(`${file}.part`, bytes, { flush: true } as never)
    await rename(`${file}.part`, file)
  } catch (error) {
    rmSync(`${file}.part`, { force: true })
    throw new ReadoutError('output-failed', `the backup could not be written to ${file}: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

/** Makes the folder of a ledger from a backup. Never over another: the folder must be empty or not there. */
export async function restore(file: string, folder: string): Promise<void> {
  if (!existsSync(file)) throw new ReadoutError('ledger-missing', `there is no backup at ${file}`)
  const unlock = lockFolder(folder)
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new ReadoutError('output-failed', `${folder} is not empty: name another folder`)
    const client = await openPGlite(folder, new Blob([await readFile(file)], { type: 'application/x-gzip' }))
    await client.close()
  } finally {
    unlock()
  }
}
