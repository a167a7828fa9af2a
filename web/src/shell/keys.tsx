import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useRef, useState } from 'react'

export interface Key {
  /** `j`, `/`, `?`, `Escape`, `Shift+Enter`, or two strokes after each other: `g t`. */
  readonly keys: string
  readonly does: string
  readonly run: () => void
}

export interface Group {
  readonly name: string
  readonly keys: readonly Key[]
}

interface Registry {
  readonly groups: ReadonlyMap<symbol, Group>
  readonly register: (id: symbol, group: Group) => () => void
}

const Keys = createContext<Registry | null>(null)
const PAUSE_MS = 900

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|range|button)$/.test(target.type))

/** Arrows move a slider that has the focus, and nothing else. */
const isSliding = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof HTMLInputElement && target.type === 'range' && key.startsWith('Arrow')

const strokeOf = (event: KeyboardEvent): string =>
  event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key

/** A button or link that has the focus takes Enter for itself. */
const isPressing = ({ target, key }: KeyboardEvent): boolean =>
  (key === 'Enter' || key === ' ') && target instanceof Element && target.closest('a, button, summary') !== null

/** Keys that go on while they are held; of the others, one stroke is one deed. */
const HELD = new Set(['j', 'k', '+', '-', '[', ']', '{', '}', ',', '.'])

const SWITCH = 'keys'

function readSwitch(): boolean {
  try {
    return localStorage.getItem(SWITCH) !== 'off'
  } catch {
    return true
  }
}

let letters = readSwitch()
/** Whether keys of one letter do anything: who speaks to the page, or strikes keys unawares, turns them off. */
export const lettersWork = (): boolean => letters
export function turnLetters(on: boolean): void {
  letters = on
  try {
    if (on) localStorage.removeItem(SWITCH)
    else localStorage.setItem(SWITCH, 'off')
  } catch {
    // A browser that keeps nothing goes by it until it is closed.
  }
}

/** Finds the key that was struck, the group that came last first: a view's keys go before those of the whole page. */
function listen(groups: Registry['groups']): () => void {
  let first = ''
  let at = 0
  const onKey = (event: KeyboardEvent): void => {
    // AltGr, by which some keyboards have brackets, is told as Ctrl and Alt.
    const other = (event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph')
    if (event.defaultPrevented || other || event.metaKey || isPressing(event)) return
    if ((isTyping(event.target) && event.key !== 'Escape') || isSliding(event)) return
    if (event.repeat && !HELD.has(event.key) && !event.key.startsWith('Arrow')) return
    if (document.querySelector('dialog[open]')) return
    if (event.key.length === 1 && event.key !== '?' && !lettersWork()) return
    const stroke = strokeOf(event)
    const pair = event.timeStamp - at < PAUSE_MS ? `${first} ${stroke}` : null
    const all = [...groups.values()].reverse().flatMap((group) => group.keys)
    const key = all.find((k) => k.keys === pair) ?? all.find((k) => k.keys === stroke)
    first = stroke
    at = key ? 0 : event.timeStamp
    if (!key) return
    event.preventDefault()
    key.run()
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const [groups, setGroups] = useState<ReadonlyMap<symbol, Group>>(new Map())
  const registry = useMemo(
    (): Registry => ({
      groups,
      register: (id, group) => {
        setGroups((before) => new Map([...before].filter(([other]) => other !== id)).set(id, group))
        return () => setGroups((before) => new Map([...before].filter(([other]) => other !== id)))
      },
    }),
    [groups],
  )
  useLayoutEffect(() => listen(groups), [groups])
  return <Keys value={registry}>{children}</Keys>
}

/** Keys that work while the component is shown, from its first frame on; `?` lists them under the group's name. */
export function useKeys(name: string, keys: readonly Key[]): void {
  const registry = useContext(Keys)
  const register = registry?.register
  const latest = useRef(keys)
  latest.current = keys
  const [id] = useState(() => Symbol(name))
  const shape = keys.map((key) => `${key.keys}\t${key.does}`).join('\n')
  const registering = useRef(register)
  registering.current = register
  useLayoutEffect(() => {
    const named = shape === '' ? [] : shape.split('\n').map((line) => line.split('\t') as [string, string])
    const stable = named.map(([stroke, does], k) => ({ keys: stroke, does, run: () => latest.current[k]?.run() }))
    return registering.current?.(id, { name, keys: stable })
  }, [id, name, shape])
}

export const useKeyGroups = (): readonly Group[] => [...(useContext(Keys)?.groups.values() ?? [])]
