import type { ReactNode } from 'react'
import { useRead } from '../../api/ask.ts'
import { client } from '../../api/client.ts'

const sentence = (text: string): string =>
  text === '' ? '' : `${text[0]!.toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`

function Examples({ title, of }: { readonly title: string; readonly of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <>
      <p className="mt-1 text-soft">{title}</p>
      <ul className="list-disc pl-4">
        {of.map((example) => (
          <li key={example}>{example}</li>
        ))}
      </ul>
    </>
  )
}

const quoted = (words: readonly string[]): ReactNode =>
  words.map((word, k) => (
    <span key={word}>
      {k > 0 && ', '}
      <span className="words !text-m !leading-5">“{word}”</span>
    </span>
  ))

/** The rule that a record was read by, its examples, and the words that decided. */
export function Why({ rule, cues }: { readonly rule: string; readonly cues: readonly string[] }) {
  const { data, error } = useRead(['rule', rule], () => client.rule(rule))
  return (
    <>
      <p className="min-h-5">
        {error ? `The rule ${rule} cannot be looked up: ${error.message}` : sentence(data?.reason ?? '')}
      </p>
      {cues.length > 0 && <p>Decided by {quoted(cues)}.</p>}
      <details>
        <summary className="min-h-6 cursor-pointer text-soft hover:text-ink">The rule and its examples</summary>
        <p>
          <code className="font-sans text-soft">{rule}</code>
        </p>
        {data && data.yes.length + data.no.length === 0 && <p className="text-soft">It has no examples of its own.</p>}
        <Examples title="It fits" of={data?.yes ?? []} />
        <Examples title="It leaves alone" of={data?.no ?? []} />
      </details>
    </>
  )
}
