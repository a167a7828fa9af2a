import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Correction, HeldRecord } from '../../../../src/5-ledger/index.ts'
import {
  DEPENDENCY_RELATIONS,
  EVENT_TYPES,
  PREDICATES,
  type RecordKind,
  STATUSES,
} from '../../../../src/model/records.ts'
import { Button } from '../../parts/button.tsx'
import { spoken } from '../../parts/words.ts'

const ACTS = ['say', 'announce', 'deny', 'admit', 'claim', 'promise', 'ask', 'warn', 'hint'] as const

/** The types of a kind; those of estimates are words of the report. */
const TYPES: Readonly<Record<RecordKind, readonly string[]>> = {
  statement: ACTS,
  event: EVENT_TYPES,
  relation: PREDICATES,
  agreement: STATUSES,
  dependency: DEPENDENCY_RELATIONS,
  estimate: [],
}

const POLARITIES = { affirmed: 'It is so', denied: 'It is denied' } as const
const CERTAINTIES = {
  certain: 'Certain',
  probable: 'Probable',
  possible: 'Possible',
  unknown: 'Not committed to',
} as const
const REALIS = { actual: 'It happened or holds', future: 'It is planned', hypothetical: 'It is only supposed' } as const
const FIELD = 'min-h-8 w-full rounded-s border border-line-strong bg-paper px-2 text-s'

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is the child
    <label className="block min-w-0">
      <span className="label block">{label}</span>
      {children}
    </label>
  )
}

function Select({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: Readonly<Record<string, string>>
  readonly onChange: (value: string) => void
}) {
  return (
    <Field label={label}>
      <select className={FIELD} value={value} onChange={(event) => onChange(event.target.value)}>
        {Object.entries(options).map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
}

const valuesOf = ({ subtype, record, validFrom, validTo }: HeldRecord) => ({
  subtype,
  polarity: record.polarity as string,
  certainty: record.certainty as string,
  realis: record.realis as string,
  validFrom: validFrom ?? '',
  validTo: validTo ?? '',
})

/** The fields that are not as they were; a day that is taken away is none. */
function changed(before: ReturnType<typeof valuesOf>, after: ReturnType<typeof valuesOf>): Correction {
  const differs = Object.entries(after).filter(([name, value]) => value !== before[name as keyof typeof before])
  return Object.fromEntries(
    differs.map(([name, value]) => [name, name.startsWith('valid') && value === '' ? null : value]),
  ) as Correction
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
  const [values, setValues] = useState(() => valuesOf(of))
  const [why, setWhy] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), [])
  const set = (name: keyof typeof values) => (value: string) => setValues((before) => ({ ...before, [name]: value }))
  const correction = changed(valuesOf(of), values)
  const types = Object.fromEntries([...new Set([of.subtype, ...TYPES[of.kind]])].map((type) => [type, spoken(type)]))
  const day = (name: 'validFrom' | 'validTo', label: string) => (
    <Field label={label}>
      <input type="date" className={FIELD} value={values[name]} onChange={(event) => set(name)(event.target.value)} />
    </Field>
  )
  return (
    <form
      ref={form}
      aria-label="Correct the record"
      className="space-y-3 border-t border-line pt-3"
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
      <div className="grid grid-cols-2 gap-3">
        {of.kind === 'estimate' ? (
          <Field label="Measure">
            <input className={FIELD} value={values.subtype} onChange={(event) => set('subtype')(event.target.value)} />
          </Field>
        ) : (
          <Select label="Type" value={values.subtype} options={types} onChange={set('subtype')} />
        )}
        <Select label="Polarity" value={values.polarity} options={POLARITIES} onChange={set('polarity')} />
        <Select label="Certainty" value={values.certainty} options={CERTAINTIES} onChange={set('certainty')} />
        <Select label="Reality" value={values.realis} options={REALIS} onChange={set('realis')} />
        {day('validFrom', 'First day')}
        {day('validTo', 'Last day')}
      </div>
      <Field label="Why">
        <input
          className={FIELD}
          value={why}
          maxLength={2000}
          placeholder="Kept with the correction"
          onChange={(event) => setWhy(event.target.value)}
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={Object.keys(correction).length === 0}>
          Correct
        </Button>
        <Button look="quiet" onClick={close}>
          Leave it as it is
        </Button>
      </div>
    </form>
  )
}
