"""Trains the deciders of records on what dump.ts wrote and writes data/models/records.bin.

    npx tsx train/records/dump.ts OUT FOLDER...
    python3 train/records/train.py OUT corpus/parts.json data/models/records.bin

The reports of the part `dev` are measured on and not learned from. Needs PyTorch and NumPy. The encoder stays as it is. A word's
vector, a mix of the encoder's layers, is multiplied with one matrix; its rows are: what the word may name, what it is as
the word that names something, what it is as a word that takes part. To each the features add their own rows; a
rectifier and one more matrix give the answers.
"""
import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'encoder'))
from export import matrix, quantise, write_pack  # noqa: E402
from labels import GROUPS, KINDS, ROLE_NAMES, ROLES, answers  # noqa: E402

LAYERS, WIDTH, NAMING, TAKING = 7, 384, 128, 64
RARE = 4
ANSWERS = [a for group in GROUPS.values() for a in group]
START = {k: sum(len(v) for v in list(GROUPS.values())[:i]) for i, k in enumerate(GROUPS)}
ROLE_ROW = {r: i for i, r in enumerate(ROLE_NAMES)}


def read(out):
    lines = open(out + '.jsonl', encoding='utf8')
    names = json.loads(next(lines))['features']
    return names, [json.loads(line) for line in lines], torch.from_numpy(np.fromfile(out + '.bin', dtype=np.float32).reshape(-1, LAYERS, WIDTH))


class Bag:
    """Lists of features as one long list with starts."""

    def __init__(self, lists, keep):
        flat = [[keep[f] for f in one if f in keep] for one in lists]
        self.starts = np.concatenate([[0], np.cumsum([len(x) for x in flat])])
        self.rows = np.array([f for x in flat for f in x], dtype=np.int64)

    def of(self, ids):
        parts = [self.rows[self.starts[i]:self.starts[i + 1]] for i in ids]
        offsets = np.concatenate([[0], np.cumsum([len(p) for p in parts])[:-1]])
        return torch.from_numpy(np.concatenate(parts) if parts else np.zeros(0, np.int64)), torch.from_numpy(offsets.astype(np.int64))


class Deciders(nn.Module):
    def __init__(self, word_features, pair_features):
        super().__init__()
        self.share, self.scale = nn.Parameter(torch.zeros(LAYERS)), nn.Parameter(torch.ones(1))
        self.words = nn.Linear(WIDTH, NAMING + 2 * TAKING)
        bag = lambda n, width: nn.EmbeddingBag(n, width, mode='sum')
        self.naming, self.naming_direct = bag(word_features, NAMING), bag(word_features, len(ANSWERS))
        self.taking, self.taking_direct = bag(pair_features, TAKING), bag(pair_features, len(ROLE_NAMES))
        for e in (self.naming, self.taking):
            nn.init.normal_(e.weight, std=0.05)
        for e in (self.naming_direct, self.taking_direct):
            nn.init.zeros_(e.weight)
        self.kinds = nn.Embedding(len(KINDS), TAKING)
        self.answer, self.role = nn.Linear(NAMING, len(ANSWERS)), nn.Linear(TAKING, len(ROLE_NAMES))
        nn.init.constant_(self.answer.bias, -4.0), nn.init.constant_(self.role.bias, -3.0)

    def vectors(self, x):
        return F.dropout(self.scale * torch.einsum('l,blw->bw', torch.softmax(self.share, 0), x), 0.3, self.training)

    def name(self, x, bag):
        h = self.words(self.vectors(x))[:, :NAMING] + self.naming(*bag)
        return self.answer(F.dropout(F.relu(h), 0.3, self.training)) + self.naming_direct(*bag)

    def take(self, trigger, other, kind, bag):
        h = self.words(self.vectors(trigger))[:, NAMING:NAMING + TAKING] + self.words(self.vectors(other))[:, NAMING + TAKING:]
        h = h + self.kinds(kind) + self.taking(*bag)
        return self.role(F.dropout(F.relu(h), 0.3, self.training)) + self.taking_direct(*bag)


def name_loss(scores, accepted):
    """A choice among none (score 0) and a group's answers; any accepted one is right. accepted: [words, answers + groups], the last: none."""
    total = 0
    for g, (kind, group) in enumerate(GROUPS.items()):
        at = START[kind]
        y = torch.cat([scores[:, at:at + len(group)], torch.zeros(len(scores), 1)], 1)
        ok = torch.cat([accepted[:, at:at + len(group)], accepted[:, len(ANSWERS) + g:len(ANSWERS) + g + 1]], 1)
        total = total - torch.logsumexp(F.log_softmax(y, -1) + torch.log(ok + 1e-9), -1).mean()
    return total


class Data:
    def __init__(self, names, reports, vectors, keep=None):
        self.vectors = vectors
        self.words, self.pairs = [], []  # (row of vectors, features, accepted), (rows, kind, features, roles)
        lists, pair_lists, accepted, where, of, roles, pair_where = [], [], [], [], [], [], []
        for n, r in enumerate(reports):
            said, taken = answers(r)
            for t, features in enumerate(r['features']):
                if not features:
                    continue
                row = np.zeros(len(ANSWERS) + len(GROUPS), np.float32)
                for g, kind in enumerate(GROUPS):
                    known = said.get((t, kind))
                    if known is None or not known[0]:
                        row[len(ANSWERS) + g] = 1
                    else:
                        # What is optional is right whether it is found or not.
                        row[len(ANSWERS) + g] = float(not known[1])
                        for a in known[0]:
                            row[START[kind] + GROUPS[kind].index(a)] = 1
                lists.append(features), accepted.append(row), where.append(r['first'] + t), of.append(n)
            by_trigger = {}
            for (t, kind) in said:
                by_trigger.setdefault(t, []).append(kind)
            for t, other, which, features in r['pairs']:
                for kind in by_trigger.get(t, ()):
                    if kind == 'dependency' and not which & 2 or kind != 'dependency' and not which & 1:
                        continue
                    row = np.zeros(len(ROLE_NAMES), np.float32)
                    for role in taken.get((t, kind, other), ()):
                        row[ROLE_ROW[role]] = 1
                    pair_lists.append(features), roles.append(row), pair_where.append((r['first'] + t, r['first'] + other, KINDS.index(kind)))
        if keep is None:
            count = lambda ls: np.bincount(np.concatenate([np.array(x, dtype=np.int64) for x in ls if x]), minlength=len(names))
            pick = lambda ls: {int(f): i for i, f in enumerate(np.nonzero(count(ls) >= RARE)[0])}
            keep = pick(lists), pick(pair_lists)
        self.keep = keep
        self.word_bag, self.pair_bag = Bag(lists, keep[0]), Bag(pair_lists, keep[1])
        self.accepted, self.where, self.of = torch.tensor(np.array(accepted)), np.array(where), np.array(of)
        self.roles, self.pair_where = torch.tensor(np.array(roles)), np.array(pair_where)
        # A role is asked of its own kind alone.
        self.asked = torch.zeros(len(KINDS), len(ROLE_NAMES))
        for k, kind in enumerate(KINDS):
            for role in ROLES[kind].values():
                self.asked[k, ROLE_ROW[role]] = 1

    def x(self, rows):
        return self.vectors[torch.from_numpy(rows)]


def fit(data, seed, epochs, rate=1e-3):
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    net = Deciders(len(data.keep[0]), len(data.keep[1]))
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.02)
    size, pair_size = 256, 512
    steps = epochs * (len(data.where) // size + len(data.pair_where) // pair_size)
    done = 0
    for _ in range(epochs):
        net.train()
        work = [('word', b) for b in np.array_split(rng.permutation(len(data.where)), len(data.where) // size)]
        work += [('pair', b) for b in np.array_split(rng.permutation(len(data.pair_where)), len(data.pair_where) // pair_size)]
        rng.shuffle(work := np.array(work, dtype=object))
        for kind, ids in work:
            ids = ids.astype(np.int64)
            for g in optimizer.param_groups:
                g['lr'] = rate * max(0.02, 1 - done / steps)
            if kind == 'word':
                loss = name_loss(net.name(data.x(data.where[ids]), data.word_bag.of(ids)), data.accepted[ids])
            else:
                w = data.pair_where[ids]
                scores = net.take(data.x(w[:, 0]), data.x(w[:, 1]), torch.from_numpy(w[:, 2]), data.pair_bag.of(ids))
                asked = data.asked[torch.from_numpy(w[:, 2])]
                loss = (F.binary_cross_entropy_with_logits(scores, data.roles[ids], reduction='none') * asked).sum(1).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            done += 1
    net.eval()
    return net


def best_f1(p, y):
    """F1 at the best threshold, and the threshold."""
    order = np.argsort(-p)
    hits = np.cumsum(y[order])
    f = 2 * hits / (np.arange(1, len(p) + 1) + y.sum())
    k = int(f.argmax())
    return f[k], p[order][k]


def report(net, data):
    with torch.no_grad():
        scores = torch.cat([net.name(data.x(data.where[i:i + 2000]), data.word_bag.of(np.arange(i, min(i + 2000, len(data.where))))) for i in range(0, len(data.where), 2000)])
        for g, (kind, group) in enumerate(GROUPS.items()):
            at = START[kind]
            p = torch.softmax(torch.cat([scores[:, at:at + len(group)], torch.zeros(len(scores), 1)], 1), -1)[:, :-1]
            best, which = p.max(-1)
            right = data.accepted[torch.arange(len(p)), at + which].numpy()
            none = data.accepted[:, len(ANSWERS) + g].numpy()
            counts = right * (1 - none) + (1 - right)  # what is optional and found counts for nothing
            gold = (1 - none).sum()
            order = np.argsort(-best.numpy())
            hits, found = np.cumsum((right * (1 - none))[order]), np.cumsum(counts[order])
            f = 2 * hits / (found + gold)
            k = int(f.argmax())
            print(f'  {kind}: F1 {f[k]:.3f} at {best.numpy()[order][k]:.2f} (P {hits[k] / found[k]:.3f} R {hits[k] / gold:.3f}, {int(gold)})')
        w = data.pair_where
        scores = torch.cat([net.take(data.x(w[i:i + 2000, 0]), data.x(w[i:i + 2000, 1]), torch.from_numpy(w[i:i + 2000, 2]), data.pair_bag.of(np.arange(i, min(i + 2000, len(w))))) for i in range(0, len(w), 2000)])
        for k, kind in enumerate(KINDS):
            for role in ROLES[kind].values():
                own = w[:, 2] == k
                p, y = torch.sigmoid(scores[own, ROLE_ROW[role]]).numpy(), data.roles[own, ROLE_ROW[role]].numpy()
                f, at = best_f1(p, y)
                print(f'  {role}: F1 {f:.3f} at {at:.2f} ({int(y.sum())})')


def export(net, data, names, path):
    w = {k: v.detach().numpy().astype(np.float32) for k, v in net.state_dict().items()}
    mix = (w['scale'] * np.exp(w['share']) / np.exp(w['share']).sum()).astype(np.float32)
    listed = lambda keep: [names[f] for f, _ in sorted(keep.items(), key=lambda kv: kv[1])]
    rows = lambda name, m: dict(zip((name, name + '.scale'), quantise(m)))
    parts = {'words.mix': mix, **matrix('words', w['words.weight'], w['words.bias']),
             'naming.features': listed(data.keep[0]), **rows('naming', np.concatenate([w['naming.weight'], w['naming_direct.weight']], 1)),
             'naming.answer': w['answer.weight'], 'naming.answer.bias': w['answer.bias'],
             'taking.features': listed(data.keep[1]), **rows('taking', np.concatenate([w['taking.weight'], w['taking_direct.weight']], 1)),
             'taking.kinds': w['kinds.weight'], 'taking.role': w['role.weight'], 'taking.role.bias': w['role.bias']}
    write_pack(path, parts, groups=GROUPS, kinds=list(KINDS), roles=ROLE_NAMES, naming=NAMING, taking=TAKING)


def main():
    p = argparse.ArgumentParser()
    p.add_argument('dump'), p.add_argument('parts'), p.add_argument('out')
    p.add_argument('--seed', type=int, default=1), p.add_argument('--epochs', type=int, default=10), p.add_argument('--threads', type=int, default=2)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    names, reports, vectors = read(a.dump)
    held = set(json.load(open(a.parts))['dev'])
    ids = lambda r: r['gold']['document']['id']
    train = Data(names, [r for r in reports if ids(r) not in held], vectors)
    dev = Data(names, [r for r in reports if ids(r) in held], vectors, train.keep)
    print('words', len(train.where), 'pairs', len(train.pair_where), 'features', len(train.keep[0]), len(train.keep[1]), flush=True)
    net = fit(train, a.seed, a.epochs)
    report(net, dev)
    export(net, train, names, a.out)


main()
