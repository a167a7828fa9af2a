import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import type { Questions } from '../../../src/client.ts'
import type { MarkdownQuestion } from '../../../src/export/answers/markdown.ts'
import { writeSearch } from '../address/search.ts'
import { useFilters } from '../address/use-address.ts'
import { fetchRaw } from '../api/client.ts'
import { buttonClass } from './button.tsx'
import { SaveIcon } from './icons.tsx'

const FORMATS = [
  { format: 'csv', label: 'Table (CSV)' },
  { format: 'json', label: 'Answer (JSON)' },
  { format: 'jsonl', label: 'Rows (JSON Lines)' },
  { format: 'md', label: 'Text (Markdown)' },
] as const

/** Questions whose answer has no words on a terminal, and none in Markdown: a picture, and a queue. */
const WITHOUT_TEXT: Readonly<Record<Exclude<keyof Questions, MarkdownQuestion>, true>> = { places: true, waiting: true }
const formatsOf = (question: string) =>
  FORMATS.filter(({ format }) => format !== 'md' || !Object.hasOwn(WITHOUT_TEXT, question))

/** Gives the browser a file to save. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export async function saveFile(path: string, name: string): Promise<void> {
  saveBlob(await (await fetchRaw(path)).blob(), name)
}

const ITEM =
  'cursor-pointer rounded-s px-3 py-1 text-s outline-none select-none data-[highlighted]:bg-sunken data-[highlighted]:text-ink'

/** All rows of the view's question, with its filters and both times, as a file; and the address of what is seen. */
export function ExportMenu<Name extends keyof Questions>({
  question,
  options = {},
}: {
  readonly question: Name
  readonly options?: Readonly<Record<string, unknown>>
}) {
  const filters = useFilters()
  const [told, setTold] = useState('')
  const save = (format: string): void => {
    setTold('')
    const path = `/api/export/${question}${writeSearch({ ...filters, ...options, format })}`
    saveFile(path, `${question}.${format}`).catch((error: Error) => setTold(error.message))
  }
  const copy = (): void => {
    // Pages that come over plain http have no clipboard.
    const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error('no clipboard'))
    copied.then(
      () => setTold('The address is copied'),
      () => setTold('The address could not be copied'),
    )
  }
  return (
    <>
      <span role="status" className="text-s text-soft empty:hidden">
        {told}
      </span>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className={buttonClass()}>
          <SaveIcon /> Export
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={4}
            className="z-50 min-w-48 rounded-m border border-line bg-raised p-1 text-ink shadow-over"
          >
            {formatsOf(question).map(({ format, label }) => (
              <DropdownMenu.Item key={format} className={ITEM} onSelect={() => save(format)}>
                {label}
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
            <DropdownMenu.Item className={ITEM} onSelect={copy}>
              Copy the address of this view
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </>
  )
}
