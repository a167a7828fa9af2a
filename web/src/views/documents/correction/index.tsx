import { useEffect, useRef, useState } from 'react'
import type { Correction, HeldRecord, KeptReading } from '../../../../../src/5-ledger/index.ts'
import { STATEMENT_MODES } from '../../../../../src/model/analysis.ts'
import { SCOPES, SUBTYPES } from '../../../../../src/model/records.ts'
import { PART_FIELDS, type Part } from '../../../../../src/model/world.ts'
import { Button } from '../../../parts/button.tsx'
import { Chips } from '../../../parts/choice.tsx'
import { useKept } from '../../../parts/passage.tsx'
import { spoken } from '../../../parts/words.ts'
import { roleWords } from '../../reading/roles.ts'
import { lineOf, shortWords } from '../../review/line.ts'
import { Day, FIELD, Field, Figure, Select, Tick, Words } from './inputs.tsx'
import { OWN_FIELDS, type OwnField } from './own-fields.ts'
import { changed, partsOf, type Values, valuesOf } from './values.ts'
import { Who } from './who.tsx'

const POLARITIES = { affirmed: 'It is so', denied: 'It is denied' } as const
const CERTAINTIES = {
  certain: 'Certain',
  probable: 'Probable',
  possible: 'Possible',
  unknown: 'Not committed to',
} as const
const REALIS = { actual: 'It happened or holds', future: 'It is planned', hypothetical: 'It is only supposed' } as const
const ENDS = { antecedent: 'First is needed', consequent: 'For this' } as const
const COVERED = SCOPES.map((value) => ({ value: value as string, label: spoken(value) }))
const QUOTING = Object.fromEntries(STATEMENT_MODES.map((mode) => [mode, spoken(mode)]))

type Set = (change: Partial<Values>) => void

function OwnInput({ of, values, set }: { readonly of: OwnField; readonly values: Values; readonly set: Set }) {
  const { field, label, is } = of
  const value = values.own[field]!
  const input = { label, onChange: (next: Values['own'][string]) => set({ own: { ...values.own, [field]: next } }) }
  switch (is) {
    case 'words':
      return <Words {...input} value={value as string} />
    case 'figure':
      return <Figure {...input} value={value as string} />
    case 'tick':
      return <Tick {...input} value={value as boolean} />
    case 'quoting':
      return <Select {...input} value={value as string} options={QUOTING} />
    case 'scopes':
      return (
        <div className="col-span-2">
          <span className="label block">{label}</span>
          <Chips {...input} options={COVERED} values={value as readonly string[]} />
        </div>
      )
  }
}

/** What a record is, whether and when it is so, and what else its kind tells. */
function What({ of, values, set }: { readonly of: HeldRecord; readonly values: Values; readonly set: Set }) {
  const types = Object.fromEntries([...new Set([of.subtype, ...SUBTYPES[of.kind]])].map((type) => [type, spoken(type)]))
  const subtype = { value: values.subtype, onChange: (next: string) => set({ subtype: next }) }
  return (
    <div className="grid grid-cols-2 gap-3">
      {of.kind === 'estimate' ? (
        <Words label="Measure" {...subtype} />
      ) : (
        <Select label="Type" {...subtype} options={types} />
      )}
      <Select
        label="Polarity"
        value={values.polarity}
        options={POLARITIES}
        onChange={(polarity) => set({ polarity })}
      />
      <Select
        label="Certainty"
        value={values.certainty}
        options={CERTAINTIES}
        onChange={(certainty) => set({ certainty })}
      />
      <Select label="Reality" value={values.realis} options={REALIS} onChange={(realis) => set({ realis })} />
      <Day label="First day" value={values.validFrom} onChange={(validFrom) => set({ validFrom })} />
      <Day label="Last day" value={values.validTo} onChange={(validTo) => set({ validTo })} />
      {OWN_FIELDS[of.kind].map((field) => (
        <OwnInput key={field.field} of={field} values={values} set={set} />
      ))}
    </div>
  )
}

/** By which records of the report the ends of a dependency are told. */
function Ends({
  of,
  kept,
  values,
  set,
}: {
  readonly of: HeldRecord
  readonly kept: KeptReading | undefined
  readonly values: Values
  readonly set: Set
}) {
  const told = (kept?.records ?? []).filter(({ id, kind }) => id !== of.id && kind !== 'dependency')
  const options = Object.fromEntries(told.map((one) => [one.id, `${lineOf(one)}: ${shortWords(one)}`]))
  return Object.entries(values.ends).map(([end, record]) => (
    <Select
      key={end}
      label={`${ENDS[end as keyof typeof ENDS]}: ${of.quotes[end]?.map(({ words }) => words).join(' … ') ?? ''}`}
      value={record}
      options={{
        '': 'Told by no record',
        ...(record === '' || record in options ? {} : { [record]: 'A record of another report' }),
        ...options,
      }}
      onChange={(next) => set({ ends: { ...values.ends, [end]: next } })}
    />
  ))
}

/** What a record should say instead. */
export function CorrectionForm({
  of,
  correct,
  close,
}: {
  readonly of: HeldRecord
  readonly correct: (correction: Correction, why: string) => void
  readonly close: () => void
}) {
  const [before] = useState(() => valuesOf(of))
  const [values, setValues] = useState(before)
  const [why, setWhy] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const kept = useKept(of.citation.document, of.evidence[0]?.version ?? of.citation.version)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, input')?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const set: Set = (change) => setValues((now) => ({ ...now, ...change }))
  const correction = changed(of, before, values)
  const nothing = Object.keys(correction).length === 0
  return (
    <form
      ref={form}
      aria-label="Correct the record"
      className="scroll-mt-20 space-y-3 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        correct(correction, why.trim())
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      <What of={of} values={values} set={set} />
      <div className="grid grid-cols-2 gap-3">
        {partsOf(of).map((part: Part) => (
          <Who
            key={part}
            label={roleWords(of.record, part)}
            takes={PART_FIELDS[of.kind][part]!.takes}
            report={kept?.actors ?? []}
            value={values.actors[part] ?? []}
            onChange={(next) => set({ actors: { ...values.actors, [part]: next } })}
          />
        ))}
      </div>
      <Ends of={of} kept={kept} values={values} set={set} />
      <Field label="Why">
        <input
          className={FIELD}
          value={why}
          maxLength={2000}
          placeholder="Kept with the correction"
          onChange={(event) => setWhy(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" disabled={nothing}>
          Correct
        </Button>
        <Button look="quiet" onClick={close}>
          Leave it as it is
        </Button>
        {nothing && <span className="text-s text-soft">Nothing is changed yet.</span>}
      </div>
    </form>
  )
}
