import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchPage, isPublicAddress, PUBLIC_ONLY, type Reach } from './index.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener, host = '127.0.0.1'): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return `http://${host}:${(server.address() as AddressInfo).port}`
}

/** As on the public net, with one local host standing for a public one. */
const withHost = (host: string): Reach => ({
  ...PUBLIC_ONLY,
  allows: (address) => address === host || isPublicAddress(address),
})
const standIn = withHost('127.0.0.1')

describe('public addresses', () => {
  it.each([
    '1.1.1.1',
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '0:0:0:0:0:ffff:a00:1',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('"%s" is none', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('a page', () => {
  it('gives bytes, type and the last address', async () => {
    const host = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end()
      else response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('Arendia signed.')
    })
    const { bytes, hints } = await fetchPage(`${host}/old`, standIn)
    expect(new TextDecoder().decode(bytes)).toBe('Arendia signed.')
    expect(hints).toEqual({ url: `${host}/new`, contentType: 'text/plain; charset=utf-8' })
  })
})

describe('what is not fetched', () => {
  it.each([
    'http://localhost/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/',
    'http://0/',
  ])('refuses %s', async (url) => {
    await expect(fetchPage(url)).rejects.toMatchObject({
      code: 'fetch-failed',
      message: expect.stringContaining('public net'),
    })
  })

  it.each([
    'file:///etc/passwd',
    'ftp://news.example/',
    'data:text/plain,x',
    'gopher://news.example',
    'not an address',
    'http://user:secret@news.example/',
  ])('refuses %s', async (url) => {
    await expect(fetchPage(url, standIn)).rejects.toMatchObject({ code: 'fetch-failed' })
  })

  it.each(['http://127.0.0.2/', 'http://10.0.0.1/', 'http://[::1]:8080/', '//169.254.169.254/', 'file:///etc/passwd'])(
    'refuses a redirect to %s',
    async (target) => {
      const host = await serve((_, response) => response.writeHead(302, { location: target }).end())
      await expect(fetchPage(host, standIn)).rejects.toMatchObject({
        code: 'fetch-failed',
        message: expect.stringMatching(/public net|only http/),
      })
    },
  )

  it('refuses a name that leads to a private address, alone or among public ones', async () => {
    for (const addresses of [['192.168.0.1'], ['93.184.216.34', '127.0.0.1'], ['::1']]) {
      const reach = { ...PUBLIC_ONLY, resolve: async () => addresses }
      await expect(fetchPage('http://news.example/', reach)).rejects.toThrow('public net')
    }
  })

  it('asks for a name once, and connects to what was checked: a second answer changes nothing', async () => {
    const host = await serve((_, response) => response.end('the checked host'))
    const wrong = await serve((_, response) => response.end('another'), '127.0.0.3')
    let asked = 0
    const resolve = async (): Promise<string[]> => [asked++ === 0 ? '127.0.0.1' : '127.0.0.3']
    const { bytes } = await fetchPage(`http://news.example:${new URL(host).port}/`, { ...standIn, resolve })
    expect(new TextDecoder().decode(bytes)).toBe('the checked host')
    await expect(fetchPage(`http://news.example:${new URL(wrong).port}/`, { ...standIn, resolve })).rejects.toThrow(
      'public net',
    )
    expect(asked).toBe(2)
  })
})

describe('fetching', () => {
  it('stops at redirects without end, at size, packed or not, and at time', async () => {
    const round = await serve((_, response) => response.writeHead(301, { location: '/again' }).end())
    await expect(fetchPage(round, standIn)).rejects.toThrow('over 5 redirects')
    const large = await serve((_, response) => response.end(Buffer.alloc(3 << 20)))
    await expect(fetchPage(large, standIn, { largest: 1 << 20 })).rejects.toThrow('over 1 MiB')
    const bomb = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64 << 20))),
    )
    await expect(fetchPage(bomb, standIn, { largest: 1 << 20 })).rejects.toThrow('over 1 MiB')
    const slow = await serve((_, response) => response.write('a'))
    await expect(fetchPage(slow, standIn, { patience: 200 })).rejects.toThrow('no answer in 0.2 s')
    const mute = await serve(() => undefined)
    await expect(fetchPage(mute, standIn, { patience: 200 })).rejects.toThrow('no answer in 0.2 s')
    await expect(
      fetchPage('http://news.example/', { ...standIn, resolve: () => new Promise(() => undefined) }, { patience: 200 }),
    ).rejects.toThrow('no answer')
  })

  it('tells what the server answered', async () => {
    const host = await serve((_, response) => response.writeHead(404).end('none'))
    await expect(fetchPage(host, standIn)).rejects.toThrow('the server answered 404')
    const odd = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('none'))
    await expect(fetchPage(odd, standIn)).rejects.toThrow('packed as zstd')
  })
})
