import { type RefObject, useEffect, useState } from 'react'

interface Joined {
  /** The records under the pointer. */
  readonly hovered: readonly string[]
}

const NONE: readonly string[] = []
const idsOf = (target: EventTarget | null, selector: string): readonly string[] => {
  const element = target instanceof Element ? target.closest<HTMLElement>(selector) : null
  return (element?.dataset.records ?? element?.dataset.record)?.split(' ') ?? NONE
}

const MARK = '[data-records]'
const EITHER = '[data-records], [data-record]'

/**
 * Joins the words of the text and the cards of the records inside `frame` under the pointer. A click on words chooses the
 * shortest record over them; another click the next one.
 */
export function useJoined(
  frame: RefObject<HTMLElement | null>,
  chosen: string | undefined,
  choose: (id: string) => void,
): Joined {
  const [hovered, setHovered] = useState<readonly string[]>(NONE)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const onOver = (event: Event): void =>
      setHovered((before) => {
        const now = idsOf(event.target, EITHER)
        return now.join() === before.join() ? before : now
      })
    const onLeave = (): void => setHovered(NONE)
    const onClick = (event: Event): void => {
      const ids = idsOf(event.target, MARK)
      // Who marks words with the pointer wants to copy them.
      if (ids.length === 0 || String(getSelection()) !== '') return
      choose(ids[(ids.indexOf(chosen ?? '') + 1) % ids.length]!)
    }
    element.addEventListener('mouseover', onOver)
    element.addEventListener('mouseleave', onLeave)
    element.addEventListener('click', onClick)
    return () => {
      element.removeEventListener('mouseover', onOver)
      element.removeEventListener('mouseleave', onLeave)
      element.removeEventListener('click', onClick)
    }
  }, [frame, chosen, choose])
  return { hovered }
}

/** Lights the words of records in the text: by an attribute, so that a long text is not drawn again at every move. */
export function useLit(text: RefObject<HTMLElement | null>, ids: ReadonlySet<string>, drawn: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks that are drawn anew have to be lit again
  useEffect(() => {
    const marks = [...ids].flatMap((id) => [
      ...(text.current?.querySelectorAll<HTMLElement>(`[data-records~="${CSS.escape(id)}"]`) ?? []),
    ])
    for (const mark of marks) mark.dataset.lit = ''
    return () => {
      for (const mark of marks) delete mark.dataset.lit
    }
  }, [text, ids, drawn])
}
