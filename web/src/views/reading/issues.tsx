import type { Issue } from '../../../../src/model/index.ts'

/** What the reader could not settle, said plainly. */
export function Issues({ of }: { readonly of: readonly Issue[] }) {
  if (of.length === 0) return null
  return (
    <ul aria-label="Not settled" className="mb-4 space-y-1 border-l-2 border-wait pl-3 text-s">
      {of.map(({ code, message, span }) => (
        <li key={`${code} ${span?.start ?? ''}`}>{message[0]!.toUpperCase() + message.slice(1)}</li>
      ))}
    </ul>
  )
}
