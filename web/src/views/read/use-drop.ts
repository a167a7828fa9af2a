import { useEffect, useRef, useState } from 'react'

interface Dropped {
  readonly files: (files: readonly File[]) => void
  readonly text: (text: string) => void
}

/** Files or marked text may be let go anywhere on the page; true while something is held over it. */
export function useDrop(dropped: Dropped): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(dropped)
  latest.current = dropped
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      const types = event.dataTransfer?.types ?? []
      if (!types.includes('Files') && !types.includes('text/plain')) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      const text = event.dataTransfer?.getData('text/plain') ?? ''
      if (files.length > 0) latest.current.files(files)
      else if (text.trim() !== '') latest.current.text(text)
    }
    document.addEventListener('dragover', onOver)
    document.addEventListener('dragleave', onLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onOver)
      document.removeEventListener('dragleave', onLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [])
  return over
}
