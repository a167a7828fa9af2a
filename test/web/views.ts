/** Every view of the page: where it is, its title, and words that must stand in it over the worked story. */
export const VIEWS: readonly {
  readonly name: string
  readonly at: string
  readonly title: string
  readonly story?: RegExp
}[] = [
  { name: 'briefing', at: '/', title: 'Briefing', story: /Red Banner/ },
  { name: 'read', at: '/read', title: 'Read' },
  { name: 'reports', at: '/documents', title: 'Reports', story: /Ostrel Accord signed/ },
  { name: 'review', at: '/review', title: 'Review', story: /Accept/ },
  { name: 'timeline', at: '/timeline', title: 'Timeline', story: /Jun\s+2025/ },
  { name: 'map', at: '/map', title: 'Map', story: /Geneva/ },
  { name: 'agreements', at: '/agreements', title: 'Agreements', story: /Ostrel Accord/ },
  { name: 'dependencies', at: '/dependencies', title: 'What hangs on what', story: /Ostrel Accord/ },
  { name: 'actors', at: '/actors', title: 'Actors', story: /Bessa Roun/ },
  { name: 'actor', at: '/actors/Highland%20Guard', title: 'Highland Guard', story: /Ostrel/ },
  { name: 'network', at: '/network', title: 'Network', story: /Highland Guard/ },
  { name: 'statements', at: '/statements', title: 'Statements', story: /Maren Olvast/ },
  { name: 'estimates', at: '/estimates', title: 'Estimates', story: /Red Banner/ },
  { name: 'disagreements', at: '/disagreements', title: 'Disagreements', story: /did not attack/ },
  { name: 'search', at: '/search?words=fighters', title: 'Search', story: /fighters/ },
]
