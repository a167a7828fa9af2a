/** The views, in the order of the navigation; `keys` goes there from anywhere. */
export interface Place {
  readonly to: string
  readonly name: string
  readonly keys: string
}

export const PLACES: readonly { readonly name: string; readonly places: readonly Place[] }[] = [
  {
    name: 'Desk',
    places: [
      { to: '/', name: 'Briefing', keys: 'g b' },
      { to: '/read', name: 'Read', keys: 'g r' },
      { to: '/documents', name: 'Reports', keys: 'g d' },
      { to: '/review', name: 'Review', keys: 'g v' },
    ],
  },
  {
    name: 'What happened',
    places: [
      { to: '/timeline', name: 'Timeline', keys: 'g t' },
      { to: '/map', name: 'Map', keys: 'g m' },
      { to: '/agreements', name: 'Agreements', keys: 'g a' },
      { to: '/dependencies', name: 'What hangs on what', keys: 'g h' },
    ],
  },
  {
    name: 'Who',
    places: [
      { to: '/actors', name: 'Actors', keys: 'g w' },
      { to: '/network', name: 'Network', keys: 'g n' },
    ],
  },
  {
    name: 'On whose word',
    places: [
      { to: '/statements', name: 'Statements', keys: 'g s' },
      { to: '/estimates', name: 'Estimates', keys: 'g e' },
      { to: '/disagreements', name: 'Disagreements', keys: 'g x' },
    ],
  },
]
