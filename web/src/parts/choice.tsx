import { ToggleGroup } from 'radix-ui'

export interface Option<T extends string> {
  readonly value: T
  readonly label: string
}

/** One of a few, all in sight. */
export function Choice<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string
  readonly options: readonly Option<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => next && onChange(next as T)}
      className="inline-flex rounded-s border border-line-strong bg-raised p-[2px]"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="min-h-6 rounded-[2px] px-3 text-s text-soft hover:text-ink data-[state=on]:bg-ink data-[state=on]:text-paper"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}

/** Any number of some: pressed is chosen; nothing chosen means all. */
export function Chips<T extends string>({
  label,
  options,
  values,
  onChange,
}: {
  readonly label: string
  readonly options: readonly Option<T>[]
  readonly values: readonly T[]
  readonly onChange: (values: readonly T[]) => void
}) {
  return (
    <ToggleGroup.Root
      type="multiple"
      aria-label={label}
      value={[...values]}
      onValueChange={(next) => onChange(next as T[])}
      className="flex flex-wrap gap-1"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="min-h-6 rounded-full border border-line-strong px-3 text-s text-soft hover:bg-sunken hover:text-ink data-[state=on]:border-ink data-[state=on]:bg-ink data-[state=on]:text-paper"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
