import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { ReadoutError } from '../../model/index.ts'

/**
 * PGlite is one process: a second one that opens the same folder loses rows silently. The lock is a file beside the
 * folder, never in it, so that a copy of the folder carries no lock.
 */
interface Holder {
  readonly pid: number
  /** When the process started, in the kernel's ticks: a number that was given again is another process. */
  readonly started: string | null
}

function startOf(pid: number): string | null {
  try {
    // The name in brackets may hold spaces: fields are counted from after it. Field 22 is the start.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19] ?? null
  } catch {
    return null
  }
}

function lives({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const now = startOf(pid)
  return started === null || now === null || now === started
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

/** Makes the file if there is none; the making is what only one process can do. */
function claim(file: string): boolean {
  try {
    const descriptor = openSync(file, 'wx')
    writeSync(descriptor, JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder))
    closeSync(descriptor)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const locked = (folder: string, pid: number | undefined): ReadoutError =>
  new ReadoutError(
    'ledger-locked',
    `${folder} is open in ${pid === undefined ? 'another process' : `process ${pid}`}: use that one (readout serve answers questions), or end it first`,
  )

/** Removes a lock whose process is gone. Only who holds `.recover` may: two that find it stale do not both win. */
function recover(file: string, folder: string): void {
  const recovering = `${file}.recover`
  const other = readHolder(recovering)
  if (other && !lives(other)) rmSync(recovering, { force: true })
  if (!claim(recovering)) throw locked(folder, undefined)
  try {
    const holder = readHolder(file)
    if (holder && lives(holder)) throw locked(folder, holder.pid)
    rmSync(file, { force: true })
    if (!claim(file)) throw locked(folder, readHolder(file)?.pid)
  } finally {
    rmSync(recovering, { force: true })
  }
}

/** Takes the folder for this process; gives what lets it go. Throws `ledger-locked` with the holder's process id. */
export function lockFolder(folder: string): () => void {
  const file = `${path.resolve(folder)}.lock`
  mkdirSync(path.dirname(file), { recursive: true })
  if (!claim(file)) recover(file, folder)
  return () => rmSync(file, { force: true })
}
