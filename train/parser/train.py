"""Trains the parser. usage: train.py SYNTAX_DIR VECTORS_DIR OUT.pt --minutes M [--hidden 160] [--threads 1] [--seed 2]

Learning rate and averaging follow the share of the time spent, so that a run always ends annealed. A usable
checkpoint is written every few epochs. Trained on EWT and GUM train, GUM's non-commercial genres left out.
"""
import argparse
import random
import time
from collections import Counter

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from features import AFFIXES, AFFIX_DIMS, learned_key, normalise
from network import Network

NON_COMMERCIAL = ('GUM_whow_', 'GUM_fiction_')


def load(path):
    sentences, current, name = [], [], ''
    for line in open(path, encoding='utf8'):
        line = line.rstrip('\n')
        if line.startswith('# sent_id = '):
            name = line[12:]
        elif line.startswith('#'):
            continue
        elif not line:
            if current:
                sentences.append((name, current))
            current = []
        else:
            c = line.split('\t')
            if c[0].isdigit():
                current.append((normalise(c[1]), c[3] + '|' + c[4], int(c[6]), c[7]))
    return sentences


def rows(keys, at_least=2):
    """Row numbers from 2; 0 pads, 1 is unknown."""
    count = Counter(keys)
    return {k: i + 2 for i, k in enumerate(k for k in count if count[k] >= at_least)}


def glove(vectors_dir, vocabulary, keep):
    words = open(vectors_dir + '/words.txt', encoding='utf8').read().split('\n')
    vectors = np.fromfile(vectors_dir + '/vectors.f32', dtype=np.float32).reshape(-1, 100)
    chosen = list(range(keep)) + [i for i, w in enumerate(words) if i >= keep and w in vocabulary]
    table = np.zeros((len(chosen) + 2, 100), dtype=np.float32)
    table[2:] = vectors[chosen]
    return {words[i]: n + 2 for n, i in enumerate(chosen)}, table / table[2:].std()


class Encoder:
    def __init__(self, train, vectors_dir, keep):
        words = [w for _, s in train for w, *_ in s]
        self.glove, self.table = glove(vectors_dir, {w.lower() for w in words}, keep)
        self.words = rows(learned_key(w.lower()) for w in words)
        self.affixes = [rows(f(w) for w in words) for f in AFFIXES]
        self.tags = sorted({t for _, s in train for _, t, _, _ in s})
        self.rels = sorted({r for _, s in train for *_, r in s})
        self.tag_rows = {t: i for i, t in enumerate(self.tags)}
        self.rel_rows = {r: i for i, r in enumerate(self.rels)}

    def __call__(self, sentence):
        ws = [w for w, *_ in sentence]
        lower = [w.lower() for w in ws]
        x = [[self.glove.get(w, 1) for w in lower], [self.words.get(learned_key(w), 1) for w in lower]]
        x += [[m.get(f(w), 1) for w in ws] for m, f in zip(self.affixes, AFFIXES)]
        return (torch.tensor(x), torch.tensor([self.tag_rows.get(t, -100) for _, t, _, _ in sentence]),
                torch.tensor([h for *_, h, _ in sentence]), torch.tensor([self.rel_rows.get(r, 0) for *_, r in sentence]))


def collate(batch):
    n = max(len(b[1]) for b in batch)
    x = torch.zeros(len(batch), batch[0][0].shape[0], n, dtype=torch.long)
    gold = torch.full((3, len(batch), n), -100)
    mask = torch.zeros(len(batch), n, dtype=torch.bool)
    for i, b in enumerate(batch):
        k = len(b[1])
        x[i, :, :k] = b[0]
        for j in range(3):
            gold[j, i, :k] = b[1 + j]
        mask[i, :k] = True
    return x, gold, mask, torch.tensor([len(b[1]) for b in batch])


def batches(encoded, tokens=1000):
    order = list(range(len(encoded)))
    random.shuffle(order)
    out = []
    for k in range(0, len(order), 3000):
        chunk, current, size = sorted(order[k:k + 3000], key=lambda i: len(encoded[i][1])), [], 0
        for i in chunk:
            current.append(i)
            size += len(encoded[i][1])
            if size >= tokens:
                out.append(current)
                current, size = [], 0
        if current:
            out.append(current)
    random.shuffle(out)
    return out


def evaluate(net, encoder, encoded, sentences):
    """UPOS, UAS and LAS (subtypes ignored), each token's best head taken as it is."""
    net.eval()
    u = a = l = n = 0
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i][1]))
    with torch.no_grad():
        for k in range(0, len(order), 64):
            ids = order[k:k + 64]
            x, _, mask, lengths = collate([encoded[i] for i in ids])
            tag, arcs, rh, rd = net(x, mask, lengths)
            heads = arcs.argmax(-1)
            rel, tag = net.labels(rh, rd, heads).argmax(-1), tag.argmax(-1)
            for b, i in enumerate(ids):
                for j, (_, t, h, r) in enumerate(sentences[i][1]):
                    n += 1
                    u += encoder.tags[tag[b, j]].split('|')[0] == t.split('|')[0]
                    if int(heads[b, j]) == h:
                        a += 1
                        l += encoder.rels[rel[b, j]].split(':')[0] == r.split(':')[0]
    return 'UPOS %.2f UAS %.2f LAS %.2f' % (100 * u / n, 100 * a / n, 100 * l / n)


def main():
    p = argparse.ArgumentParser()
    p.add_argument('syntax'), p.add_argument('vectors'), p.add_argument('out')
    p.add_argument('--minutes', type=float, required=True)
    p.add_argument('--hidden', type=int, default=160), p.add_argument('--threads', type=int, default=1)
    p.add_argument('--seed', type=int, default=2), p.add_argument('--keep', type=int, default=100000)
    args = p.parse_args()
    torch.set_num_threads(args.threads), torch.manual_seed(args.seed), random.seed(args.seed)
    train = load(args.syntax + '/en_ewt-ud-train.conllu') + load(args.syntax + '/en_gum-ud-train.conllu')
    train = [s for s in train if len(s[1]) <= 90 and not s[0].startswith(NON_COMMERCIAL)]
    dev = {k: load(args.syntax + f'/en_{k}-ud-dev.conllu') for k in ('gum', 'ewt')}
    encoder = Encoder(train, args.vectors, args.keep)
    net = Network(torch.tensor(encoder.table), len(encoder.words) + 2, [len(m) + 2 for m in encoder.affixes], AFFIX_DIMS,
                  len(encoder.tags), len(encoder.rels), args.hidden)
    encoded, encoded_dev = [encoder(s) for _, s in train], {k: [encoder(s) for _, s in v] for k, v in dev.items()}
    trained = {k: v for k, v in net.named_parameters() if v.requires_grad}
    print('tokens', sum(len(s) for _, s in train), 'glove', len(encoder.table), 'words', len(encoder.words), 'tags',
          len(encoder.tags), 'rels', len(encoder.rels), flush=True)
    optimizer = torch.optim.Adam(trained.values(), lr=2.5e-3, betas=(0.9, 0.95))
    average, epoch, start = None, 0, time.time()

    def save(state):
        torch.save({'state': {**net.state_dict(), **state}, 'glove': encoder.glove, 'words': encoder.words, 'affixes': encoder.affixes,
                    'tags': encoder.tags, 'rels': encoder.rels, 'hidden': args.hidden}, args.out)

    share = 0.0
    while share < 1:
        net.train()
        total, steps = 0.0, 0
        for ids in batches(encoded):
            share = (time.time() - start) / (args.minutes * 60)
            if share >= 1:
                break
            for g in optimizer.param_groups:
                g['lr'] = 2.5e-3 * max(0.02, 1 - share)
            x, (tags, heads, rels), mask, lengths = collate([encoded[i] for i in ids])
            tag, arcs, rh, rd = net(x, mask, lengths)
            loss = F.cross_entropy(tag.flatten(0, 1), tags.flatten()) + F.cross_entropy(arcs.flatten(0, 1), heads.flatten())
            loss = loss + F.cross_entropy(net.labels(rh, rd, heads.clamp(min=0)).flatten(0, 1), rels.flatten())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(trained.values(), 5)
            optimizer.step()
            total, steps = total + loss.item(), steps + 1
            if share > 0.6:
                with torch.no_grad():
                    if average is None:
                        average = {k: v.detach().clone() for k, v in trained.items()}
                    for k, v in trained.items():
                        average[k].mul_(0.995).add_(v, alpha=0.005)
        epoch += 1
        note = ''
        if epoch % 2 == 0:
            note = evaluate(net, encoder, encoded_dev['gum'], dev['gum'])
            save(average or {})
        print(f'epoch {epoch} steps {steps} loss {total / max(steps, 1):.3f} seconds {time.time() - start:.0f} {note}', flush=True)
    net.load_state_dict({**net.state_dict(), **(average or {})})
    for k in dev:
        print(k, evaluate(net, encoder, encoded_dev[k], dev[k]), flush=True)
    save({})


main()
