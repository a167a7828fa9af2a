import { RECORD_KINDS, type RecordKind } from '../../../../src/model/records.ts'
import { useMany, useSetAddress } from '../../address/use-address.ts'
import { useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { Chips } from '../../parts/choice.tsx'
import { KINDS } from '../../parts/words.ts'

export type Waiting = RecordKind | 'proposal'

const OPTIONS: readonly { readonly value: Waiting; readonly label: string }[] = [
  { value: 'proposal', label: 'Proposals' },
  ...RECORD_KINDS.map((kind) => ({ value: kind, label: `${KINDS[kind]}s`.replace(/ys$/, 'ies') })),
]

export const useNarrowing = () => {
  const [kinds] = useMany<Waiting>('kinds')
  const [publishers] = useMany('from')
  const set = useSetAddress()
  const fitting = kinds.filter((kind) => OPTIONS.some(({ value }) => value === kind))
  // Another queue is begun at its beginning.
  return {
    kinds: fitting,
    setKinds: (next: readonly Waiting[]) => set({ kinds: next, item: undefined }),
    publishers,
    setPublishers: (next: readonly string[]) => set({ from: next, item: undefined }),
  }
}

/** Which of what waits is gone through. */
export function Narrow({ kinds, setKinds, publishers, setPublishers }: ReturnType<typeof useNarrowing>) {
  const { data } = useRead(['publishers'], () => client.publishers())
  const names = (data?.rows ?? []).map(({ name }) => ({ value: name, label: name }))
  return (
    <section aria-label="Filters" className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-2">
      <Chips label="Kinds" options={OPTIONS} values={kinds} onChange={setKinds} />
      {names.length > 12 ? (
        <select
          aria-label="Publisher"
          value={publishers[0] ?? ''}
          onChange={(event) => setPublishers(event.target.value ? [event.target.value] : [])}
          className="min-h-8 rounded-s border border-line-strong bg-raised px-3 text-s"
        >
          <option value="">All publishers</option>
          {names.map(({ value }) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      ) : (
        <Chips label="Publishers" options={names} values={publishers} onChange={setPublishers} />
      )}
    </section>
  )
}
