import { useState } from 'react'
import { Dialog } from '../parts/dialog.tsx'
import { lettersWork, turnLetters, useKeyGroups } from './keys.tsx'

/** All keys that work now, by group. */
export function KeysDialog({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const groups = useKeyGroups()
  const [letters, setLetters] = useState(lettersWork)
  const names = [...new Set(groups.map((group) => group.name))]
  return (
    <Dialog title="Keys" open={open} close={close}>
      <label className="mb-4 flex items-center gap-2">
        <input
          type="checkbox"
          checked={letters}
          onChange={({ target: { checked } }) => {
            turnLetters(checked)
            setLetters(checked)
          }}
          className="size-4 accent-accent"
        />
        Keys of one letter work (? always does)
      </label>
      <div className="grid gap-6 md:grid-cols-2">
        {names.map((name) => (
          <section key={name} aria-label={name}>
            <h3 className="label mb-2">{name}</h3>
            <dl className="space-y-1 text-s">
              {groups
                .filter((group) => group.name === name)
                .flatMap((group) => group.keys)
                .map(({ keys, does }) => (
                  <div key={keys} className="flex items-center justify-between gap-4">
                    <dt>{does}</dt>
                    <dd className="flex gap-1">
                      {keys.split(' ').map((key) => (
                        <kbd key={key} className="rounded-s border border-line-strong px-2 font-sans">
                          {key}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
