const LOOKS_LIKE_ONE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/

/** An article as a feed tells of it. */
export interface Entry {
  readonly address: string
  /** The whole entry; it differs where the feed says that the article does. */
  readonly told: string
}

/** The articles of an RSS or Atom feed, newest as the feed has them; null where the bytes are no feed. */
export async function entriesOf(bytes: Uint8Array): Promise<Entry[] | null> {
  const text = new TextDecoder().decode(bytes)
  if (!LOOKS_LIKE_ONE.test(text.slice(0, 2000))) return null
  const { DOMParser } = await import('linkedom')
  const document = new DOMParser().parseFromString(text, 'text/xml')
  const entries = [...document.querySelectorAll('item'), ...document.querySelectorAll('entry')].map((entry) => {
    const all = [...entry.querySelectorAll('link')]
    const link = all.find((l) => (l.getAttribute('rel') ?? 'alternate') === 'alternate')
    return { address: (link?.getAttribute('href') ?? link?.textContent ?? '').trim(), told: entry.outerHTML }
  })
  // Of an article told twice, what is told first.
  const articles = new Map<string, Entry>()
  for (const entry of entries)
    if (/^https?:\/\//i.test(entry.address) && !articles.has(entry.address)) articles.set(entry.address, entry)
  return [...articles.values()]
}
