import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ReadoutError } from '../../model/errors.ts'

/** Where what is made goes. */
export interface Output {
  write(name: string, extension: string, content: string): Promise<void>
}

/** Waits where the reader of a pipe is slower than we are, so that memory stays bounded. */
export async function print(content: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(content)) await once(process.stdout, 'drain')
}

/** A file name of letters, digits, dots, dashes and underscores: an id from outside must not leave the folder. */
export function safeName(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '_')
  return Buffer.byteLength(safe) > 200 ? safe.slice(0, 100) : safe || '_'
}

function toFolder(folder: string): Output {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new ReadoutError('output-failed', `the folder ${folder} cannot be made: ${(cause as Error).message}`, {
      cause,
    })
  }
  return {
    async write(name, extension, content) {
      const file = path.join(folder, `${safeName(name)}.${extension}`)
      try {
        writeFileSync(file, content)
      } catch (cause) {
        throw new ReadoutError('output-failed', `${file} cannot be written: ${(cause as Error).message}`, { cause })
      }
    },
  }
}

export const openOutput = (folder?: string): Output =>
  folder === undefined ? { write: (_name, _extension, content) => print(content) } : toFolder(folder)
