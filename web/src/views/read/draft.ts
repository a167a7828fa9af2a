import { useCallback, useState } from 'react'
import type { Report } from '../../../../src/client.ts'

/** What stands in the fields; empty where nothing is entered. */
export interface Draft {
  readonly text: string
  readonly title: string
  readonly publisher: string
  readonly publishedAt: string
  readonly url: string
}

export const EMPTY: Draft = { text: '', title: '', publisher: '', publishedAt: '', url: '' }
const KEY = 'readout-draft'

function kept(): Draft {
  try {
    const held = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Draft>
    const strings = Object.entries(held).filter(([key, value]) => key in EMPTY && typeof value === 'string')
    return { ...EMPTY, ...Object.fromEntries(strings) }
  } catch {
    return EMPTY
  }
}

/** The report that is being worked on: it outlives going to another view and back, and loading the page again. */
export function useDraft(): readonly [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(kept)
  const change = useCallback((next: Draft) => {
    setDraft(next)
    try {
      sessionStorage.setItem(KEY, JSON.stringify(next))
    } catch {
      // A text that the browser cannot keep still stands in the field.
    }
  }, [])
  return [draft, change]
}

/** What is asked of the server for a draft; null while there is no text. */
export function reportOf({ text, title, publisher, publishedAt, url }: Draft): Report | null {
  if (text.trim() === '') return null
  const known = Object.entries({ title, publisher, publishedAt, url }).filter(([, value]) => value.trim() !== '')
  return { text, ...Object.fromEntries(known.map(([key, value]) => [key, value.trim()])) }
}
