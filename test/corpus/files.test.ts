import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { countTable } from '../../tools/corpus/counts.ts'
import { CORPUS, filesOf, layOut, partNames, partsList, reportsOf } from '../../tools/corpus/parts.ts'
import { formProblems } from '../../tools/corpus/problems.ts'

/** Every file without its text: what can be said of it wherever the project is checked out. */
describe.each(partNames())('the part %s', (part) => {
  const files = filesOf(part)

  it('has files of the right form, with offsets inside their texts and known keys and values', () => {
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap(({ file, value }) => formProblems(value).map((problem) => `${file}: ${problem}`))).toEqual([])
  })

  it('has one actor and one record a line, as the tool writes them, in files named for their ids', () => {
    const changed = reportsOf(part).filter((report, k) => {
      const { file } = files[k]!
      return (
        readFileSync(path.join(CORPUS, file), 'utf8') !== layOut(report) || path.basename(file) !== `${report.id}.json`
      )
    })
    expect(changed.map(({ id }) => id)).toEqual([])
  })
})

describe('the parts', () => {
  const { train, dev } = partsList()
  const hashes = (part: string): string[] => reportsOf(part).map(({ sha256 }) => sha256)

  it('have no report in common but the second readings', () => {
    const parts = partNames().filter((part) => part !== 'second')
    const all = parts.flatMap(hashes)
    expect(all.length).toBe(new Set(all).size)
    for (const hash of hashes('second')) expect(all).toContain(hash)
  })

  it('are all the reports that are there', () => {
    const there = readdirSync(path.join(CORPUS, 'reports')).map((name) => path.basename(name, '.json'))
    expect([...train, ...dev].sort()).toEqual(there.sort())
  })
})

describe('corpus/DATASHEET.md', () => {
  it('has the table that npm run corpus -- count prints', () => {
    const sheet = readFileSync(path.join(CORPUS, 'DATASHEET.md'), 'utf8')
    expect(sheet).toContain(countTable(partNames().map((part) => [part, reportsOf(part)] as const)))
  })
})
