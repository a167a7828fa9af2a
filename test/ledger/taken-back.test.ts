import { expect, it } from 'vitest'
import { waiting } from '../../src/6-answer/index.ts'
import type { Ledger } from '../../src/ledger.ts'
import { type ActorSketch, makeReading, type RecordSketch, type Report } from './make.ts'
import { onBothStores } from './stores.ts'

const WHO = { by: 'editor', why: 'misread' }
const ACTORS: Readonly<Record<string, ActorSketch>> = {
  a: ['Arendia', 'state'],
  g: ['Reed Guard', 'armed-group'],
  k: ['Emil Korda', 'person'],
  v: ['Lena Vasko', 'person'],
}
let serial = 0
const report = (records: readonly RecordSketch[], over: Partial<Report> = {}) => {
  const text = `${records.map(({ words }) => words).join('. ')}. Report ${serial++}.`
  return makeReading({
    ...{ text, url: `https://reed.example/${serial}`, publishedAt: '2031-02-06', actors: ACTORS, records },
    ...over,
  })
}
const RAID: RecordSketch = {
  ...{ kind: 'event', words: 'The Reed Guard raided Arendia', type: 'ASSAULT', when: '2031-02-05' },
  ...{ actors: ['g'], recipients: ['a'] },
}
const killed = (n: number): RecordSketch => ({
  ...{ kind: 'estimate', words: `${n} died in Arendia`, of: 'a', measure: 'killed', when: '2031-02-05' },
  ...{ low: n, high: n },
})
const leads = (subject: string): RecordSketch => ({
  ...{ kind: 'relation', words: `${ACTORS[subject]![0]} leads the Reed Guard`, predicate: 'leads' },
  ...{ subject, object: 'g' },
})

/** The records' ids in the order in which they were kept. */
const idsIn = async (l: Ledger): Promise<string[]> => (await l.records({ order: 'recorded' })).map((r) => r.id)
const homesIn = async (l: Ledger, ids: readonly string[]): Promise<(string | null)[]> => {
  const held = await l.records({ ids })
  return ids.map((id) => held.find((r) => r.id === id)!.cluster)
}

onBothStores('taken back', ({ ledger, clock, close }) => {
  it.each(['accepted', 'rejected'] as const)(
    'L13: a proposal that was %s stays so through corrections, and waits again by undo alone',
    async (decision) => {
      const l = await ledger()
      await l.addReading(report([leads('v')]))
      await l.addReading(report([leads('k')], { publishedAt: '2031-02-09' }))
      const [earlier, later] = await idsIn(l)
      const before = await l.proposals()
      await l.decide(before[0]!.id, decision, WHO)
      const decided = await l.proposals()
      await l.correct(earlier!, { certainty: 'possible' }, WHO)
      expect(await l.proposals()).toEqual(decided)
      await l.correct(later!, { polarity: 'denied' }, WHO)
      await l.undo(WHO)
      await l.undo(WHO)
      expect(await l.proposals()).toEqual(decided)
      await l.undo(WHO)
      expect(await l.proposals()).toEqual(before)
    },
  )

  it('L13: a proposal of which nothing is left by a correction does not wait again', async () => {
    const l = await ledger()
    await l.addReading(report([leads('v')]))
    await l.addReading(report([leads('k')], { publishedAt: '2031-02-09' }))
    const [, later] = await idsIn(l)
    const decided = await l.decide((await l.proposals())[0]!.id, 'rejected', WHO)
    await l.correct(later!, { polarity: 'denied' }, WHO)
    await l.undo(WHO, decided.id)
    expect(await l.proposals()).toEqual([])
  })

  it('L10, L25: what people told apart stays apart, whichever of the two is corrected', async () => {
    const l = await ledger()
    await l.addReading(report([RAID]))
    await l.addReading(report([RAID]))
    const [first, second] = await idsIn(l)
    const [cluster] = await homesIn(l, [first!])
    await l.splitCluster(cluster!, [second!], WHO)
    for (const id of [first!, second!]) {
      await l.correct(id, { certainty: 'possible' }, WHO)
      expect((await l.clusters({ ids: [first!] }))[0]?.members ?? []).not.toContainEqual(
        expect.objectContaining({ record: second }),
      )
    }
  })

  it('L25: a record goes back to a cluster that it was taken out of where that was taken back', async () => {
    const l = await ledger()
    for (let k = 0; k < 3; k++) await l.addReading(report([RAID]))
    const last = (await idsIn(l)).at(-1)!
    const [cluster] = await homesIn(l, [last])
    await l.splitCluster(cluster!, [last], WHO)
    await l.undo(WHO)
    await l.correct(last, { subtype: 'MOBILIZE' }, WHO)
    await l.correct(last, { subtype: 'ASSAULT' }, WHO)
    expect(await homesIn(l, [last])).toEqual([cluster])
  })

  it('L12, L25: a record that was rejected for a time conflicts and is clustered as if it had not been', async () => {
    const l = await ledger()
    await l.addReading(report([killed(30), RAID]))
    await l.addReading(report([killed(26), RAID]))
    const before = [await l.contradictions(), await l.clusters()]
    const [figure, raid] = await idsIn(l)
    const others = (await l.records()).filter((r) => r.id !== figure && r.id !== raid)
    await l.reject(figure!, WHO)
    await l.reject(raid!, WHO)
    for (const { id } of others) await l.correct(id, { certainty: 'possible' }, WHO)
    for (let k = 0; k < 4; k++) await l.undo(WHO)
    expect([await l.contradictions(), await l.clusters()]).toMatchObject(
      before.map((list) => list.map(({ id }) => ({ id }))),
    )
    expect((await l.clusters())[0]!.members).toHaveLength(2)
    expect(await l.doctor()).toEqual([])
  })

  it('L10, L12: a record that comes back is compared with what came meanwhile', async () => {
    const l = await ledger()
    await l.addReading(report([killed(30), RAID]))
    for (const { id } of await l.records()) await l.reject(id, WHO)
    await l.addReading(report([killed(26), RAID]))
    await l.undo(WHO)
    await l.undo(WHO)
    expect((await l.contradictions()).map((c) => c.reason.text)).toEqual(['30 against 26'])
    expect((await l.clusters()).map((c) => c.members.length)).toEqual([2])
    expect(await l.doctor()).toEqual([])
  })

  it('L25: whom a corrected record joined stands alone again', async () => {
    const l = await ledger()
    await l.addReading(report([killed(30)]))
    await l.addReading(report([killed(26)]))
    const [first, second] = await idsIn(l)
    await l.correct(second!, { fields: { low: 30, high: 30 } }, WHO)
    const [cluster] = await homesIn(l, [first!])
    expect(cluster).not.toBeNull()
    await l.splitCluster(cluster!, [first!], WHO)
    await l.undo(WHO)
    await l.undo(WHO)
    expect(await homesIn(l, [first!, second!])).toEqual([null, null])
  })

  it('L10: a report that joined what was taken out goes back with it', async () => {
    const l = await ledger()
    for (let k = 0; k < 4; k++) await l.addReading(report([RAID]))
    const [first, second] = await idsIn(l)
    const [cluster] = await homesIn(l, [first!])
    await l.splitCluster(cluster!, [first!, second!], WHO)
    await l.addReading(report([RAID]))
    expect((await l.clusters()).map((c) => c.members.length)).toEqual([2, 3])
    await l.undo(WHO)
    expect((await l.clusters()).map((c) => [c.id, c.members.length])).toEqual([[cluster, 5]])
  })

  it('L10, L25: what was corrected since to tell something else does not go back by the end of a split', async () => {
    const l = await ledger()
    for (let k = 0; k < 3; k++) await l.addReading(report([RAID]))
    const ids = await idsIn(l)
    const before = await homesIn(l, ids)
    const split = await l.splitCluster(before[0]!, [ids[2]!], WHO)
    const corrected = await l.correct(ids[2]!, { subtype: 'MOBILIZE' }, WHO)
    await expect(l.undo(WHO, split.id)).rejects.toMatchObject({
      code: 'judgement-invalid',
      message: expect.stringContaining(corrected.id),
    })
    await l.undo(WHO)
    await l.correct(ids[2]!, { certainty: 'possible' }, WHO)
    await l.undo(WHO, split.id)
    expect(await homesIn(l, ids)).toEqual(before)
  })

  it('L10, L25: nor does one that is again what it was before both', async () => {
    const l = await ledger()
    for (const type of ['ASSAULT', 'ASSAULT', 'MOBILIZE', 'MOBILIZE']) await l.addReading(report([{ ...RAID, type }]))
    const ids = await idsIn(l)
    const before = await homesIn(l, ids)
    const corrected = await l.correct(ids[3]!, { subtype: 'ASSAULT' }, WHO)
    expect((await homesIn(l, ids))[3]).toBe(before[0])
    const split = await l.splitCluster(before[0]!, [ids[3]!], WHO)
    await l.undo(WHO, corrected.id)
    await l.undo(WHO, split.id)
    expect(await homesIn(l, ids)).toEqual(before)
  })

  it('L9, L13: an accepted proposal is taken back though one of its reports says it no longer', async () => {
    const l = await ledger()
    const first = report([leads('v'), RAID])
    await l.addReading(first)
    await l.addReading(report([leads('v')]))
    await l.addReading(report([leads('k')], { publishedAt: '2031-02-09' }))
    await l.decide((await l.proposals())[0]!.id, 'accepted', WHO)
    const ends = async () => (await l.records({ kinds: ['relation'] })).map((r) => r.validTo)
    await l.addReading(report([RAID], { url: first.document.url! }))
    expect(await ends()).toEqual(['2031-02-09', null])
    await l.undo(WHO)
    expect(await ends()).toEqual([null, null])
    expect(await l.doctor()).toEqual([])
  })

  it('L2, L21: a record that comes back stands where the changed text has its words', async () => {
    const l = await ledger()
    const first = report([RAID, killed(30)])
    const { document } = await l.addReading(first)
    const [raid] = await l.records({ kinds: ['event'] })
    await l.reject(raid!.id, WHO)
    await l.addReading(report([killed(30), RAID], { url: first.document.url! }))
    await l.undo(WHO)
    const { document: read, records } = await l.reading(document)
    expect(records.map((r) => r.kind)).toEqual(['estimate', 'event'])
    for (const { citation, evidence } of records)
      for (const { start, end, words } of evidence)
        expect([citation.version, read.text.slice(start, end)]).toEqual([2, words])
    expect(await l.doctor()).toEqual([])
  })

  it('L9, L25: a correction between a merge and its end leaves no contradiction behind', async () => {
    const l = await ledger()
    await l.addReading(report([killed(30)]))
    await l.addReading(report([killed(26)], { actors: { a: ['Borland', 'state'] } }))
    const [arendia, borland] = [await l.actors({ name: 'Arendia' }), await l.actors({ name: 'Borland' })]
    await l.merge(arendia[0]!.id, borland[0]!.id, WHO)
    await l.correct((await idsIn(l))[0]!, { certainty: 'possible' }, WHO)
    expect(await l.contradictions()).toHaveLength(1)
    await l.undo(WHO)
    await l.undo(WHO)
    expect(await l.contradictions()).toEqual([])
  })

  it('L9, L25: nor do a rejection and a correction that were taken back between a merge and its end', async () => {
    const l = await ledger()
    await l.addReading(report([killed(30)]))
    await l.addReading(report([killed(26)], { actors: { a: ['Borland', 'state'] } }))
    const [first, second] = await idsIn(l)
    const [arendia, borland] = [await l.actors({ name: 'Arendia' }), await l.actors({ name: 'Borland' })]
    await l.merge(arendia[0]!.id, borland[0]!.id, WHO)
    await l.reject(first!, WHO)
    await l.correct(second!, { certainty: 'possible' }, WHO)
    for (let k = 0; k < 3; k++) await l.undo(WHO)
    expect(await l.contradictions()).toEqual([])
  })

  it('L9, L12: a correction between a split and its end takes no contradiction with it', async () => {
    const l = await ledger()
    await l.addReading(report([killed(30)]))
    await l.addReading(report([killed(26)]))
    const before = await l.contradictions()
    const [first] = await idsIn(l)
    const [arendia] = await l.actors({ name: 'Arendia' })
    await l.split(arendia!.id, [(await l.links(arendia!.id))[0]!.id], WHO)
    await l.correct(first!, { certainty: 'possible' }, WHO)
    expect(await l.contradictions()).toEqual([])
    await l.reject(first!, WHO)
    for (let k = 0; k < 3; k++) await l.undo(WHO)
    expect((await l.contradictions()).map((c) => c.reason)).toEqual(before.map((c) => c.reason))
  })

  it('L24, L25: whether one whom a correction named is another is asked no more once that is taken back', async () => {
    const l = await ledger()
    await l.addReading(report([RAID], { actors: { a: ACTORS.a!, g: ACTORS.g! } }))
    await l.addReading(report([], { actors: { v: ['Lena Vasko', 'person'] } }))
    const [raid] = await idsIn(l)
    await l.correct(raid!, { actors: { source: [{ name: 'Lena Vasko', type: 'media' }] } }, WHO)
    expect((await l.proposals()).map((p) => p.reason.code)).toEqual(['other-type'])
    await l.undo(WHO)
    expect(await l.proposals()).toEqual([])
  })

  it.each<[string, (l: Ledger, id: string) => Promise<unknown>]>([
    ['corrected', (l, id) => l.correct(id, { polarity: 'denied' }, WHO)],
    ['rejected', (l, id) => l.reject(id, WHO)],
    ['withdrawn', (l, id) => l.retract(id, WHO)],
  ])('L13: a proposal passes to another report of the same fact where one is %s', async (_how, judge) => {
    const l = await ledger()
    for (const subject of ['v', 'v']) await l.addReading(report([leads(subject)]))
    for (const subject of ['k', 'k']) await l.addReading(report([leads(subject)], { publishedAt: '2031-02-09' }))
    const [a, b, x, y] = await idsIn(l)
    const proposed = async () => (await l.proposals()).map(({ first, second }) => [first, second])
    const before = await proposed()
    expect(before).toEqual([[a, x]])
    await judge(l, a!)
    expect(await proposed()).toEqual([[b, x]])
    expect((await waiting(l, {}, { kinds: ['proposal'] })).rows).toHaveLength(1)
    await judge(l, x!)
    expect(await proposed()).toEqual([[b, y]])
    await judge(l, b!)
    expect(await proposed()).toEqual([])
    for (const back of [[[b, y]], [[b, x]], before]) {
      await l.undo(WHO)
      expect(await proposed()).toEqual(back)
    }
    await judge(l, a!)
    await l.decide((await l.proposals())[0]!.id, 'accepted', WHO)
    expect((await l.records({ ids: [b!] }))[0]!.validTo).toBe('2031-02-09')
    await l.undo(WHO)
    await l.undo(WHO)
    expect(await proposed()).toEqual(before)
    expect(await l.doctor()).toEqual([])
  })

  it('L13: a proposal passes on, and comes back, in whichever order the reports are judged and that is taken back', async () => {
    const l = await ledger()
    for (const subject of ['v', 'v']) await l.addReading(report([leads(subject)]))
    await l.addReading(report([leads('k')], { publishedAt: '2031-02-09' }))
    const [a, b, x] = await idsIn(l)
    const proposed = async () => (await l.proposals()).map(({ first, second }) => [first, second])
    const ways = [(id: string) => l.reject(id, WHO), (id: string) => l.correct(id, { polarity: 'denied' }, WHO)]
    for (const one of ways)
      for (const other of ways)
        for (const [first, second] of [
          [a, b],
          [b, a],
        ]) {
          const judged = [await one(first!), await other(second!)]
          expect(await proposed()).toEqual([])
          await l.undo(WHO, judged[0]!.id)
          expect(await proposed()).toEqual([[first, x]])
          await l.undo(WHO, judged[1]!.id)
          expect(await proposed()).toEqual([[a, x]])
        }
  })

  it('L2, L13: a proposal passes on where a changed text says no longer what it hangs on', async () => {
    const l = await ledger()
    const first = report([leads('v'), RAID])
    await l.addReading(first)
    await l.addReading(report([leads('v')]))
    await l.addReading(report([leads('k')], { publishedAt: '2031-02-09' }))
    await l.addReading(report([RAID], { url: first.document.url! }))
    const [b, x] = (await l.records({ kinds: ['relation'], order: 'recorded' })).map((r) => r.id)
    expect((await l.proposals()).map((p) => [p.first, p.second])).toEqual([[b, x]])
  })

  it('L2, L13: what a changed text said is proposed again where another report says it', async () => {
    const l = await ledger()
    await l.addReading(report([leads('v')]))
    const later = report([leads('k'), RAID], { publishedAt: '2031-02-09' })
    await l.addReading(later)
    await l.addReading(report([RAID], { url: later.document.url!, publishedAt: '2031-02-09' }))
    expect(await l.proposals()).toEqual([])
    await l.addReading(report([leads('k')], { publishedAt: '2031-02-09' }))
    const [a, x] = (await l.records({ kinds: ['relation'], order: 'recorded' })).map((r) => r.id)
    expect((await l.proposals()).map((p) => [p.first, p.second])).toEqual([[a, x]])
  })

  it('L13, L17: what a report proposes does not hang on the clock of who added it', async () => {
    clock.set('2031-03-01T12:00:00Z')
    const l = await ledger()
    await l.addReading(report([leads('v')]))
    await l.addReading(report([leads('v')]))
    await close()
    clock.set('2031-03-01T09:00:00Z')
    const behind = await ledger()
    await behind.addReading(report([leads('k')], { publishedAt: '2031-02-09' }))
    const [a, b, x] = await idsIn(behind)
    const proposed = async () => (await behind.proposals()).map((p) => [p.first, p.second])
    expect(await proposed()).toEqual([[a, x]])
    await behind.correct(a!, { certainty: 'possible' }, WHO)
    expect(await proposed()).toEqual([[a, x]])
    await behind.reject(a!, WHO)
    expect(await proposed()).toEqual([[b, x]])
    await behind.undo(WHO)
    await behind.undo(WHO)
    expect(await proposed()).toEqual([[a, x]])
    expect(await behind.contradictions()).toEqual([])
  })

  it('L12, L25: a conflict that one correction made and another ended is gone once both are taken back', async () => {
    const l = await ledger()
    for (let k = 0; k < 2; k++) await l.addReading(report([killed(30)]))
    const [first, second] = await idsIn(l)
    await l.correct(first!, { fields: { low: 26, high: 26 } }, WHO)
    expect(await l.contradictions()).toHaveLength(1)
    await l.correct(second!, { polarity: 'denied' }, WHO)
    expect(await l.contradictions()).toEqual([])
    await l.undo(WHO)
    expect(await l.contradictions()).toHaveLength(1)
    await l.undo(WHO)
    expect(await l.contradictions()).toEqual([])
  })
})
