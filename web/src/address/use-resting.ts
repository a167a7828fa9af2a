import { useCallback, useEffect, useRef, useState } from 'react'
import { useAddress, useSetAddress } from './use-address.ts'

/** The address is written when a hand rests for this long: browsers refuse to write it at every step of a gesture. */
const REST_MS = 250

/** A value of the address that a gesture or a held key changes many times a second: shown at once, written at rest. */
export function useResting(
  name: string,
): readonly [value: string | undefined, set: (value: string | undefined) => void] {
  const held = useAddress()[name]
  const ofAddress = typeof held === 'string' ? held : held?.[0]
  const setAddress = useSetAddress()
  const [value, setValue] = useState(ofAddress)
  const written = useRef(ofAddress)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (ofAddress === written.current) return
    clearTimeout(timer.current)
    written.current = ofAddress
    setValue(ofAddress)
  }, [ofAddress])
  useEffect(() => () => clearTimeout(timer.current), [])
  const set = useCallback(
    (next: string | undefined) => {
      setValue(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        written.current = next
        setAddress({ [name]: next })
      }, REST_MS)
    },
    [name, setAddress],
  )
  return [value, set]
}
