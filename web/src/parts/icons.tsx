import type { ReactNode } from 'react'

/** Icons stand beside words or on buttons that have a name: they are hidden from those who do not see them. */
function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      {children}
    </svg>
  )
}

const drawn = (paths: string) =>
  function Drawn() {
    return (
      <Icon>
        <path d={paths} />
      </Icon>
    )
  }

export const SearchIcon = drawn('M7 12.2A5.2 5.2 0 1 0 7 1.8a5.2 5.2 0 0 0 0 10.4ZM10.8 10.8 14 14')
export const MenuIcon = drawn('M2 4h12M2 8h12M2 12h12')
export const CloseIcon = drawn('M3.5 3.5l9 9M12.5 3.5l-9 9')
export const CheckIcon = drawn('M3 8.5l3.2 3.2L13 4.8')
export const UndoIcon = drawn('M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H7')
export const BackIcon = drawn('M9.5 3.5 5 8l4.5 4.5')
export const NextIcon = drawn('M6.5 3.5 11 8l-4.5 4.5')
export const DownIcon = drawn('M3.5 6 8 10.5 12.5 6')
export const SaveIcon = drawn('M8 2v8.5M4.5 7 8 10.5 11.5 7M2.5 13.5h11')
export const LinkIcon = drawn('M6.5 9.5l3-3M7 4.5l1-1a2.8 2.8 0 0 1 4 4l-1 1M9 11.5l-1 1a2.8 2.8 0 0 1-4-4l1-1')
export const SunIcon = drawn(
  'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1',
)
export const ClockIcon = drawn('M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.5V8l2.3 1.6')
export const PlusIcon = drawn('M8 3v10M3 8h10')
export const PlayIcon = drawn('M5 3l8 5-8 5Z')
export const PauseIcon = drawn('M5.5 3v10M10.5 3v10')
export const MinusIcon = drawn('M3 8h10')
export const OutIcon = drawn('M6.5 3.5h-3v9h9v-3M9.5 2.5h4v4M13 3 7.5 8.5')
