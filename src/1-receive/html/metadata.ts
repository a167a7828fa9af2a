/** What a page says of itself, as far as it does. */
export interface PageMetadata {
  readonly title?: string
  readonly publisher?: string
  readonly url?: string
  /** As the page writes it. */
  readonly published?: string
}

/** The part of a DOM document that is needed here. */
export interface PageDocument {
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}
interface PageElement {
  readonly textContent: string | null
  getAttribute(name: string): string | null
}

const TITLE = ['meta[property="og:title"]', 'meta[name="twitter:title"]', 'meta[name="dc.title"]', 'h1', 'title']
const PUBLISHER = [
  'meta[property="og:site_name"]',
  'meta[name="dc.publisher"]',
  'meta[name="publisher"]',
  'meta[name="application-name"]',
  '[itemprop="publisher"] [itemprop="name"]',
]
const ADDRESS = ['link[rel="canonical"]', 'meta[property="og:url"]']
const PUBLISHED = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="datePublished"]',
  'meta[name="date"]',
  'meta[name="dc.date"]',
  'meta[name="DC.date.issued"]',
  'meta[name="dcterms.date"]',
  'meta[name="pubdate"]',
  'meta[name="publish-date"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="sailthru.date"]',
  '[itemprop="datePublished"]',
  'time[pubdate]',
  'article time[datetime]',
  'time[datetime]',
]

/** What an element of a page's head, or a time element, holds. */
function contentOf(element: PageElement): string {
  const named = ['content', 'datetime', 'href'].map((name) => element.getAttribute(name)).find((value) => value?.trim())
  return (named ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()
}

function first(page: PageDocument, selectors: readonly string[]): string | undefined {
  for (const selector of selectors) {
    const element = page.querySelector(selector)
    const value = element && contentOf(element)
    if (value) return value
  }
  return undefined
}

type Json = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const MOST_NODES = 200

/** The objects in a piece of JSON-LD, those in lists and graphs too. */
function objectsIn(json: unknown): Json[] {
  const found: Json[] = []
  const queue: unknown[] = [json]
  for (let i = 0; i < queue.length && found.length < MOST_NODES; i++) {
    const next = queue[i]
    if (Array.isArray(next)) queue.push(...next.slice(0, MOST_NODES))
    else if (isObject(next)) {
      found.push(next)
      queue.push(next['@graph'], next.mainEntity, next.mainEntityOfPage)
    }
  }
  return found
}

/** The page's JSON-LD. Broken JSON-LD says nothing. */
function linkedData(page: PageDocument): Json[] {
  return [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      return objectsIn(JSON.parse(script.textContent ?? ''))
    } catch {
      return []
    }
  })
}

function text(value: unknown): string | undefined {
  const plain = Array.isArray(value) ? value[0] : value
  const name = isObject(plain) ? plain.name : plain
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined
}

/** Title, publisher, address and date of a page: what is written for machines first, then what is written for people. */
export function readMetadata(page: PageDocument): PageMetadata {
  const data = linkedData(page)
  const from = (key: string): string | undefined =>
    data.map((node) => text(node[key])).find((value) => value !== undefined)
  const title = from('headline') ?? first(page, TITLE)
  const publisher = from('publisher') ?? first(page, PUBLISHER)
  const url = first(page, ADDRESS)
  const published = from('datePublished') ?? first(page, PUBLISHED) ?? from('dateCreated')
  return {
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(url ? { url } : {}),
    ...(published ? { published } : {}),
  }
}
