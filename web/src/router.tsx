import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { checkSearch, readSearch, TIMES, writeSearch } from './address/search.ts'
import { Blank, Failed, Loading } from './parts/states.tsx'
import { Shell } from './shell/shell.tsx'

/** Both times go along wherever one goes; filters stay where they were set. */
const root = createRootRoute({
  component: Shell,
  validateSearch: (search: Record<string, unknown>) => checkSearch(search) as Record<string, unknown>,
  search: { middlewares: [retainSearchParams([...TIMES])] },
  notFoundComponent: () => <Blank title="There is no such view">The list of views is at the left.</Blank>,
})

/** A view is loaded when it is first gone to; its file names it. */
const view = <Path extends string, Module extends Record<string, () => ReactNode>>(
  path: Path,
  load: () => Promise<Module>,
  name: keyof Module & string,
) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load as never, name as never) })

const tree = root.addChildren([
  view('/', () => import('./views/briefing/index.tsx'), 'Briefing'),
  view('/read', () => import('./views/read/index.tsx'), 'Read'),
  view('/documents', () => import('./views/documents/index.tsx'), 'Documents'),
  view('/documents/$id', () => import('./views/documents/document.tsx'), 'Document'),
  view('/timeline', () => import('./views/timeline/index.tsx'), 'Timeline'),
  view('/statements', () => import('./views/statements/index.tsx'), 'Statements'),
  view('/actors', () => import('./views/actors/index.tsx'), 'Actors'),
  view('/actors/$id', () => import('./views/actors/actor.tsx'), 'Actor'),
  view('/network', () => import('./views/network/index.tsx'), 'Network'),
  view('/agreements', () => import('./views/agreements/index.tsx'), 'Agreements'),
  view('/dependencies', () => import('./views/dependencies/index.tsx'), 'Dependencies'),
  view('/estimates', () => import('./views/estimates/index.tsx'), 'Estimates'),
  view('/disagreements', () => import('./views/disagreements/index.tsx'), 'Disagreements'),
  view('/map', () => import('./views/map/index.tsx'), 'WorldMap'),
  view('/review', () => import('./views/review/index.tsx'), 'Review'),
  view('/search', () => import('./views/search/index.tsx'), 'Search'),
])

export const router = createRouter({
  routeTree: tree,
  parseSearch: readSearch as never,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: () => <Loading />,
  defaultErrorComponent: ({ error, reset }) => <Failed error={error as Error} retry={reset} />,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
