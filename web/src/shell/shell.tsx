import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTimes } from '../address/use-address.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ClockIcon, MenuIcon, SunIcon } from '../parts/icons.tsx'
import { useKeys } from './keys.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { Nav } from './nav.tsx'
import { PLACES } from './places.ts'
import { SearchBox } from './search-box.tsx'
import { chooseTheme, type Theme, useTheme } from './theme.ts'
import { TimesBar, timesInWords } from './times-bar.tsx'

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }
const THEME_NAMES: Readonly<Record<Theme, string>> = { system: 'as the system', light: 'light', dark: 'dark' }

function Wordmark() {
  return (
    <Link to="/" className="flex items-center gap-2 px-3 text-l font-semibold tracking-tight text-ink no-underline">
      <svg aria-hidden="true" width="20" height="20" viewBox="0 0 32 32">
        <rect width="32" height="32" rx="7" fill="var(--ink)" />
        <path d="M8 9h9M8 23h12" stroke="var(--paper)" strokeWidth="3" strokeLinecap="round" />
        <path d="M8 16h16" stroke="var(--hit)" strokeWidth="5" strokeLinecap="round" />
      </svg>
      Readout
    </Link>
  )
}

function useGlobalKeys(showKeys: () => void): void {
  const navigate = useNavigate()
  const theme = useTheme()
  useKeys('Everywhere', [
    { keys: '?', does: 'Show the keys', run: showKeys },
    { keys: 'y', does: 'Light, dark, or as the system', run: () => chooseTheme(NEXT_THEME[theme]) },
  ])
  useKeys(
    'Go to',
    PLACES.flatMap(({ places }) =>
      places.map(({ to, name, keys }) => ({ keys, does: name, run: () => void navigate({ to }) })),
    ),
  )
}

/** On a narrow screen the two times are a line that opens. */
function TimesOfNarrow() {
  const [open, setOpen] = useState(false)
  const words = timesInWords(useTimes())
  return (
    <div className="lg:hidden">
      <Button look={words ? 'primary' : 'plain'} aria-expanded={open} onClick={() => setOpen(!open)} className="w-full">
        <ClockIcon />
        <span className="truncate">{words ?? 'As of now, as known now'}</span>
      </Button>
      {open && (
        <div className="pt-3">
          <TimesBar />
        </div>
      )}
    </div>
  )
}

/** Said for all who might not have seen the sliders: what is shown is not the present. */
function PastNotice() {
  const words = timesInWords(useTimes())
  if (!words) return null
  return (
    <p role="status" className="mb-6 hidden rounded-s lg:block bg-accent-soft px-3 py-2 text-s">
      You see <strong>{words}</strong>.
    </p>
  )
}

function Header({ openMenu, showKeys }: { readonly openMenu: () => void; readonly showKeys: () => void }) {
  const theme = useTheme()
  const past = timesInWords(useTimes()) !== null
  return (
    <header className={`sticky top-0 z-40 border-b ${past ? 'border-accent bg-accent-soft' : 'border-line bg-paper'}`}>
      <div className="mx-auto flex max-w-[1600px] flex-col gap-2 px-4 py-3 lg:px-8">
        <div className="flex items-center gap-2">
          <IconButton label="Views" onClick={openMenu} className="lg:hidden">
            <MenuIcon />
          </IconButton>
          <div className="min-w-0 flex-1 lg:max-w-md">
            <SearchBox />
          </div>
          <div className="ml-auto flex items-center gap-1">
            <IconButton label={`Colours: ${THEME_NAMES[theme]}`} onClick={() => chooseTheme(NEXT_THEME[theme])}>
              <SunIcon />
            </IconButton>
            <IconButton label="Keys" onClick={showKeys}>
              <span aria-hidden="true" className="text-s font-semibold">
                ?
              </span>
            </IconButton>
          </div>
        </div>
        <div className="hidden lg:block">
          <TimesBar />
        </div>
        <TimesOfNarrow />
      </div>
    </header>
  )
}

export function Shell() {
  const [menu, setMenu] = useState(false)
  const [keys, setKeys] = useState(false)
  useGlobalKeys(() => setKeys(true))
  return (
    <>
      <a
        href="#main"
        className="sr-only rounded-s bg-ink px-3 py-2 text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        To the content
      </a>
      <div className="lg:grid lg:grid-cols-[216px_minmax(0,1fr)]">
        <aside className="sticky top-0 hidden h-dvh flex-col gap-6 overflow-y-auto border-r border-line px-3 py-4 lg:flex">
          <Wordmark />
          <Nav />
        </aside>
        <div className="min-w-0">
          <Header openMenu={() => setMenu(true)} showKeys={() => setKeys(true)} />
          <main id="main" className="mx-auto max-w-[1600px] px-4 py-6 lg:px-8 lg:py-8">
            <PastNotice />
            <Outlet />
          </main>
        </div>
      </div>
      <Dialog title="Views" open={menu} close={() => setMenu(false)}>
        <Nav onGo={() => setMenu(false)} />
      </Dialog>
      <KeysDialog open={keys} close={() => setKeys(false)} />
    </>
  )
}
