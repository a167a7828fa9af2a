import type { ReactNode } from 'react'

export const FIELD = 'min-h-8 w-full rounded-s border border-line-strong bg-paper px-2 text-s'

export function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is the child
    <label className="block min-w-0">
      <span className="label block">{label}</span>
      {children}
    </label>
  )
}

interface Input<T> {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
}

export function Words({ label, value, onChange }: Input<string>) {
  return (
    <Field label={label}>
      <input className={FIELD} value={value} maxLength={500} onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}

export function Figure({ label, value, onChange }: Input<string>) {
  return (
    <Field label={label}>
      <input
        type="number"
        step="any"
        className={FIELD}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

export function Day({ label, value, onChange }: Input<string>) {
  return (
    <Field label={label}>
      <input type="date" className={FIELD} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}

export function Tick({ label, value, onChange }: Input<boolean>) {
  return (
    <label className="flex min-h-8 items-center gap-2 self-end text-s">
      <input
        type="checkbox"
        className="size-4 accent-(--accent)"
        checked={value}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  )
}

export function Select({
  label,
  value,
  options,
  onChange,
}: Input<string> & { readonly options: Readonly<Record<string, string>> }) {
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
