import type { Reliability } from '../../../../src/5-ledger/index.ts'
import { useChange, useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'

const RELIABILITIES: Readonly<Record<Reliability, string>> = {
  A: 'A, completely reliable',
  B: 'B, usually reliable',
  C: 'C, fairly reliable',
  D: 'D, not usually reliable',
  E: 'E, unreliable',
  F: 'F, cannot be judged',
}

/** Who publishes it, and how reliable that is: a judgement of people, made by whoever may. */
export function PublisherLine({ name }: { readonly name: string }) {
  const { data } = useRead(['publishers'], () => client.publishers())
  const { data: me } = useRead(['me'], () => client.me())
  const rate = useChange((reliability: Reliability) => client.ratePublisher(name, { reliability }))
  const publisher = data?.rows.find((row) => row.name === name)
  const reliability = rate.isPending ? rate.variables : (publisher?.reliability ?? null)
  const words = reliability ? RELIABILITIES[reliability] : 'Reliability not judged'
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <strong>{name}</strong>
      {me?.role === 'admin' ? (
        <select
          aria-label={`Reliability of ${name}`}
          value={reliability ?? ''}
          onChange={(event) => rate.mutate(event.target.value as Reliability)}
          className="min-h-6 max-w-[220px] rounded-s border border-line-strong bg-raised px-1 text-s"
        >
          {reliability === null && <option value="">Reliability not judged</option>}
          {Object.entries(RELIABILITIES).map(([code, told]) => (
            <option key={code} value={code}>
              {told}
            </option>
          ))}
        </select>
      ) : (
        <span className="text-s text-soft">{words}</span>
      )}
      {publisher?.group && <span className="text-s text-soft">of {publisher.group}</span>}
      {rate.error && (
        <span role="alert" className="text-s text-stop">
          {rate.error.message}
        </span>
      )}
    </span>
  )
}
