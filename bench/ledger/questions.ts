import type { Ledger } from '../../src/ledger.ts'
import type { Draw } from './draws.ts'

export interface Asked {
  readonly name: string
  readonly ask: (ledger: Ledger, draw: Draw) => Promise<number>
  /** The same written by hand: the same records with the actors, words and report of each. */
  readonly sql: string
  readonly values: (draw: Draw) => readonly unknown[]
  readonly target?: { readonly PostgreSQL: number; readonly PGlite: number }
}

const WITH = `left join lateral (select json_agg(json_build_object('part', a.part, 'actor', a.actor_id, 'name', a.name)) as parts
    from record_actors a where a.ledger = r.ledger and a.record_id = r.record_id and a.retracted_at = 'infinity') a on true
  left join anchors n on n.ledger = r.ledger and n.record_id = r.record_id
  left join versions v on v.ledger = r.ledger and v.document_id = r.document_id and v.number = n.version
  left join cluster_members m on m.ledger = r.ledger and m.record_id = r.record_id and m.retracted_at = 'infinity'`
const COLUMNS = 'r.*, a.parts, n.spans, v.title, v.publisher, v.url, v.published_at, m.cluster_id'
const OPEN = "r.ledger = 'main' and r.retracted_at = 'infinity'"
const whole = (records: string, order = 'r.day, r.record_id'): string =>
  `select ${COLUMNS} from (${records}) r ${WITH} order by ${order}`

const ofActor =
  "exists (select from record_actors x where x.ledger = 'main' and x.record_id = r.record_id and x.actor_id = $1)"
const found = `select r.* from records r where ${OPEN} and to_tsvector('english', words) @@ websearch_to_tsquery('english', $1)
  order by day, record_id limit 50`
const dependencies = `select r.* from records r where ${OPEN} and kind = 'dependency' and day between $1 and $2
  order by day, record_id limit 200`

export const QUESTIONS: readonly Asked[] = [
  {
    name: 'as-of look-up',
    ask: async (ledger, { actor, day }) =>
      (await ledger.records({ actors: [actor], kinds: ['relation'], asOf: day, limit: 50 })).length,
    sql: whole(
      `select r.* from records r where ${OPEN} and kind = 'relation' and valid_from <= $2 and valid_to >= $2 and ${ofActor} order by day, record_id limit 50`,
    ),
    values: ({ actor, day }) => [actor, day],
    target: { PostgreSQL: 20, PGlite: 60 },
  },
  {
    name: 'actor page',
    ask: async (ledger, { actor }) => {
      await ledger.actors({ ids: [actor] })
      return (await ledger.records({ actors: [actor], descending: true, limit: 50 })).length
    },
    sql: whole(
      `select r.* from records r where ${OPEN} and ${ofActor} order by day desc, record_id desc limit 50`,
      'r.day desc, r.record_id desc',
    ),
    values: ({ actor }) => [actor],
    target: { PostgreSQL: 20, PGlite: 60 },
  },
  {
    name: 'timeline of a year',
    ask: async (ledger, { year: [since, until] }) =>
      (await ledger.records({ kinds: ['event'], since, until, limit: 1000 })).length,
    sql: whole(
      `select r.* from records r where ${OPEN} and kind = 'event' and day between $1 and $2 order by day, record_id limit 1000`,
    ),
    values: ({ year }) => year,
  },
  {
    name: 'dependency walk',
    ask: async (ledger, { month: [since, until] }) => {
      const edges = await ledger.records({ kinds: ['dependency'], since, until, limit: 200 })
      const ends = edges.flatMap(({ record: r }) =>
        r.kind === 'dependency' ? [r.antecedent.record, r.consequent.record].filter((id) => id !== undefined) : [],
      )
      return edges.length + (await ledger.records({ ids: ends, limit: 400 })).length
    },
    sql: whole(`with d as (${dependencies}) select * from d union all select r.* from records r where ${OPEN}
      and record_id in (select (payload -> 'antecedent' ->> 'record')::uuid from d)`),
    values: ({ month }) => month,
  },
  {
    name: 'full-text search',
    ask: async (ledger, { words }) => (await ledger.records({ text: words, limit: 50 })).length,
    sql: whole(found),
    values: ({ words }) => [words],
  },
  {
    name: 'disagreements of a month',
    ask: async (ledger, { month: [since, until] }) =>
      (await ledger.contradictions({ since, until, limit: 100 })).length,
    sql: whole(`with c as (select c.earlier_id, c.later_id from conflicts c join records l on l.ledger = c.ledger
        and l.record_id = c.later_id and l.retracted_at = 'infinity' where c.ledger = 'main' and c.kind <> 'supersedes'
        and l.day between $1 and $2 order by c.recorded_at, c.conflict_id limit 100)
      select r.* from records r where ${OPEN} and record_id in (select earlier_id from c union select later_id from c)`),
    values: ({ month }) => month,
  },
]
