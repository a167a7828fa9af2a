"""What the hand-read reports say of each word and of each pair of words, from the lines that dump.ts writes."""
import bisect
import re

KINDS = ('statement', 'event', 'relation', 'agreement', 'dependency', 'estimate')
EVENTS = ('AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE '
          'COERCE ASSAULT').split()
PREDICATES = ('holdsOffice memberOf partOf leads alliedWith linkedTo backs opposes controls occupies holds designates borders '
              'basedIn citizenOf familyOf established dissolved successorOf').split()
DEPENDENCIES = 'requires enables obstructs causes answers aims'.split()
# Each group is a choice of one answer or none; the answers of a group stand side by side.
GROUPS = {'event': EVENTS, 'relation': PREDICATES, 'dependency': DEPENDENCIES, 'statement': ['statement'],
          'agreement': ['agreement'], 'estimate': ['estimate']}
FIELD = {'event': 'type', 'relation': 'predicate', 'dependency': 'relation'}
ROLES = {'event': {'actors': 'actor', 'recipients': 'recipient'}, 'statement': {'speaker': 'speaker', 'hearers': 'hearer'},
         'relation': {'subject': 'subject', 'object': 'object'}, 'agreement': {'parties': 'party'}, 'estimate': {'of': 'of'},
         'dependency': {'antecedent': 'antecedent', 'consequent': 'consequent'}}
ROLE_NAMES = [role for kind in KINDS for role in ROLES[kind].values()]


def many(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def is_span(value):
    return isinstance(value, list) and len(value) == 2 and all(isinstance(v, int) for v in value)


def spans(text, value):
    """Evidence or an end of a dependency as [start, end) pairs."""
    out = []
    for one in [value] if is_span(value) else many(value):
        if isinstance(one, str):
            at = text.find(one)
            if at >= 0:
                out.append((at, at + len(one)))
        elif isinstance(one, dict):
            out.append((one['start'], one['end']))
        else:
            out.append(tuple(one))
    return out


class Words:
    """The words of a report, found by place in the text."""

    def __init__(self, tokens):
        self.tokens = tokens
        self.starts = [t['start'] for t in tokens]
        self.depth = []
        for i in range(len(tokens)):
            at, steps = i, 0
            while tokens[at]['head'] >= 0 and steps < 80:
                at, steps = tokens[at]['head'], steps + 1
            self.depth.append(steps)

    def inside(self, start, end):
        at, out = max(0, bisect.bisect_right(self.starts, start) - 1), []
        while at < len(self.tokens) and self.starts[at] < end:
            if self.tokens[at]['end'] > start:
                out.append(at)
            at += 1
        return out

    def head(self, words):
        return min(words, key=lambda i: (self.depth[i], i)) if words else None


def trigger(report, words, record):
    """The word that names the record, or None."""
    text, given = report['gold']['document']['text'], record.get('trigger')
    if is_span(given):
        place = tuple(given)
    elif isinstance(given, str):
        evidence = spans(text, record['evidence'])
        places = [m.start() for m in re.finditer(re.escape(given), text)]
        if not places:
            return None
        near = lambda q: (0 if any(a <= q < b for a, b in evidence) else 1, min((abs(q - a) for a, b in evidence), default=0))
        at = min(places, key=near)
        place = (at, at + len(given))
    else:
        return None
    found = words.inside(*place)
    if record['kind'] == 'event':
        found = [i for i in found if words.tokens[i]['upos'] in ('VERB', 'NOUN', 'PROPN', 'ADJ')] or found
    return words.head(found)


def plain(name):
    name = re.sub(r"[’']s\b", '', name.lower())
    return re.sub(r'^(the|a|an) ', '', re.sub(r'\W+', ' ', name).strip())


def same_actors(report):
    """For each actor of the annotators, the ids of the reading's actors with one of its names."""
    mine = [(a['id'], a['type'], (a.get('links') or {}).get('iso3'), {plain(n) for n in [a['name'], *a['aliases']]}) for a in report['actors']]
    out = {}
    for key, actor in report['gold']['actors'].items():
        names = {plain(n) for n in actor['names']}
        out[key] = {i for i, type_, iso, own in mine if names & own or (iso and iso == actor.get('iso3') and type_ == actor['type'])}
    return out


def answers(report):
    """(word, kind) -> the accepted answers and whether one is required; (word, kind, other word) -> roles."""
    words, actors = Words(report['tokens']), same_actors(report)
    said, roles = {}, {}
    places = {}
    for token, actor in enumerate(report['actorAt']):
        if actor is not None:
            places.setdefault(actor, []).append(token)
    for record in report['gold']['records']:
        kind, at = record['kind'], trigger(report, words, record)
        if at is None:
            continue
        values = many(record[FIELD[kind]]) if kind in FIELD else [kind]
        known = said.setdefault((at, kind), [set(), False])
        known[0].update(v for v in values if v in GROUPS[kind])
        known[1] |= not record.get('optional')
        sentence = report['tokens'][at]['sentence']
        for slot, role in ROLES[kind].items():
            given = record.get(slot)
            if kind == 'dependency':
                for start, end in spans(report['gold']['document']['text'], given)[:1]:
                    head = words.head([i for i in words.inside(start, end) if report['tokens'][i]['sentence'] == sentence])
                    if head is not None:
                        roles.setdefault((at, kind, head), set()).add(role)
                continue
            ids = set().union(*[actors.get(k, set()) for k in many(given) if isinstance(k, str)], set())
            for one in ids:
                for token in places.get(one, ()):
                    if report['tokens'][token]['sentence'] == sentence:
                        roles.setdefault((at, kind, token), set()).add(role)
    return said, roles
