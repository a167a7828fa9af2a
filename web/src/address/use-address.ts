import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { Certainty } from '../../../src/model/index.ts'
import type { Search } from './search.ts'

/** The parameters of the present address, checked. */
export const useAddress = (): Search => useSearch({ strict: false }) as Search

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

type Values = Readonly<Record<string, string | readonly string[] | undefined>>

/** Changes some parameters and leaves the others. Nothing is put on the browser's history but by `push`. */
export function useSetAddress(): (values: Values, how?: { readonly push?: boolean }) => void {
  const navigate = useNavigate()
  return useCallback(
    (values, how) => {
      // A time that is left out is kept by the router: what is taken away is named as undefined.
      const cleared = Object.entries(values).map(([key, v]) => [key, v === '' || v?.length === 0 ? undefined : v])
      const search = (before: object): object => ({ ...before, ...Object.fromEntries(cleared) })
      void navigate({ to: '.', search: search as never, replace: !how?.push, resetScroll: false })
    },
    [navigate],
  )
}

/** One value of the address and how to change it; undefined takes it away. */
export function useOne<T extends string = string>(
  name: string,
): readonly [value: T | undefined, set: (value: T | undefined) => void] {
  const address = useAddress()
  const set = useSetAddress()
  const change = useCallback((value: T | undefined) => set({ [name]: value }), [name, set])
  return [listOf(address[name])[0] as T | undefined, change]
}

/** A list of values of the address. */
export function useMany<T extends string = string>(
  name: string,
): readonly [values: readonly T[], set: (values: readonly T[]) => void] {
  const address = useAddress()
  const set = useSetAddress()
  const held = address[name]
  const values = useMemo(() => listOf(held) as readonly T[], [held])
  const change = useCallback((next: readonly T[]) => set({ [name]: next }), [name, set])
  return [values, change]
}

export interface Times {
  readonly asOf?: string
  readonly known?: string
}

/** As of which day, as known when; absent: now. */
export function useTimes(): Times {
  const { asOf, known } = useAddress() as Times
  return useMemo(() => ({ ...(asOf ? { asOf } : {}), ...(known ? { known } : {}) }), [asOf, known])
}

export interface Filters extends Times {
  readonly about?: readonly string[]
  readonly since?: string
  readonly until?: string
  readonly certainty?: readonly Certainty[]
  readonly minScore?: string
  readonly sources?: readonly string[]
}

/** What every question is narrowed by, as the address has it. */
export function useFilters(): Filters {
  const { about, since, until, certainty, minScore, sources } = useAddress() as Filters
  const times = useTimes()
  return useMemo(
    () => ({
      ...times,
      ...(about ? { about } : {}),
      ...(since ? { since } : {}),
      ...(until ? { until } : {}),
      ...(certainty ? { certainty } : {}),
      ...(minScore ? { minScore } : {}),
      ...(sources ? { sources } : {}),
    }),
    [times, about, since, until, certainty, minScore, sources],
  )
}
