const LOOKS = [
  { says: 'friendly', colour: 'var(--good)', width: 2.5, dashes: undefined },
  { says: 'hostile', colour: 'var(--stop)', width: 2.5, dashes: '6 4' },
  { says: 'neither, or both', colour: 'var(--line-strong)', width: 1.5, dashes: undefined },
] as const

/** How to read the picture. */
export function Legend() {
  return (
    <ul aria-label="How to read the picture" className="flex flex-wrap gap-x-4 gap-y-1 text-s text-soft">
      {LOOKS.map(({ says, colour, width, dashes }) => (
        <li key={says} className="flex items-center gap-2">
          <svg aria-hidden="true" width="28" height="8" className="shrink-0">
            <path d="M0 4H28" stroke={colour} strokeWidth={width} strokeDasharray={dashes} />
          </svg>
          {says}
        </li>
      ))}
      <li>larger: more reports</li>
      <li>point at an actor to read its lines</li>
    </ul>
  )
}
