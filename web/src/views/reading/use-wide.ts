import { useSyncExternalStore } from 'react'

const wide = window.matchMedia('(min-width: 1080px)')
const subscribe = (listener: () => void): (() => void) => {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

/** Whether text and records stand beside each other. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches)
