import { KIND_TITLES } from '../../../../src/export/describe.ts'
import type { ReadoutRecord } from '../../../../src/model/index.ts'
import { Card, type Extras } from './card.tsx'
import { groupsOf, type Readable } from './readable.ts'

/** The records of a report by kind. */
export function RecordList({
  readable,
  shown,
  chosen,
  lit,
  extras,
  choose,
}: {
  readonly readable: Readable
  readonly shown: readonly ReadoutRecord[]
  readonly chosen: string | undefined
  readonly lit: ReadonlySet<string>
  readonly extras: Extras
  readonly choose: (id: string) => void
}) {
  return groupsOf(shown).map(({ kind, records }) => (
    <section key={kind} aria-label={KIND_TITLES[kind]} className="mb-6">
      <h2 className="label border-b border-line pb-1">{KIND_TITLES[kind]}</h2>
      <ul>
        {records.map((record) => (
          <li
            key={record.id}
            data-record={record.id}
            data-lit={(record.id !== chosen && lit.has(record.id)) || undefined}
            aria-current={record.id === chosen || undefined}
            className="moves scroll-my-4 border-b border-line px-3 py-3 last:border-b-0 data-lit:bg-hit aria-[current]:bg-raised aria-[current]:shadow-[inset_2px_0_0_var(--accent)]"
          >
            <Card
              of={record}
              readable={readable}
              chosen={record.id === chosen}
              extras={extras}
              choose={() => choose(record.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  ))
}
