import type { Fact } from './fact.ts'

const pairKey = ({ predicate, subject, object, ended }: Fact): string =>
  `${predicate}|${subject}|${object}|${ended === true}`
const title = (fact: Fact): string =>
  (fact.role ?? '')
    .toLowerCase()
    .split(/[\s-]+/)
    .at(-1)!

/**
 * Who says what is only taken as known is the writer as much as the speaker in whose words it stands: such a fact is
 * kept under a source only where the document does not give it in its own voice.
 */
function underFewestSources(facts: readonly Fact[]): Fact[] {
  const own = new Set(facts.filter((fact) => fact.standing.sources.length === 0).map(pairKey))
  const first = new Map<string, string>()
  return facts.filter((fact) => {
    if (!fact.known || fact.standing.sources.length === 0) return true
    const key = pairKey(fact)
    if (own.has(key)) return false
    const chain = fact.standing.sources.join('>')
    const kept = first.get(key) ?? chain
    first.set(key, kept)
    return kept === chain
  })
}

/** "President X" without a body says nothing that "the Arendian president, X" does not: its words support that record. */
function withBodies(facts: readonly Fact[]): Fact[] {
  const full = new Map<string, Fact>()
  for (const fact of facts) {
    const key = `${fact.subject}|${title(fact)}`
    if (fact.predicate === 'holdsOffice' && fact.object !== null && !full.has(key)) full.set(key, fact)
  }
  return facts.map((fact) => {
    if (fact.predicate !== 'holdsOffice' || fact.object !== null) return fact
    const whole = full.get(`${fact.subject}|${title(fact)}`)
    return whole ? { ...whole, evidence: fact.evidence, standing: fact.standing } : fact
  })
}

/** One wording of a title for each holder, body and state of things: the first that was used. */
function withOneTitle(facts: readonly Fact[]): Fact[] {
  const roles = new Map<string, string>()
  return facts.map((fact) => {
    if (fact.role === undefined) return fact
    const key = `${pairKey(fact)}|${title(fact)}`
    const role = roles.get(key) ?? fact.role
    roles.set(key, role)
    return { ...fact, role }
  })
}

/** Who holds an office in a body, leads it or is a part of it need not be called its member as well. */
function withoutWeaker(facts: readonly Fact[]): Fact[] {
  const stronger = new Set(
    facts
      .filter(({ predicate }) => predicate === 'holdsOffice' || predicate === 'leads' || predicate === 'partOf')
      .map(({ subject, object }) => `${subject}|${object}`),
  )
  return facts.filter(
    ({ predicate, subject, object }) => predicate !== 'memberOf' || !stronger.has(`${subject}|${object}`),
  )
}

/** "The first Arendian head of state to …" says less than "Arendia's president", "Admiral" less than "Commandant". */
function withoutGeneric(facts: readonly Fact[]): Fact[] {
  const special = new Set(
    facts.filter((fact) => fact.role !== undefined && !fact.generic).map((fact) => `${fact.subject}|${fact.object}`),
  )
  return facts.filter((fact) => !fact.generic || !special.has(`${fact.subject}|${fact.object}`))
}

/** Brings together what the document says more than once in different words. */
export const merge = (facts: readonly Fact[]): Fact[] =>
  underFewestSources(withOneTitle(withoutGeneric(withBodies(withoutWeaker(facts)))))
