import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCorrection, withIds } from './correction.ts'
import { entriesOf } from './feed.ts'
import { oneOf } from './options.ts'
import { countSources, sourcesOf } from './sources.ts'

describe('a correction', () => {
  it('sets common fields by their names and others by the record’s', () => {
    expect(readCorrection('type=signed certainty=probable to= name="1990" scope=military,legal', 'agreement')).toEqual({
      subtype: 'signed',
      certainty: 'probable',
      validTo: null,
      fields: { name: '1990', scope: ['military', 'legal'] },
    })
    expect(readCorrection('low=12 high= approximate=true', 'estimate')).toEqual({
      fields: { low: 12, high: null, approximate: true },
    })
    expect(readCorrection('antecedent=x consequent=', 'dependency')).toEqual({
      ends: { antecedent: 'x', consequent: null },
    })
  })

  it('names actors by the part or its field, new ones with their type', async () => {
    const read = readCorrection('actors="Reed Guard; New Reach:armed-group" recipient=Telk place=', 'event')
    expect(read.actors).toEqual({
      actor: ['Reed Guard', { name: 'New Reach', type: 'armed-group' }],
      recipient: ['Telk'],
      place: [],
    })
    expect((await withIds(read, async (name) => `id of ${name}`)).actors).toMatchObject({
      actor: ['id of Reed Guard', { name: 'New Reach' }],
      recipient: ['id of Telk'],
    })
  })

  it('says what a field may be', () => {
    expect(() => readCorrection('certainty=sure', 'event')).toThrow('certain, probable, possible, unknown')
    expect(() => readCorrection('probable', 'event')).toThrow('FIELD=VALUE')
  })
})

describe('a list of values', () => {
  it('is taken in small letters and capitals, and says what there is', () => {
    const types = oneOf(['ASSAULT', 'holdsOffice'])
    expect(types('assault, HOLDSOFFICE', ['ASSAULT'])).toEqual(['ASSAULT', 'ASSAULT', 'holdsOffice'])
    expect(() => types('dance')).toThrow('"dance" is none of: ASSAULT, holdsOffice.')
  })
})

describe('a feed', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  const addressesOf = async (given: Uint8Array) => (await entriesOf(given))?.map(({ address }) => address) ?? null

  it('gives the addresses of its articles', async () => {
    const rss =
      '<?xml version="1.0"?><rss version="2.0"><channel><link>https://wire.example/</link><item><title>A</title><link>https://wire.example/a</link></item><item><link>https://wire.example/b</link></item></channel></rss>'
    expect(await addressesOf(bytes(rss))).toEqual(['https://wire.example/a', 'https://wire.example/b'])
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="https://wire.example/x.atom"/><link href="https://wire.example/x"/></entry></feed>'
    expect(await addressesOf(bytes(atom))).toEqual(['https://wire.example/x'])
  })

  it('tells of an article what differs once it is changed', async () => {
    const at = (day: string) =>
      bytes(
        `<rss><channel><item><link>https://wire.example/a</link><pubDate>${day}</pubDate></item><item><link>https://wire.example/b</link></item></channel></rss>`,
      )
    const [one, other] = [await entriesOf(at('1 Feb 2031')), await entriesOf(at('2 Feb 2031'))]
    expect(one!.map(({ told }, k) => told === other![k]!.told)).toEqual([false, true])
  })

  it('is not what only speaks of one', async () => {
    expect(await addressesOf(bytes('<html><body>an rss feed</body></html>'))).toBeNull()
    expect(await addressesOf(bytes('The <rss> element opens a feed.'))).toBeNull()
  })

  it('gives no address that is not of the web', async () => {
    expect(
      await addressesOf(bytes('<rss><channel><item><link>file:///etc/passwd</link></item></channel></rss>')),
    ).toEqual([])
  })
})

describe('sources', () => {
  it('are the reports of a folder in the order of their names, hidden and other files left out', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'readout-sources-'))
    mkdirSync(path.join(folder, 'c'))
    for (const name of ['b.md', 'a.jsonl', '.x.md', 'photo.png', 'c/d.html']) writeFileSync(path.join(folder, name), '')
    const found: string[] = []
    for (const { name, kind } of await sourcesOf([folder, '-', 'https://wire.example/a.jsonl'], false))
      found.push(
        `${kind} ${path.relative(folder, name) && name.startsWith(folder) ? path.relative(folder, name) : name}`,
      )
    rmSync(folder, { recursive: true })
    expect(found).toEqual([
      'lines a.jsonl',
      'report b.md',
      'report c/d.html',
      'report -',
      'report https://wire.example/a.jsonl',
    ])
  })
  it('are counted where it can be told how many reports they hold', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'readout-count-'))
    writeFileSync(path.join(folder, 'a.jsonl'), '{}\n{}\n{}')
    writeFileSync(path.join(folder, 'b.jsonl'), '{}\n')
    writeFileSync(path.join(folder, 'c.md'), 'x')
    writeFileSync(path.join(folder, 'd.jsonl'), '')
    const count = async (...names: string[]) => countSources(await sourcesOf(names, false))
    expect(await count(folder)).toBe(5)
    expect(await count(folder, '-')).toBeNull()
    expect(await count('https://wire.example/feed')).toBeNull()
    rmSync(folder, { recursive: true })
  })
})
