import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { ReadoutError } from '../model/errors.ts'

/** Where data/ is read from. Names are paths below data/ with "/" between. */
export interface DataSource {
  /** A YAML or JSON file, parsed. */
  rows(name: string): unknown
  text(name: string): string
  bytes(name: string): Uint8Array
  /** Where a file is, for messages: "data/" and its path. */
  path(name: string): string
  /** Hash of the files read so far whose names begin with `prefix`: the version of what a reading was made with. */
  digest(prefix: string): string
}

/** The package's own data/ folder: beside dist/ where bundled, two levels up from here in the source tree. */
export function dataFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(folder, 'data', 'ontology'))) {
    const parent = path.dirname(folder)
    if (parent === folder)
      throw new ReadoutError('vocabulary-invalid', 'the data folder of the program is missing; install it again')
    folder = parent
  }
  return path.join(folder, 'data')
}

/** The rows of data/ as the build left them beside the program: parsing YAML at every start would take most of it. */
interface Compiled {
  readonly [name: string]: { readonly hash: string; readonly rows: unknown } | undefined
}
const COMPILED = 'vocabulary.json'

function openCompiled(): Compiled {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), COMPILED)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Compiled) : {}
}

/** Hash of a file of data/, as `digest` joins them. */
export const hashOf = (content: Uint8Array): string => createHash('sha1').update(content).digest('hex')

export function openData(folder = dataFolder(), compiled: Compiled = openCompiled()): DataSource {
  const read = new Map<string, string>()
  const bytes = (name: string): Uint8Array => {
    try {
      const content = readFileSync(path.join(folder, name))
      read.set(name, hashOf(content))
      return content
    } catch (cause) {
      throw new ReadoutError('vocabulary-invalid', `data/${name} cannot be read; install the program again`, { cause })
    }
  }
  const text = (name: string): string => Buffer.from(bytes(name)).toString('utf8')
  const rows = (name: string): unknown => {
    const ready = compiled[name]
    if (ready) {
      read.set(name, ready.hash)
      return ready.rows
    }
    const content = text(name)
    try {
      return name.endsWith('.json') ? JSON.parse(content) : parse(content)
    } catch (cause) {
      throw new ReadoutError('vocabulary-invalid', `data/${name}: ${(cause as Error).message}`, { cause })
    }
  }
  const digest = (prefix: string): string => {
    const files = [...read].filter(([name]) => name.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1))
    return createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12)
  }
  return { bytes, text, rows, digest, path: (name) => `data/${name}` }
}
