import { ToggleGroup } from 'radix-ui'
import { KIND_SEQUENCE, KIND_TITLES } from '../../../../src/export/describe.ts'
import type { ReadoutRecord, RecordKind } from '../../../../src/model/index.ts'
import { kindColour } from '../../parts/kind.tsx'

/** The kinds that the text holds, with how many of each: the legend of the marks, and what is shown. None pressed: all. */
export function KindChips({
  records,
  present,
  values,
  onChange,
}: {
  readonly records: readonly ReadoutRecord[]
  readonly present: readonly RecordKind[]
  readonly values: readonly RecordKind[]
  readonly onChange: (values: readonly RecordKind[]) => void
}) {
  if (present.length === 0) return null
  return (
    <ToggleGroup.Root
      type="multiple"
      aria-label="Kinds of record"
      value={[...values]}
      onValueChange={(next) => onChange(next as RecordKind[])}
      className="mb-4 flex flex-wrap gap-1"
    >
      {KIND_SEQUENCE.filter((kind) => present.includes(kind)).map((kind) => (
        <ToggleGroup.Item
          key={kind}
          value={kind}
          className="inline-flex min-h-6 items-center gap-2 rounded-full border border-line-strong px-3 text-s text-soft hover:bg-sunken hover:text-ink data-[state=on]:border-ink data-[state=on]:bg-ink data-[state=on]:text-paper"
        >
          <span aria-hidden="true" className={`size-2 rounded-[2px] bg-current ${kindColour(kind)}`} />
          {KIND_TITLES[kind]}
          <span>{records.filter((record) => record.kind === kind).length}</span>
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
