// npm start: builds where the sources are newer, then serves the page, with the worked story on the first run.
// Options of readout serve may follow: npm start -- --port 8080 --ledger ./mine
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const PORT = 4747
const MOST = 20

/** Whether a port of this machine can be listened on. */
const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

async function freePort() {
  for (let port = PORT; port < PORT + MOST; port++) {
    if (await isFree(port)) return port
    console.log(`Port ${port} is taken.`)
  }
  return 0
}

const given = process.argv.slice(2)
const named = given.some((option) => /^--port(=|$)/.test(option))

execFileSync(process.execPath, [path.join(root, 'tools', 'build.mjs'), '--if-stale'], { cwd: root, stdio: 'inherit' })
const program = path.join(root, 'dist', 'readout.mjs')
const port = named ? [] : ['--port', String(await freePort())]
// In this process, so that Ctrl-C reaches the server itself.
process.argv = [process.execPath, program, 'serve', '--story', ...port, ...given]
await import(program)
