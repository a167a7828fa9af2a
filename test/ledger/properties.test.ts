import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HeldRecord, Ledger } from '../../src/ledger.ts'
import { makeReading } from './make.ts'
import { onBothStores } from './stores.ts'

const WHO = { by: 'editor', why: 'property' }
const SENTENCES = 5
const DAYS = ['2031-01-10', '2031-01-20', '2031-01-30', '2031-02-10', null]
const RUNS = Number(process.env.READOUT_PROPERTY_RUNS ?? 6)

type Step =
  | { readonly do: 'add'; readonly document: number; readonly sentences: readonly number[] }
  | { readonly do: 'accept' | 'reject' | 'retract' | 'correct'; readonly pick: number }
  | { readonly do: 'merge'; readonly pick: number; readonly with: number }
  | { readonly do: 'undo' }

const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('add' as const),
        document: fc.nat(1),
        sentences: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom('accept' as const, 'reject' as const, 'retract' as const, 'correct' as const),
        pick: fc.nat(20),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('merge' as const),
        pick: fc.nat(SENTENCES - 1),
        with: fc.nat(SENTENCES - 1),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  ),
  { minLength: 4, maxLength: 16 },
)

const sentence = (document: number, k: number): string => `Minister${k} governs province ${k} of land ${document}`
const keyOf = (document: number, k: number): string => sentence(document, k)

const reading = (document: number, sentences: readonly number[]) =>
  makeReading({
    text: `${sentences.map((k) => sentence(document, k)).join('. ')}.`,
    url: `https://orsk.example/${document}`,
    publishedAt: '2031-02-01',
    actors: Object.fromEntries(sentences.map((k) => [`m${k}`, [`Minister${k}`, 'organization'] as const])),
    records: sentences.map((k) => ({
      kind: 'relation' as const,
      words: sentence(document, k),
      predicate: 'leads',
      subject: `m${k}`,
      ...(DAYS[k] ? { when: [DAYS[k], null] } : {}),
    })),
  })

interface Row {
  readonly instance: number
  readonly document: number
  readonly k: number
  readonly certainty: string
  readonly review: string
}

/** The ledger as plain maps: what it should answer now. Snapshots of it are what it should answer about then. */
class Model {
  open = new Map<string, Row>()
  shut = new Map<string, Row>()
  texts = new Map<number, string>()
  merges: [into: number, from: number][] = []
  judged: { action: string; key: string; instance: number; before: Row | null }[] = []
  instances = 0

  add(document: number, sentences: readonly number[]): void {
    const text = sentences.join()
    if (this.texts.get(document) === text) return
    this.texts.set(document, text)
    for (const [key, row] of this.open)
      if (row.document === document && !sentences.includes(row.k)) this.open.delete(key)
    for (const k of sentences) {
      const key = keyOf(document, k)
      if (this.open.has(key) || this.shut.has(key)) continue
      this.open.set(key, { instance: this.instances++, document, k, certainty: 'certain', review: 'proposed' })
    }
  }

  judge(action: 'accept' | 'reject' | 'retract' | 'correct', key: string): void {
    const before = this.open.get(key)!
    this.judged.push({ action, key, instance: before.instance, before })
    if (action === 'accept') this.open.set(key, { ...before, review: 'accepted' })
    else if (action === 'correct') this.open.set(key, { ...before, review: 'corrected', certainty: 'possible' })
    else {
      this.open.delete(key)
      this.shut.set(key, before)
    }
  }

  head(k: number): number {
    const merge = this.merges.find(([, from]) => from === k)
    return merge ? this.head(merge[0]) : k
  }

  /** False where the ledger should refuse. */
  undo(): boolean {
    const last = this.judged.at(-1)
    if (!last) return false
    if (last.action === 'merge') this.merges.pop()
    else {
      const before = last.before!
      const stands = this.open.get(last.key)?.instance === last.instance
      const closed = last.action === 'reject' || last.action === 'retract'
      const said = (this.texts.get(before.document) ?? '').split(',').includes(String(before.k))
      if (closed ? !said : !stands) return false
      this.shut.delete(last.key)
      this.open.set(last.key, before)
    }
    this.judged.pop()
    return true
  }

  answer(asOf?: string): string[] {
    const rows = [...this.open].filter(([, r]) => asOf === undefined || (DAYS[r.k] ?? '2031-02-01') <= asOf)
    return rows.map(([key, r]) => `${key} | ${r.certainty} | ${r.review} | ${this.actorOf(r.k)}`).sort()
  }

  /** An actor is told by the ministers that are it. */
  actorOf(k: number): string {
    return [...Array(SENTENCES).keys()]
      .filter((other) => this.head(other) === this.head(k) && this.met.has(other))
      .join('+')
  }
  met = new Set<number>()
}

const tell = (records: readonly HeldRecord[], ministers: ReadonlyMap<string, string>): string[] =>
  records
    .map((r) => `${r.evidence[0]!.words} | ${r.record.certainty} | ${r.review} | ${ministers.get(r.parts[0]!.actor)}`)
    .sort()

async function ministersOf(l: Ledger, known?: string): Promise<ReadonlyMap<string, string>> {
  const actors = await l.actors(known ? { known } : {})
  return new Map(
    actors.map((a) => [
      a.id,
      a.names
        .map((n) => n.name.slice(-1))
        .sort()
        .join('+'),
    ]),
  )
}

async function take(l: Ledger, model: Model, step: Step): Promise<void> {
  if (step.do === 'add') {
    await l.addReading(reading(step.document, step.sentences))
    model.add(step.document, step.sentences)
    for (const k of step.sentences) model.met.add(k)
  } else if (step.do === 'undo') {
    const done = model.undo()
    if (done) await l.undo(WHO)
    else await expect(l.undo(WHO)).rejects.toMatchObject({ code: 'judgement-invalid' })
  } else if (step.do === 'merge') {
    if (!model.met.has(step.pick) || !model.met.has(step.with) || model.head(step.pick) === model.head(step.with))
      return
    const id = async (k: number) => (await l.actors({ name: `Minister${k}` }))[0]!.id
    await l.merge(await id(step.pick), await id(step.with), WHO)
    model.merges.push([model.head(step.pick), model.head(step.with)])
    model.judged.push({ action: 'merge', key: '', instance: -1, before: null })
  } else {
    const keys = [...model.open.keys()].sort()
    const key = keys[step.pick % Math.max(1, keys.length)]
    if (key === undefined) return
    const id = (await l.records()).find((r) => r.evidence[0]!.words === key)!.id
    if (step.do === 'correct') await l.correct(id, { certainty: 'possible' }, WHO)
    else await l[step.do](id, WHO)
    model.judge(step.do, key)
  }
}

onBothStores('any history', ({ store, ledger, clock, place }) => {
  let guard: pg.Client | undefined
  if (store === 'PostgreSQL') {
    beforeAll(async () => {
      await ledger()
      guard = new pg.Client({ connectionString: (place() as { databaseUrl: string }).databaseUrl })
      await guard.connect()
      await guard.query(FORBID)
    })
    afterAll(() => guard?.end())
  }

  it('L6, L19: answers at every time equal a plain model; no row is changed but by its end', {
    timeout: 300_000,
  }, async () => {
    const base = await ledger()
    let run = 0
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        clock.set('2031-03-01T00:00:00Z')
        const l = await base.named(`run-${run++}`)
        const model = new Model()
        const snapshots: { known: string; all: string[]; asOf: string[] }[] = []
        for (const step of list) {
          await take(l, model, step)
          clock.now += 60_000
          snapshots.push({
            known: new Date(clock.now).toISOString(),
            all: model.answer(),
            asOf: model.answer('2031-01-25'),
          })
          clock.now += 60_000
        }
        for (const { known, all, asOf } of snapshots) {
          const ministers = await ministersOf(l, known)
          expect(tell(await l.records({ known }), ministers)).toEqual(all)
          expect(tell(await l.records({ known, asOf: '2031-01-25' }), ministers)).toEqual(asOf)
        }
        expect(tell(await l.records(), await ministersOf(l))).toEqual(model.answer())
        expect(await l.doctor()).toEqual([])
      }),
      { seed: 20310301, numRuns: RUNS },
    )
  })
})

/** Makes the server refuse any deletion, and any change of a row but the setting of its open end. */
const FORBID = `
create function forbid() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'a row of % was deleted', tg_table_name; end if;
  if (to_jsonb(new) - 'retracted_at' - 'retracted_why') <> (to_jsonb(old) - 'retracted_at' - 'retracted_why')
    or (to_jsonb(old) ->> 'retracted_at') <> 'infinity' then
    raise exception 'a row of % was overwritten', tg_table_name;
  end if;
  return new;
end $$;
do $$ declare t record; begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
    execute format('create trigger forbid before update or delete on %I for each row execute function forbid()', t.tablename);
  end loop;
end $$`
