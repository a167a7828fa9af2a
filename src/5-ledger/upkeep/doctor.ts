import { sql } from 'kysely'
import type { Finding } from '../index.ts'
import type { Spans, Store } from '../schema.ts'
import { ask } from '../store/rows.ts'

/** What must hold for every row, as a question for the rows that break it. `l` is the ledger. */
const CHECKS: readonly { readonly code: string; readonly message: string; readonly rows: string }[] = [
  {
    code: 'interval-reversed',
    message: 'known until before it was known',
    rows: 'select record_id as row from records where ledger = $l and retracted_at <= recorded_at',
  },
  {
    code: 'time-reversed',
    message: 'ends before it begins',
    rows: 'select record_id as row from records where ledger = $l and valid_to < valid_from',
  },
  {
    code: 'open-twice',
    message: 'two rows of one record are open',
    rows: "select record_id as row from records where ledger = $l and retracted_at = 'infinity' group by record_id having count(*) > 1",
  },
  {
    code: 'rows-overlap',
    message: 'two rows of one record overlap in recorded time',
    rows: 'select a.record_id as row from records a join records b on b.ledger = a.ledger and b.record_id = a.record_id and b.recorded_at > a.recorded_at and b.recorded_at < a.retracted_at where a.ledger = $l',
  },
  {
    code: 'no-document',
    message: 'its document is gone',
    rows: 'select r.record_id as row from records r left join documents d on d.ledger = r.ledger and d.document_id = r.document_id where r.ledger = $l and d.document_id is null',
  },
  {
    code: 'no-anchor',
    message: 'no span in any version',
    rows: 'select r.record_id as row from records r where r.ledger = $l and not exists (select 1 from anchors a where a.ledger = r.ledger and a.record_id = r.record_id)',
  },
  {
    code: 'no-version',
    message: 'an anchor in a version that is not there',
    rows: 'select a.record_id as row from anchors a left join versions v on v.ledger = a.ledger and v.document_id = a.document_id and v.number = a.version where a.ledger = $l and v.number is null',
  },
  {
    code: 'no-actor',
    message: 'a part of an actor that is not there',
    rows: 'select p.record_id as row from record_actors p left join world_actors w on w.ledger = p.ledger and w.actor_id = p.actor_id where p.ledger = $l and w.actor_id is null',
  },
  {
    code: 'chain-broken',
    message: 'a chain of sources with a gap',
    rows: "select record_id as row from record_actors where ledger = $l and part = 'source' and retracted_at = 'infinity' group by record_id having max(position) + 1 <> count(*)",
  },
  {
    code: 'link-twice',
    message: 'an actor of a reading is taken for two',
    rows: "select reading_actor_id as row from actor_links where ledger = $l and retracted_at = 'infinity' group by reading_actor_id having count(*) <> 1",
  },
  {
    code: 'link-differs',
    message: 'a part names another actor than its link',
    rows: "select p.record_id as row from record_actors p join actor_links k on k.ledger = p.ledger and k.reading_actor_id = p.reading_actor_id and k.retracted_at = 'infinity' where p.ledger = $l and p.retracted_at = 'infinity' and p.actor_id <> k.actor_id",
  },
  {
    code: 'merged-twice',
    message: 'an actor is merged into two',
    rows: "select actor_id as row from actor_merges where ledger = $l and retracted_at = 'infinity' group by actor_id having count(*) > 1",
  },
  {
    code: 'cluster-twice',
    message: 'a record is in two clusters',
    rows: "select record_id as row from cluster_members where ledger = $l and retracted_at = 'infinity' group by record_id having count(*) > 1",
  },
  {
    code: 'versions-gap',
    message: 'a version is missing',
    rows: 'select document_id as row from versions where ledger = $l group by document_id having max(number) <> count(*)',
  },
  {
    code: 'not-committed',
    message: 'a document without the mark that it was written whole',
    rows: 'select d.document_id as row from documents d left join commits c on c.ledger = d.ledger and c.recorded_at = d.recorded_at where d.ledger = $l and c.ledger is null',
  },
]

const PAGE = 500

/** Checks in place every promise that can be checked: intervals, chains, orphans, and that every span gives its words. */
export const doctor = (store: Store): Promise<readonly Finding[]> =>
  ask(store, async (db) => {
    const findings: Finding[] = []
    for (const { code, message, rows } of CHECKS) {
      const parts = rows.split('$l')
      const query = sql.join(
        parts.flatMap((part, k) => (k === 0 ? [sql.raw(part)] : [sql`${store.ledger}`, sql.raw(part)])),
        sql.raw(''),
      )
      const found = await sql<{ row: string }>`${query} limit 100`.execute(db)
      findings.push(...found.rows.map(({ row }) => ({ code, message, row })))
    }
    for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
      const documents = await db
        .selectFrom('documents')
        .select('document_id')
        .where('ledger', '=', store.ledger)
        .where('document_id', '>', last)
        .orderBy('document_id')
        .limit(PAGE)
        .execute()
      for (const { document_id } of documents) findings.push(...(await checkSpans(store, document_id)))
      if (documents.length < PAGE) return findings
      last = documents.at(-1)!.document_id
    }
  })

async function checkSpans({ db, ledger }: Store, document: string): Promise<Finding[]> {
  const versions = await db
    .selectFrom('versions')
    .select(['number', 'text'])
    .where('ledger', '=', ledger)
    .where('document_id', '=', document)
    .execute()
  const text = new Map(versions.map((v) => [v.number, v.text]))
  const anchors = await db
    .selectFrom('anchors')
    .select(['record_id', 'version', 'spans'])
    .where('ledger', '=', ledger)
    .where('document_id', '=', document)
    .execute()
  return anchors
    .filter((a) => !holds(a.spans, text.get(a.version) ?? ''))
    .map((a) => ({
      code: 'span-differs',
      message: `a span does not give its words in version ${a.version}`,
      row: a.record_id,
    }))
}

const holds = (spans: Spans, text: string): boolean =>
  Object.values(spans).every((list) => list.every(([start, end, words]) => text.slice(start, end) === words))
