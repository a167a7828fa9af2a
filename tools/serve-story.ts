// The page over the worked story in a ledger that is thrown away, for those who work on the page:
// npx tsx tools/serve-story.ts [port], and `npx vite web` beside it for changes at once.
import { serveStory } from '../test/web/story-server.ts'

const { address, close } = await serveStory({ port: Number(process.argv[2] ?? 4747) })
console.log(address)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close().then(() => process.exit()))
