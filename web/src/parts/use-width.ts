import { type RefObject, useLayoutEffect, useState } from 'react'

/** The width of an element in whole pixels, followed; 0 until it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!element.current) return
    const measure = (): void => setWidth(Math.floor(element.current?.getBoundingClientRect().width ?? 0))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
