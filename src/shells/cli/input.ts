import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { ReadoutError } from '../../model/errors.ts'
import type { Hints } from '../../read.ts'
import { ANYWHERE, fetchPage, PUBLIC_ONLY } from '../fetch/index.ts'

/** A file over this size is no report; JSON Lines are streamed and have no such limit. */
const LARGEST = 256 * 1024 * 1024

export interface Input {
  /** As the user named it; "-" is standard input. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly hints: Hints
}

export const isUrl = (name: string): boolean => /^https?:\/\//i.test(name)

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length
    if (size > LARGEST)
      throw new ReadoutError(
        'input-too-large',
        `standard input has over ${LARGEST / 2 ** 20} MiB; give many reports with --jsonl`,
      )
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

async function checkFile(name: string, limit: number): Promise<void> {
  const info = await stat(name).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new ReadoutError('file-not-found', `${name}: there is no such file`, { cause })
    throw new ReadoutError('file-unreadable', `${name}: ${cause.message}`, { cause })
  })
  if (info.isDirectory())
    throw new ReadoutError('file-unreadable', `${name} is a folder; name its files: ${path.join(name, '*')}`)
  if (info.size > limit)
    throw new ReadoutError('input-too-large', `${name} has over ${limit / 2 ** 20} MiB; give many reports with --jsonl`)
}

/** One report's bytes by the name the user gave: a file, an address (of the public net, unless `local`), or "-". */
export async function openInput(name: string, local = false): Promise<Input> {
  if (name === '-') return { name, bytes: await standardInput(), hints: {} }
  if (isUrl(name)) return { name, ...(await fetchPage(name, local ? ANYWHERE : PUBLIC_ONLY)) }
  await checkFile(name, LARGEST)
  const bytes = await readFile(name).catch((cause) => {
    throw new ReadoutError('file-unreadable', `${name}: ${(cause as Error).message}`, { cause })
  })
  return { name, bytes, hints: {} }
}

/** The bytes of files one after another, or of standard input, as they come. */
export async function* openStream(names: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const name of names.length > 0 ? names : ['-']) {
    if (name === '-') yield* process.stdin as AsyncIterable<Buffer>
    else {
      await checkFile(name, Number.POSITIVE_INFINITY)
      yield* createReadStream(name, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>
    }
  }
}
