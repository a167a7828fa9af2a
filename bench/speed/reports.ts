import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Report } from '../../src/read.ts'
import { ROOT, sharedFolder } from '../shared.ts'

/** What of a build of the program is used here: its dist/read.mjs. */
export interface Program {
  readonly createReader: typeof import('../../src/read.ts').createReader
}

export const openProgram = async (dist: string): Promise<Program> =>
  (await import(path.resolve(dist, 'read.mjs'))) as Program

/** Files of a folder and of those within it, in the same order everywhere. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.extname(name) !== '')
    .sort()
    .map((name) => path.join(folder, name))

/** The gold reports, or the samples where the external data sets are not here. */
export async function reports({ createReader }: Program): Promise<readonly Report[]> {
  const shared = sharedFolder()
  if (shared !== null)
    return filesOf(path.join(shared, 'gold', 'dev')).map((file) => JSON.parse(readFileSync(file, 'utf8')).document)
  const reader = createReader()
  const received = filesOf(path.join(ROOT, 'samples')).map((file) => reader.receive(readFileSync(file)))
  return (await Promise.all(received)).map(({ document: { text, publishedAt } }) => ({
    text,
    publishedAt: publishedAt ?? '2031-05-13',
  }))
}
