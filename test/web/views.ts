/** Every view of the page: where it is, its title, and words that must stand in it over the worked story. */
export const VIEWS: readonly { readonly name: string; readonly at: string; readonly title: string }[] = [
  { name: 'briefing', at: '/', title: 'Briefing' },
  { name: 'read', at: '/read', title: 'Read' },
  { name: 'reports', at: '/documents', title: 'Reports' },
  { name: 'review', at: '/review', title: 'Review' },
  { name: 'timeline', at: '/timeline', title: 'Timeline' },
  { name: 'map', at: '/map', title: 'Map' },
  { name: 'agreements', at: '/agreements', title: 'Agreements' },
  { name: 'dependencies', at: '/dependencies', title: 'What hangs on what' },
  { name: 'actors', at: '/actors', title: 'Actors' },
  { name: 'actor', at: '/actors/Velmar', title: 'Velmar' },
  { name: 'network', at: '/network', title: 'Network' },
  { name: 'statements', at: '/statements', title: 'Statements' },
  { name: 'estimates', at: '/estimates', title: 'Estimates' },
  { name: 'disagreements', at: '/disagreements', title: 'Disagreements' },
  { name: 'search', at: '/search?words=fighters', title: 'Search' },
]
