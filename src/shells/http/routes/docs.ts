import { docsPage, docsStyle } from '../docs/page.ts'
import type { App } from '../types.ts'

/** The description of the API, for programs and for people. */
export function docsRoutes(app: App): void {
  const schema = { hide: true }
  let page: string | undefined
  app.get('/openapi.json', { schema, config: { role: 'public' } }, async () => app.swagger() as never)
  app.get('/docs', { schema, config: { role: 'public' } }, async (_request, reply) => {
    page ??= docsPage(app.swagger())
    return reply.type('text/html; charset=utf-8').send(page as never)
  })
  app.get('/docs/style.css', { schema, config: { role: 'public' } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(docsStyle as never),
  )
}
