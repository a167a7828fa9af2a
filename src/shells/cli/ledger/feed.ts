const LOOKS_LIKE_ONE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/

/** Addresses of the articles of an RSS or Atom feed, newest as the feed has them; null where the bytes are no feed. */
export async function articlesOf(bytes: Uint8Array): Promise<string[] | null> {
  const text = new TextDecoder().decode(bytes)
  if (!LOOKS_LIKE_ONE.test(text.slice(0, 2000))) return null
  const { DOMParser } = await import('linkedom')
  const document = new DOMParser().parseFromString(text, 'text/xml')
  const entries = [...document.querySelectorAll('item'), ...document.querySelectorAll('entry')]
  const links = entries.map((entry) => {
    const all = [...entry.querySelectorAll('link')]
    const link = all.find((l) => (l.getAttribute('rel') ?? 'alternate') === 'alternate')
    return (link?.getAttribute('href') ?? link?.textContent ?? '').trim()
  })
  return [...new Set(links.filter((link) => /^https?:\/\//i.test(link)))]
}
