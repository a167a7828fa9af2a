import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { VERSION } from '../../read.ts'

/** The server that has a folder open, as it tells the commands of the same machine. */
export interface Announced {
  readonly pid: number
  readonly version: string
  /** `http://127.0.0.1:4747` */
  readonly address: string
  /** Holds as long as the process lives. Whoever may read it could open the folder himself. */
  readonly key: string
}

/** Beside the folder, as the lock is: a copy of the folder carries no keys. */
const fileOf = (folder: string): string => `${path.resolve(folder)}.server`

/** Where commands on this machine reach a server that listens on `address`: one on all addresses, by loopback. */
const reachable = (address: string): string =>
  address.replace(/\/\/0\.0\.0\.0(?=:)/, '//127.0.0.1').replace(/\/\/\[::\](?=:)/, '//[::1]')

/** Tells where the folder's server is, to its owner alone; gives what takes that back. */
export function announce(folder: string, { address, key }: Pick<Announced, 'address' | 'key'>): () => void {
  const file = fileOf(folder)
  const draft = `${file}.${process.pid}`
  const announced: Announced = { pid: process.pid, version: VERSION, address: reachable(address), key }
  writeFileSync(draft, JSON.stringify(announced), { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, file)
  return () => rmSync(file, { force: true })
}

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return null
  }
}

/** What was told of the folder by the process that has its lock. Whether that process lives, only asking it shows. */
export function announced(folder: string): Announced | null {
  const server = readJson<Announced>(fileOf(folder))
  const lock = readJson<{ readonly pid: number }>(`${path.resolve(folder)}.lock`)
  return server && lock?.pid === server.pid ? server : null
}
