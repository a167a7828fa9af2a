import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { circlesOf } from './circles.ts'

const src = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'src')

/** What each room may import, besides itself. A room that is not here may import nothing. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  vocabulary: ['model'],
  '1-receive': ['model', 'vocabulary'],
  '2-analyse': ['model', 'vocabulary'],
  '3-extract': ['model', 'vocabulary'],
  '4-resolve': ['model', 'vocabulary'],
  '5-ledger': ['model', 'vocabulary'],
  '6-answer': ['model', 'vocabulary', '5-ledger'],
  client: [],
  'client.ts': ['client', 'model', '5-ledger', '6-answer'],
  export: ['model', '5-ledger', '6-answer'],
  'ledger.ts': ['4-resolve', '5-ledger'],
  'read.ts': ['model', 'vocabulary', '1-receive', '2-analyse', '3-extract', 'version.ts'],
  'version.ts': [],
  shells: ['model', 'export', 'read.ts', 'ledger.ts', '6-answer', 'version.ts'],
}
/** Files that import each other in a circle, types included. The list may only get shorter. */
const IN_CIRCLES: readonly string[] = [
  '5-ledger/index.ts',
  '5-ledger/judge/actors.ts',
  '5-ledger/judge/clusters.ts',
  '5-ledger/judge/fields.ts',
  '5-ledger/judge/parts.ts',
  '5-ledger/judge/places.ts',
  '5-ledger/judge/proposals.ts',
  '5-ledger/judge/publishers.ts',
  '5-ledger/judge/records.ts',
  '5-ledger/judge/rows.ts',
  '5-ledger/judge/shape.ts',
  '5-ledger/judge/undo.ts',
  '5-ledger/open.ts',
  '5-ledger/read/holds.ts',
  '5-ledger/upkeep/doctor.ts',
  '5-ledger/write/add-reading.ts',
  '5-ledger/write/identity.ts',
  'shells/http/app.ts',
  'shells/http/routes/index.ts',
]
const STEP = '2-analyse'
const LINES = 300

interface SourceFile {
  readonly name: string
  readonly text: string
  readonly imports: readonly string[]
}

const files: readonly SourceFile[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => {
    const text = readFileSync(path.join(src, name), 'utf8')
    const imports = [...text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].map((m) =>
      path.join(path.dirname(name), m[1]!),
    )
    return { name, text, imports }
  })

const roomOf = (name: string): string => name.split(path.sep)[0]!

describe('the rooms', () => {
  it('are all named here', () => {
    expect([...new Set(files.map((f) => roomOf(f.name)))].sort()).toEqual(Object.keys(MAY_IMPORT).sort())
  })

  it.each(files.map((f) => [f.name, f] as const))('%s imports only what its room may', (_name, file) => {
    const room = roomOf(file.name)
    const wrong = file.imports.filter((i) => roomOf(i) !== room && !MAY_IMPORT[room]!.includes(roomOf(i)))
    expect(wrong).toEqual([])
  })

  it('keep the steps of the analysis apart: each knows the others by types only', () => {
    const wrong = files
      .filter((f) => roomOf(f.name) === STEP && f.name.split(path.sep).length > 2)
      .flatMap((f) => {
        const step = f.name.split(path.sep)[1]!
        const others = f.imports.filter(
          (i) =>
            roomOf(i) === STEP && i.split(path.sep).length > 2 && ![step, 'shared'].includes(i.split(path.sep)[1]!),
        )
        return others.map((i) => `${f.name} imports ${i}`)
      })
    expect(wrong).toEqual([])
  })

  it('have no import circles, types included, but those that are listed', () => {
    const edges = new Map(files.map(({ name, imports }) => [name, imports]))
    expect(circlesOf(edges).flat().sort()).toEqual(IN_CIRCLES)
  })

  it('find circles where there are some', () => {
    const edges = { a: ['b'], b: ['c', 'd'], c: ['a', 'e'], d: ['e'], e: ['f', 'unknown'], f: ['e'], g: ['a'] }
    expect(circlesOf(new Map(Object.entries(edges)))).toEqual([
      ['e', 'f'],
      ['a', 'b', 'c'],
    ])
  })

  it('stay small: no file over 300 lines', () => {
    expect(files.filter((f) => f.text.split('\n').length > LINES).map((f) => f.name)).toEqual([])
  })

  it('print and read the environment in the shells alone', () => {
    const wrong = files.filter(
      (f) => roomOf(f.name) !== 'shells' && /\bconsole\.|process\.(env|stdout|stderr|exit)/.test(f.text),
    )
    expect(wrong.map((f) => f.name)).toEqual([])
  })

  it('decide nothing by what differs between machines or runs', () => {
    const wrong = files.filter(
      (f) =>
        !/^(shells|export)/.test(f.name) &&
        /Math\.(random|exp|expm1|tanh|log\w*|pow|sin|cos)\b|Date\.now|new Date\(\)|localeCompare|toLocale|Intl\./.test(
          f.text,
        ),
    )
    expect(wrong.map((f) => f.name)).toEqual([])
  })
})

/** What the page takes of the program besides types: nothing that reads, keeps or answers. */
const PAGE_MAY_USE = /^(?:model\/|client\.ts$|export\/describe\.ts$|export\/html\/segments\.ts$)/
const web = path.join(src, '..', 'web', 'src')

describe('the page', () => {
  const pages = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  const textOf = (name: string): string => readFileSync(path.join(web, name), 'utf8')

  it('knows the program by its types, its client and its descriptions alone', () => {
    const wrong = pages.flatMap((name) =>
      [...textOf(name).matchAll(/^import (type )?[^'"]*from '(?:\.\.\/)+src\/([^']+)'/gm)]
        .filter(([, types, from]) => types === undefined && !PAGE_MAY_USE.test(from!))
        .map(([, , from]) => `${name} imports ${from}`),
    )
    expect(wrong).toEqual([])
  })

  it('stays small: no file over 300 lines', () => {
    expect(pages.filter((name) => textOf(name).split('\n').length > LINES)).toEqual([])
  })

  it('takes nothing from elsewhere, and puts no text into HTML', () => {
    const wrong = pages.filter((name) =>
      /https?:\/\/(?!www\.w3\.org|www\.wikidata\.org|www\.geonames\.org)\w|dangerouslySetInnerHTML|\.innerHTML\s*=/.test(
        textOf(name),
      ),
    )
    expect(wrong).toEqual([])
  })
})
