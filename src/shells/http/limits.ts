import type { FastifyReply } from 'fastify'

const MIB = 1024 * 1024

/** Of a body in general; a report as JSON; a file; many reports. */
export const BODY_LIMIT = 10 * MIB
export const FILE_LIMIT = 32 * MIB
export const MANY_LIMIT = 64 * MIB

/** Of what a command hands to the ledger: a reading is several times as long as its report. */
export const LEDGER_LIMIT = 256 * MIB

/** Requests a minute from one address; of those that read or keep reports a quarter. */
export const RATE = 1200
export const COSTLY_SHARE = 0.25

/** JSON that is text already. */
export const sendJson = (reply: FastifyReply, json: string): never =>
  reply
    .type('application/json; charset=utf-8')
    .serializer((text: unknown) => text as string)
    .send(json) as never
