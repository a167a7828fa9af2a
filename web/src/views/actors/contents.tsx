import { useEffect, useState } from 'react'
import { formatCount } from '../../parts/words.ts'

export interface Part {
  readonly id: string
  readonly title: string
  /** How much it holds; null where it is no list. */
  readonly count: number | null
}

/** A part counts as read from where it passes this line, in pixels from the top: below the bar of both times. */
const LINE = 180

const partAt = (ids: readonly string[]): string | undefined =>
  ids.findLast((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) < LINE)

/** The part of the page that is being read. */
function useReading(ids: readonly string[]): string | undefined {
  const [at, setAt] = useState<string>()
  const key = ids.join(' ')
  useEffect(() => {
    let waiting = 0
    const look = (): void => {
      waiting = 0
      setAt(partAt(key.split(' ')))
    }
    const onScroll = (): void => {
      waiting ||= requestAnimationFrame(look)
    }
    look()
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      window.removeEventListener('scroll', onScroll)
      cancelAnimationFrame(waiting)
    }
  }, [key])
  return at ?? ids[0]
}

/** The parts of the page: beside it where there is room, and there it follows. */
export function Contents({ of }: { readonly of: readonly Part[] }) {
  const reading = useReading(of.map(({ id }) => id))
  return (
    <nav aria-label="On this page" className="mb-6 xl:mb-0">
      <p className="label mb-1 xl:px-3">On this page</p>
      <ul className="flex flex-wrap gap-x-4 xl:block">
        {of.map(({ id, title, count }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === reading ? 'location' : undefined}
              className="flex min-h-6 items-center justify-between gap-2 border-line text-s text-soft underline decoration-line underline-offset-4 hover:text-ink xl:min-h-8 xl:border-l-2 xl:px-3 xl:no-underline xl:aria-[current]:border-ink xl:aria-[current]:font-semibold xl:aria-[current]:text-ink"
            >
              {title}
              {count !== null && <span>{formatCount(count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
