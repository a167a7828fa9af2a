"""Development figures of a network: tags, lemmas by edit, arcs and relations with gold tokens; names of a sentence alone."""
import torch

from data import collate


def by_length(items, size=48):
    order = sorted(range(len(items)), key=lambda i: len(items[i]['ids']))
    return [order[k:k + size] for k in range(0, len(order), size)]


def score_treebank(net, answers, encoded, sentences):
    net.eval()
    n = tag = xtag = edit = u = l = 0
    items = [encoded(s) for s in sentences]
    lists = answers.lists
    with torch.no_grad():
        for ids in by_length(items):
            b = collate([items[i] for i in ids])
            outputs = net.words(b)
            said = {k: v.argmax(-1) for k, v in net.label(outputs).items()}
            arcs, projected = net.parse(outputs, b['word'])
            heads = arcs.argmax(-1)
            rels = net.relate(projected, heads).argmax(-1)
            for row, i in enumerate(ids):
                s = sentences[i]
                for j in range(len(s['words'])):
                    n += 1
                    mine = lists['tags'][said['tags'][row, j]]
                    tag += mine.split('|')[0] == s['tags'][j].split('|')[0]
                    xtag += mine == s['tags'][j]
                    edit += lists['lemmas'][said['lemmas'][row, j]] == s['lemmas'][j]
                    if int(heads[row, j]) == s['heads'][j]:
                        u += 1
                        l += lists['relations'][rels[row, j]].split(':')[0] == s['relations'][j].split(':')[0]
    return {k: round(100 * v / n, 2) for k, v in (('UPOS', tag), ('both tags', xtag), ('lemma edit', edit), ('UAS', u), ('LAS', l))}


def spans(labels):
    out, first = set(), 0
    for k, label in enumerate(labels):
        if label[0] in 'BU':
            first = k
        if label[0] in 'LU':
            out.add((first, k, label[2:]))
    return out


def score_names(net, answers, encoded, sentences):
    """F1 over persons, places and organisations; the best label of each word as it is."""
    net.eval()
    right = found = gold = 0
    items, kinds, lists = [encoded(s) for s in sentences], ('person', 'place', 'organization'), answers.lists['names']
    with torch.no_grad():
        for ids in by_length(items):
            b = collate([items[i] for i in ids])
            best = net.name(net.words(b)).argmax(-1)
            for row, i in enumerate(ids):
                p = {s for s in spans([lists[k] for k in best[row, :items[i]['words']]]) if s[2] in kinds}
                g = {s for s in spans(sentences[i]['names']) if s[2] in kinds}
                right, found, gold = right + len(p & g), found + len(p), gold + len(g)
    return round(200 * right / max(1, found + gold), 2)
