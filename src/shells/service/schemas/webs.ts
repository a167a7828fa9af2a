import { z } from 'zod'
import type { Pact, Page, Web } from '../../../6-answer/index.ts'
import { DEPENDENCY_RELATIONS, SCOPES, STATUSES } from '../../../model/index.ts'
import { cited, named, standing, support, when } from './common.ts'
import { happening, known, relationship, said, series } from './rows.ts'

const text = z.string()
const citations = z.array(cited)
const relation = z.enum(DEPENDENCY_RELATIONS)
const status = z.enum(STATUSES)

const step = z.object({ status, when, ...standing, support, citations })
const hanging = z.object({
  relation,
  as: z.enum(['antecedent', 'consequent']),
  other: text,
  ...standing,
  citation: cited,
})

export const pact = z
  .object({
    id: text,
    name: text,
    names: z.array(text),
    parties: z.array(named),
    scope: z.array(z.enum(SCOPES)),
    excludes: z.array(z.enum(SCOPES)),
    status: status.nullable(),
    history: z.array(step),
    hangsOn: z.array(hanging),
    citations,
  })
  .meta({ id: 'Agreement' }) satisfies z.ZodType<Pact>

const node = z.object({
  id: text,
  text,
  actors: z.array(named),
  state: z.enum(['fulfilled', 'pending', 'blocked', 'unknown']),
  shownBy: cited.nullable(),
})
const edge = z.object({ relation, from: text, to: text, ...standing, citations })

export const web = z
  .object({ nodes: z.array(node), edges: z.array(edge), order: z.array(text), circular: z.array(text), citations })
  .meta({ id: 'Web' }) satisfies z.ZodType<Web>

export const actorPage = z
  .object({
    actor: known,
    namesakes: z.array(known),
    offices: z.array(relationship),
    memberships: z.array(relationship),
    allies: z.array(relationship),
    enemies: z.array(relationship),
    otherTies: z.array(relationship),
    said: z.array(said),
    did: z.array(happening),
    received: z.array(happening),
    agreements: z.array(pact),
    estimates: z.array(series),
    citations,
  })
  .meta({ id: 'ActorPage' }) satisfies z.ZodType<Omit<Page, 'actor' | 'namesakes'>>
