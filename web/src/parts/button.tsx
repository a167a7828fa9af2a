import type { ComponentProps, ReactNode } from 'react'

const LOOKS = {
  plain: 'border border-line-strong bg-raised text-ink hover:bg-sunken',
  primary: 'border border-accent bg-accent text-on-accent hover:opacity-90',
  quiet: 'border border-transparent text-soft hover:bg-sunken hover:text-ink',
} as const

interface Look {
  readonly look?: keyof typeof LOOKS
}

export const buttonClass = (look: keyof typeof LOOKS = 'plain'): string =>
  `inline-flex min-h-8 items-center justify-center gap-2 rounded-s px-3 text-s font-medium whitespace-nowrap no-underline disabled:opacity-50 ${LOOKS[look]}`

export function Button({ look = 'plain', className = '', ...rest }: ComponentProps<'button'> & Look) {
  return <button type="button" className={`${buttonClass(look)} ${className}`} {...rest} />
}

/** A button that shows an icon alone: its name is told to those who do not see it, and on hovering. */
export function IconButton({
  label,
  children,
  look = 'quiet',
  className = '',
  ...rest
}: ComponentProps<'button'> & Look & { readonly label: string; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-flex size-8 shrink-0 items-center justify-center rounded-s disabled:opacity-50 ${LOOKS[look]} ${className}`}
      {...rest}
    >
      {children}
    </button>
  )
}
