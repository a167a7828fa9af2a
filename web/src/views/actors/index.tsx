import { useNavigate } from '@tanstack/react-router'
import type { Known } from '../../../../src/6-answer/index.ts'
import type { ActorType } from '../../../../src/model/index.ts'
import { useMany, useOne } from '../../address/use-address.ts'
import { useResting } from '../../address/use-resting.ts'
import { useAsk } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { Chips } from '../../parts/choice.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { ActorLink } from '../../parts/links.tsx'
import { Rows } from '../../parts/rows.tsx'
import { View } from '../../parts/view.tsx'
import { formatCount, plural } from '../../parts/words.ts'
import { OutsideLinks } from './outside-links.tsx'
import { TYPES, typeWords } from './types.ts'

const COLUMNS = 'md:grid-cols-[minmax(0,2fr)_112px_minmax(0,3fr)_72px]'
function Actor({ of }: { readonly of: Known }) {
  return (
    <article className={`grid items-baseline gap-x-6 gap-y-1 ${COLUMNS}`}>
      <h2 className="min-w-0 font-semibold break-words">
        <ActorLink of={of} />
      </h2>
      <p className="text-s text-soft">{typeWords(of.type)}</p>
      <div className="min-w-0 text-s text-soft">
        {of.names.length > 0 && (
          <p className="break-words">
            <span className="md:sr-only">also </span>
            {of.names.join(', ')}
          </p>
        )}
        <OutsideLinks of={of.links} />
      </div>
      <p className="text-s md:text-right">
        <span className="md:hidden">{plural(of.documents, 'report')}</span>
        <span className="hidden md:inline">
          {formatCount(of.documents)}
          <span className="sr-only"> reports</span>
        </span>
      </p>
    </article>
  )
}

function Filters({
  types,
  setTypes,
}: {
  readonly types: readonly ActorType[]
  readonly setTypes: (types: readonly ActorType[]) => void
}) {
  const [start, setStart] = useResting('begins')
  return (
    <section aria-label="Filters" className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-3">
      <input
        type="search"
        aria-label="Name begins with"
        placeholder="Name begins with"
        value={start ?? ''}
        onChange={(event) => setStart(event.target.value || undefined)}
        className="min-h-8 w-full rounded-s border border-line-strong bg-raised px-3 text-s placeholder:text-soft md:w-56"
      />
      <Chips label="Types" options={TYPES} values={types} onChange={setTypes} />
    </section>
  )
}

/** Whom the ledger knows, those in most reports first. */
export function Actors() {
  const [types, setTypes] = useMany<ActorType>('types')
  const [start = ''] = useOne('begins')
  const begins = start.trim()
  const options = { ...(types.length > 0 ? { types } : {}), ...(begins ? { begins } : {}) }
  const asked = useAsk('actors', options)
  const navigate = useNavigate()
  return (
    <View
      title="Actors"
      lead="People, states, bodies and armed groups that reports name, those in most reports first."
      actions={<ExportMenu question="actors" options={options} />}
    >
      <Filters types={types} setTypes={setTypes} />
      <Answered
        asked={asked}
        nothing={start ? `Nobody’s name begins with “${start}”` : 'Nobody of the kind is told of'}
      >
        <p className="mb-1 text-s text-soft" role="status">
          {plural(asked.total, 'actor')}
        </p>
        <div aria-hidden="true" className={`label hidden gap-x-6 border-b border-line pb-2 md:grid ${COLUMNS}`}>
          <span>Name</span>
          <span>Type</span>
          <span>Other names</span>
          <span className="text-right">Reports</span>
        </div>
        <Rows
          name="Actors"
          rows={asked.rows}
          total={asked.total}
          more={asked.more}
          height={57}
          idOf={({ id }) => id}
          open={({ id }) => void navigate({ to: '/actors/$id', params: { id } })}
        >
          {(row) => <Actor of={row} />}
        </Rows>
      </Answered>
    </View>
  )
}
