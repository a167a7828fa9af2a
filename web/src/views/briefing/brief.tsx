import { Tooltip } from 'radix-ui'
import { Fragment } from 'react'
import type { Section as SectionName, Sentence } from '../../../../src/6-answer/index.ts'
import { useOne } from '../../address/use-address.ts'
import { useAsk } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { Button } from '../../parts/button.tsx'
import { SupportWords } from '../../parts/support.tsx'
import { Section } from '../../parts/view.tsx'
import { Citation, numbered } from './citations.tsx'

const FEW = 4
const MANY = 30

const SECTIONS: Readonly<Record<SectionName, string>> = {
  happened: 'What happened',
  agreed: 'What is agreed',
  hangs: 'What hangs on what',
  said: 'Who says what',
  counted: 'How many',
  offices: 'Who holds which office',
  disagreed: 'Where reports disagree',
}

/** A sentence, its quotations in the type of exact words. */
function Words({ text }: { readonly text: string }) {
  return text.split(/(“[^”]*”)/u).map((piece, k) =>
    piece.startsWith('“') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence stay in their order
      <span key={k} className="font-serif">
        {piece}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence stay in their order
      <Fragment key={k}>{piece}</Fragment>
    ),
  )
}

function Line({ of, numbers }: { readonly of: Sentence; readonly numbers: ReadonlyMap<string, number> }) {
  const cited = [...new Map(of.citations.map((citation) => [citation.record, citation])).values()]
  return (
    <li className="pb-3">
      <p className="max-w-[72ch] text-l [overflow-wrap:anywhere]">
        <Words text={of.text} />
        {cited.map((citation) => (
          <Citation key={citation.record} of={citation} number={numbers.get(citation.record)!} />
        ))}
        {of.support && of.support.reports > 1 && (
          <span className="ml-2 whitespace-nowrap">
            <SupportWords of={of.support} />
          </span>
        )}
      </p>
    </li>
  )
}

/** Most sentences of a section, as chosen. */
export function useLength() {
  const [length, setLength] = useOne<'long'>('brief')
  const long = length === 'long'
  return { long, sentences: long ? MANY : FEW, toggle: () => setLength(long ? undefined : 'long') }
}

/** Sentences made of records, section by section; each ends in the numbers of its sources. */
export function Brief() {
  const { long, sentences, toggle } = useLength()
  const asked = useAsk('brief', { sentences }, { limit: 500 })
  const numbers = numbered(asked.rows)
  const sections = [...new Set(asked.rows.map(({ section }) => section))]
  return (
    <Answered asked={asked} nothing="There is nothing to tell">
      <Tooltip.Provider delayDuration={150}>
        {sections.map((section) => (
          <Section key={section} title={SECTIONS[section]}>
            <ul>
              {asked.rows
                .filter((row) => row.section === section)
                .map((row) => (
                  <Line key={row.text} of={row} numbers={numbers} />
                ))}
            </ul>
          </Section>
        ))}
        <p className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button onClick={toggle}>{long ? 'A shorter brief' : 'A longer brief'}</Button>
          <span className="text-s text-soft">
            Every sentence is made from reports. Its numbers lead to their words; nothing else stands here.
          </span>
        </p>
      </Tooltip.Provider>
    </Answered>
  )
}
