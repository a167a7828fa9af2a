import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from './button.tsx'
import { CloseIcon } from './icons.tsx'

/** The browser's own dialog: it holds the focus, Escape closes it, and it needs no style of a script. */
export function Dialog({
  title,
  open,
  close,
  children,
}: {
  readonly title: string
  readonly open: boolean
  readonly close: () => void
  readonly children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && !dialog.current?.open) {
      dialog.current?.showModal()
      // What is to be entered comes before closing it.
      dialog.current?.querySelector<HTMLElement>('input:not([type=checkbox]), select, textarea')?.focus()
    }
    if (!open && dialog.current?.open) dialog.current.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={close}
      className="m-auto max-h-[80dvh] w-[min(640px,calc(100vw-32px))] rounded-m border border-line bg-raised p-0 text-ink shadow-over"
    >
      {open && (
        <div className="p-6">
          <div className="mb-4 flex items-center justify-between gap-4">
            <h2 className="text-l font-semibold">{title}</h2>
            <IconButton label="Close" onClick={close}>
              <CloseIcon />
            </IconButton>
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}
