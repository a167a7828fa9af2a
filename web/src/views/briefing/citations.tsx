import { Link } from '@tanstack/react-router'
import { Tooltip } from 'radix-ui'
import type { Cited, Sentence } from '../../../../src/6-answer/index.ts'
import { attribution, wordsOf } from '../../parts/quoted.tsx'

/** Numbers of citations over the whole brief: a record that is cited twice keeps its number. */
export function numbered(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const { record } of sentences.flatMap((sentence) => sentence.citations))
    if (!numbers.has(record)) numbers.set(record, numbers.size + 1)
  return numbers
}

/** A number that leads to the words, and shows them before one goes. */
export function Citation({ of, number }: { readonly of: Cited; readonly number: number }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <Link
          to="/documents/$id"
          params={{ id: of.document }}
          search={{ version: String(of.version), record: of.record }}
          aria-label={`Source ${number}: ${attribution(of)}`}
          className="ml-[2px] inline-flex min-h-6 min-w-6 items-center justify-center rounded-s px-1 align-baseline text-s text-accent no-underline hover:bg-accent-soft"
        >
          {number}
        </Link>
      </Tooltip.Trigger>
      <Tooltip.Portal container={document.getElementById('main')}>
        <Tooltip.Content
          side="top"
          sideOffset={2}
          collisionPadding={12}
          className="z-50 max-w-[400px] rounded-m border border-line bg-raised px-4 py-3 text-ink shadow-over"
        >
          <span className="words block">“{wordsOf(of.quotes)}”</span>
          <span className="mt-1 block text-s text-soft">{attribution(of)}</span>
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
