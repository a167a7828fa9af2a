import { expect, it } from 'vitest'
import { waiting } from '../../src/6-answer/index.ts'
import { type ActorSketch, makeReading } from './make.ts'
import { onBothStores } from './stores.ts'

const WHO = { by: 'editor', why: 'one man' }
let n = 0

/** A report in which each actor says something of its own. */
const report = (...actors: ActorSketch[]) => {
  const keyed = Object.fromEntries(actors.map((a, k) => [`a${k}`, a]))
  const text = `${actors.map(([name], k) => `${name} spoke of matter ${k}-${n}.`).join(' ')}`
  n++
  return makeReading({
    text,
    url: `https://orsk.example/${n}`,
    publishedAt: '2031-02-07',
    actors: keyed,
    records: actors.map(([name], k) => ({ kind: 'statement' as const, words: `${name} spoke`, speaker: `a${k}` })),
  })
}

onBothStores('actors', ({ ledger, clock }) => {
  it('L8: one actor by identifier, name and acronym, each with its reason', async () => {
    const l = await ledger()
    await l.addReading(
      report(
        ['Arendia', 'state', [], { iso3: 'ARD' }],
        ['Free Valley Front', 'armed-group'],
        ['Emil Korda', 'person', ['Korda']],
        ['protesters', 'population'],
      ),
    )
    await l.addReading(
      report(
        ['The Republic of Arendia', 'state', [], { iso3: 'ARD' }],
        ['FVF', 'armed-group'],
        ['Governor Emil Korda', 'person'],
        ['protesters', 'population'],
      ),
    )
    await l.addReading(report(['Korda', 'person'], ['Anton Korda', 'person']))
    const reasons = async (name: string) =>
      (await l.links((await l.actors({ name }))[0]!.id)).map((k) => [k.as.name, k.reason.code])
    expect(await reasons('ARD')).toEqual([
      ['Arendia', 'new'],
      ['The Republic of Arendia', 'iso3'],
    ])
    expect(await reasons('FVF')).toEqual([
      ['Free Valley Front', 'new'],
      ['FVF', 'acronym'],
    ])
    expect(await reasons('Emil Korda')).toEqual([
      ['Emil Korda', 'new'],
      ['Governor Emil Korda', 'name'],
      ['Korda', 'short-name'],
    ])
    expect(await reasons('Anton Korda')).toEqual([['Anton Korda', 'new']])
    expect((await l.actors({ types: ['population'] })).length).toBe(2)
    expect(await l.doctor()).toEqual([])
  })

  it('L8: the letters of a name find it from either side, and not another of the same letters', async () => {
    const l = await ledger()
    await l.addReading(report(['HRC', 'organization'], ['Free Valley Front', 'armed-group']))
    await l.addReading(report(['Harbour Relief Council', 'organization'], ['Far Vale Front', 'armed-group']))
    const links = async (name: string) =>
      (await l.links((await l.actors({ name }))[0]!.id)).map((k) => [k.as.name, k.reason.code])
    expect(await links('HRC')).toEqual([
      ['HRC', 'new'],
      ['Harbour Relief Council', 'acronym'],
    ])
    expect(await links('Far Vale Front')).toEqual([['Far Vale Front', 'new']])
  })

  it('L23: names are those that actors have, of one name, of several and merged, as known at a time', async () => {
    const l = await ledger()
    await l.addReading(report(['FVF', 'armed-group'], ['Arendia', 'state'], ['Lena Vasko', 'person']))
    await l.addReading(report(['Free Valley Front', 'armed-group'], ['Arendia', 'state'], ['Borland', 'state']))
    await l.addReading(report(['Free Valley Front', 'armed-group'], ['Arendia', 'state']))
    const before = (await l.newest())!
    const held = await l.actors()
    const id = (name: string): string => held.find((a) => a.name === name)!.id
    await l.merge(id('Arendia'), id('Borland'), WHO)
    for (const known of [undefined, before]) {
      const all = await l.actors(known === undefined ? {} : { known })
      const names = await l.names(
        held.map((a) => a.id),
        known,
      )
      const sorted = (list: readonly { readonly id: string; readonly name: string }[]): string[] =>
        list.map((a) => `${a.id} ${a.name}`).sort()
      expect(sorted(names)).toEqual(sorted(all))
      expect(names.length).toBe(known === undefined ? 3 : 4)
    }
    expect(held.find((a) => a.name === 'Free Valley Front')).toMatchObject({ documents: 3 })
    expect(await l.names([])).toEqual([])
    // In the order asked for, whether a name had to be counted or not.
    const asked = [id('Free Valley Front'), id('Lena Vasko'), id('Arendia')]
    for (const known of [undefined, before]) expect((await l.names(asked, known)).map((one) => one.id)).toEqual(asked)
  })

  it('L6: a name, and an actor, that a later report tells of was not known before', async () => {
    const l = await ledger()
    await l.addReading(report(['Free Valley Front', 'armed-group']))
    const [known, asked] = ['2031-02-09', { name: 'Valley Hawks' }]
    clock.set('2031-02-10T10:00:00Z')
    await l.addReading(report(['Free Valley Front', 'armed-group', ['Valley Hawks']], ['Emil Korda', 'person']))
    expect(await l.actors(asked)).toHaveLength(1)
    for (const query of [asked, { prefix: 'valley h' }, { words: 'hawks' }])
      expect(await l.actors({ ...query, known })).toEqual([])
    const [korda] = await l.actors({ name: 'Emil Korda' })
    expect(await l.actors({ ids: [korda!.id], known })).toEqual([])
  })

  it('L9: merge, split and undo lose no row, and what was known stays known', async () => {
    const l = await ledger()
    await l.addReading(report(['Lena Vasko', 'person']))
    await l.addReading(report(['Helena Vasko', 'person']))
    const [a, b] = [(await l.actors({ name: 'Lena Vasko' }))[0]!, (await l.actors({ name: 'Helena Vasko' }))[0]!]
    const merged = await l.merge(a.id, b.id, WHO)
    expect((await l.records({ actors: [b.id] })).map((r) => r.parts[0]!.actor)).toEqual([a.id, a.id])
    expect(await l.actors({ name: 'helena vasko' })).toMatchObject([{ id: a.id, merged: [b.id], documents: 2 }])
    const justBefore = new Date(Date.parse(merged.recordedAt) - 1).toISOString()
    expect((await l.records({ actors: [b.id], known: justBefore })).length).toBe(1)
    await expect(l.merge(b.id, a.id, WHO)).rejects.toMatchObject({ code: 'judgement-invalid' })
    await l.undo(WHO)
    expect((await l.records({ actors: [b.id] })).map((r) => r.parts[0]!.actor)).toEqual([b.id])
    expect((await l.records({ actors: [b.id], known: merged.recordedAt })).length).toBe(2)
    await expect(l.undo(WHO)).rejects.toMatchObject({ code: 'judgement-invalid' })
    await l.merge(b.id, a.id, WHO)
    await l.split(b.id, [], WHO)
    expect((await l.records({ actors: [a.id] })).length).toBe(1)
    await l.undo(WHO)
    expect((await l.records({ actors: [a.id] })).length).toBe(2)
    expect(await l.doctor()).toEqual([])
  })

  it('L24: what is called alike but read as another kind of thing is proposed as one; people decide', async () => {
    const l = await ledger()
    await l.addReading(
      report(['Velmar', 'armed-group'], ['Emil Korda', 'person', ['Korda']], ['Paris', 'place', [], { geonames: '1' }]),
    )
    await l.addReading(report(['Velmar', 'person'], ['Korda', 'organization'], ['Paris', 'person']))
    await l.addReading(report(['Velmar', 'person']))
    const proposals = await l.proposals()
    const nameOf = async (id: string): Promise<string> => (await l.actors({ ids: [id] }))[0]!.type
    expect(proposals.map((p) => [p.kind, p.reason.code, p.reason.text, p.decided])).toEqual([
      ['same-actor', 'other-type', 'both are called "velmar"; one is read as armed-group, the other as person', null],
    ])
    const [{ id, first, second }] = proposals as [(typeof proposals)[0]]
    expect([await nameOf(first), await nameOf(second)]).toEqual(['armed-group', 'person'])
    await l.decide(id, 'accepted', WHO)
    expect(await l.actors({ name: 'Velmar' })).toMatchObject([{ id: first, type: 'armed-group', documents: 3 }])
    // What was judged to be one is taken for one from then on.
    await l.addReading(report(['Velmar', 'person']))
    expect((await l.actors({ name: 'Velmar' })).map((a) => a.documents)).toEqual([4])
    expect((await l.proposals()).length).toBe(1)
    await l.undo(WHO)
    expect((await l.actors({ name: 'Velmar' })).map((a) => a.type).sort()).toEqual(['armed-group', 'person'])
    expect((await l.proposals())[0]!.decided).toBe(null)
    expect(await l.doctor()).toEqual([])
  })

  it('L24: of two that wait, one that was merged is who it is now; two that are one wait no more', async () => {
    const l = await ledger()
    await l.addReading(report(['Velmar', 'armed-group'], ['Velmar Legion', 'armed-group']))
    await l.addReading(report(['Velmar', 'person']))
    const [group, person] = [...(await l.actors({ name: 'Velmar' }))].sort((a, b) => (a.id < b.id ? -1 : 1))
    const [legion] = await l.actors({ name: 'Velmar Legion' })
    const pairs = async () =>
      (await waiting(l, {}, { kinds: ['proposal'] })).rows.map((row) =>
        row.waits === 'proposal' ? row.actors.map((a) => a.id) : [],
      )
    expect(await pairs()).toEqual([[group!.id, person!.id]])
    await l.merge(legion!.id, group!.id, WHO)
    expect(await pairs()).toEqual([[legion!.id, person!.id]])
    await l.merge(legion!.id, person!.id, WHO)
    expect(await pairs()).toEqual([])
    await l.undo(WHO)
    await l.undo(WHO)
    expect(await pairs()).toEqual([[group!.id, person!.id]])
  })

  it('L24: of several who are called so, each is proposed', async () => {
    const l = await ledger()
    await l.addReading(report(['Emil Korda', 'person', ['Korda']], ['Anton Korda', 'person', ['Korda']]))
    await l.addReading(report(['Korda', 'person']))
    expect((await l.proposals()).map((p) => [p.kind, p.reason.text])).toEqual([
      ['same-actor', '"korda" alone; others are called so too'],
      ['same-actor', '"korda" alone; others are called so too'],
    ])
  })

  it('L9: links split off become an actor of their own, and come back by undo', async () => {
    const l = await ledger()
    await l.addReading(report(['John Marsh', 'person']))
    await l.addReading(report(['John Marsh', 'person']))
    const [marsh] = await l.actors({ name: 'John Marsh' })
    const links = await l.links(marsh!.id)
    expect(links.length).toBe(2)
    const split = await l.split(marsh!.id, [links[1]!.id], { by: 'editor', why: 'the other is a footballer' })
    expect((await l.actors({ name: 'John Marsh' })).map((a) => a.documents)).toEqual([1, 1])
    expect((await l.records({ actors: [split.targets[1]!] })).length).toBe(1)
    expect((await l.records({ actors: [marsh!.id] })).length).toBe(1)
    expect(await l.doctor()).toEqual([])
    await l.undo(WHO)
    expect((await l.records({ actors: [marsh!.id] })).length).toBe(2)
    expect((await l.judgements()).map((j) => [j.action, j.undoneBy !== null])).toEqual([
      ['split', true],
      ['undo', false],
    ])
    expect(await l.doctor()).toEqual([])
  })

  it('L26: are found by the beginnings of the words of one name, taken as they are written', async () => {
    const l = await ledger()
    await l.addReading(report(['Free Valley Front', 'armed-group'], ['Valley 100% Fund', 'organization']))
    const called = async (words: string) => (await l.actors({ words })).map((a) => a.name).sort()
    expect(await called('val')).toEqual(['Free Valley Front', 'Valley 100% Fund'])
    expect(await called('FRONT val')).toEqual(['Free Valley Front'])
    expect(await called('alley')).toEqual([])
    expect(await called('100%')).toEqual(['Valley 100% Fund'])
    expect(await called('_')).toEqual([])
    expect(await called(' ')).toEqual([])
  })
})
