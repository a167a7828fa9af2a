"""What the encoder learns from: treebanks and names, as sentences with the answers of each head.

A sentence is a dict: words, and for the heads that know it: tags "UPOS|XPOS", lemmas (edits), heads (0 is the root),
relations, names (BILOU labels). Nothing of GUM's non-commercial genres is read, nor any set that may only be measured.
"""
import json
import random

import torch

from lemmas import edit_of
from words import END, START, normalise, shape, word_pieces

NON_COMMERCIAL = ('GUM_whow_', 'GUM_fiction_')


def treebank(path, leave_out=()):
    sentences, rows, name = [], [], ''
    for line in open(path, encoding='utf8'):
        line = line.rstrip('\n')
        if line.startswith('# sent_id = '):
            name = line[12:]
        elif not line:
            if rows and not name.startswith(leave_out or ('\0',)):
                sentences.append(sentence(rows, name))
            rows = []
        elif line[0] != '#':
            cells = line.split('\t')
            if cells[0].isdigit():
                rows.append(cells)
    return sentences


def sentence(rows, name):
    wrong = lambda c: 'Typo=Yes' in c[5] or 'CorrectForm=' in c[9] or c[2] == '_'
    return {
        'name': name,
        'words': [c[1] for c in rows],
        'tags': [c[3] + '|' + c[4] for c in rows],
        'lemmas': [None if wrong(c) else edit_of(normalise(c[1]), c[2]) for c in rows],
        'heads': [int(c[6]) for c in rows],
        'relations': [c[7] for c in rows],
    }


def named(path):
    """Sentences with names as train/names/examples.ts writes them: {part, words, labels} a line."""
    parts = {}
    for line in open(path, encoding='utf8'):
        row = json.loads(line)
        parts.setdefault(row['part'], []).append({'words': row['words'], 'names': row['labels']})
    return parts


def load(syntax, names_file):
    """Training sentences, development treebanks, development names."""
    names = named(names_file)
    gum = treebank(syntax + '/en_gum-ud-train.conllu', NON_COMMERCIAL)
    assert len(gum) == len(names['gum']), 'the names of GUM are of another GUM'
    for s, n in zip(gum, names['gum']):
        assert s['words'] == n['words']
        s['names'] = n['names']
    train = treebank(syntax + '/en_ewt-ud-train.conllu') + gum + names['wikigold'] + 2 * names['crossner']
    dev = {k: treebank(f'{syntax}/en_{k}-ud-dev.conllu') for k in ('gum', 'ewt')}
    return train, dev, {k: v for k, v in names.items() if k.endswith('dev') or k.endswith('testa')}


class Answers:
    """The rows of each head's answers."""

    def __init__(self, train, rare=5):
        count = {}
        for s in train:
            for e in s.get('lemmas', ()):
                count[e] = count.get(e, 0) + 1
        every = lambda key: sorted({v for s in train for v in s.get(key, ())})
        self.lists = {
            'tags': every('tags'),
            'relations': every('relations'),
            'names': ['O'] + [f'{p}-{t}' for t in ('person', 'place', 'organization', 'nationality', 'event', 'other') for p in 'BILU'],
            'lemmas': sorted(e for e in count if e is not None and count[e] >= rare),
        }
        self.rows = {k: {v: i for i, v in enumerate(vs)} for k, vs in self.lists.items()}


class Encoded:
    """Word pieces of sentences, each word's once."""

    def __init__(self, pieces):
        self.rows = {p: i for i, p in enumerate(pieces)}
        self.known = {}

    def word(self, word):
        if word not in self.known:
            self.known[word] = [self.rows[p] for p in word_pieces(word, self.rows)], shape(normalise(word))
        return self.known[word]

    def __call__(self, s, answers=None):
        ids, shapes, owner = [self.rows[START]], [0], [-1]
        for i, w in enumerate(s['words']):
            pieces, kind = self.word(w)
            ids += pieces
            shapes += [kind] * len(pieces)
            owner += [i] * len(pieces)
        item = {'ids': ids + [self.rows[END]], 'shapes': shapes + [0], 'owner': owner + [-1], 'words': len(s['words'])}
        if answers:
            for key in ('tags', 'lemmas', 'relations', 'names'):
                if key in s:
                    item[key] = [answers.rows[key].get(v, -100) for v in s[key]]
            if 'heads' in s:
                item['heads'] = s['heads']
        return item


def collate(items):
    """Tensors of a batch: ids, shapes [batch, pieces], pool [batch, words, pieces], masks, and answers (-100: not known)."""
    n, w, k = max(len(x['ids']) for x in items), max(x['words'] for x in items), len(items)
    b = {'ids': torch.zeros(k, n, dtype=torch.long), 'shapes': torch.zeros(k, n, dtype=torch.long), 'real': torch.zeros(k, n, dtype=torch.bool),
         'pool': torch.zeros(k, w, n), 'word': torch.zeros(k, w, dtype=torch.bool)}
    for key in ('tags', 'lemmas', 'heads', 'relations', 'names'):
        b[key] = torch.full((k, w), -100)
    for i, x in enumerate(items):
        m = len(x['ids'])
        b['ids'][i, :m], b['shapes'][i, :m] = torch.tensor(x['ids']), torch.tensor(x['shapes'])
        b['real'][i, :m], b['word'][i, :x['words']] = True, True
        owner = torch.tensor(x['owner'])
        at = (owner >= 0).nonzero().squeeze(1)
        share = 1 / torch.bincount(owner[at], minlength=x['words']).float()
        b['pool'][i, owner[at], at] = share[owner[at]]
        for key in ('tags', 'lemmas', 'heads', 'relations', 'names'):
            if key in x:
                b[key][i, :x['words']] = torch.tensor(x[key])
    return b


def batches(items, most):
    """Batches of about `most` pieces, sentences of like length together, in a random order."""
    order, out = list(range(len(items))), []
    random.shuffle(order)
    for k in range(0, len(order), 2000):
        batch, longest = [], 0
        for i in sorted(order[k:k + 2000], key=lambda i: len(items[i]['ids'])):
            longest = max(longest, len(items[i]['ids']))
            if batch and longest * (len(batch) + 1) > most:
                out.append(batch)
                batch, longest = [], len(items[i]['ids'])
            batch.append(items[i])
        out.append(batch)
    random.shuffle(out)
    return out
