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

export function openData(folder = dataFolder()): DataSource {
  const bytes = (name: string): Uint8Array => {
    try {
      return readFileSync(path.join(folder, name))
    } catch (cause) {
      throw new ReadoutError('vocabulary-invalid', `data/${name} cannot be read; install the program again`, { cause })
    }
  }
  const text = (name: string): string => Buffer.from(bytes(name)).toString('utf8')
  const rows = (name: string): unknown => {
    const content = text(name)
    try {
      return name.endsWith('.json') ? JSON.parse(content) : parse(content)
    } catch (cause) {
      throw new ReadoutError('vocabulary-invalid', `data/${name}: ${(cause as Error).message}`, { cause })
    }
  }
  return { bytes, text, rows }
}
