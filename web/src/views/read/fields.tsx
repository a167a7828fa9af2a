import { useId } from 'react'
import { useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import type { Draft } from './draft.ts'

export const FIELD = 'min-h-8 w-full rounded-s border border-line-strong bg-raised px-3 text-s placeholder:text-soft'

function Field({
  label,
  className = '',
  ...rest
}: React.ComponentProps<'input'> & { readonly label: string; readonly className?: string }) {
  return (
    <label className={`block min-w-0 ${className}`}>
      <span className="label mb-1 block">{label}</span>
      <input className={FIELD} {...rest} />
    </label>
  )
}

/** What is known of the report besides its text: a relative date needs the day, a source its publisher. */
export function Fields({ draft, change }: { readonly draft: Draft; readonly change: (draft: Draft) => void }) {
  const id = useId()
  const { data } = useRead(['publishers'], () => client.publishers())
  const set = (name: keyof Draft) => (event: React.ChangeEvent<HTMLInputElement>) =>
    change({ ...draft, [name]: event.target.value })
  return (
    <div className="grid grid-cols-2 gap-3 md:grid-cols-[176px_minmax(0,1fr)_minmax(0,2fr)]">
      <Field label="Published on" type="date" value={draft.publishedAt.slice(0, 10)} onChange={set('publishedAt')} />
      <Field
        label="Publisher"
        value={draft.publisher}
        onChange={set('publisher')}
        list={id}
        placeholder="Who publishes it"
        autoComplete="off"
      />
      <Field
        label="Title"
        className="col-span-2 md:col-span-1"
        value={draft.title}
        onChange={set('title')}
        placeholder="Its headline"
        autoComplete="off"
      />
      <datalist id={id}>
        {(data?.rows ?? []).map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  )
}
