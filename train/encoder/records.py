"""What the encoder learns from reports read by hand: which words name a record, and which words take part in it.

The heads here are for training alone. They teach the encoder's vectors; the deciders, which read the vectors beside the
features of words, are trained on the finished encoder by train/records.
"""
import json
import random
import sys
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

from network import Mix, drop

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'records'))
from labels import GROUPS, KINDS, ROLE_NAMES, ROLES, answers  # noqa: E402

ANSWERS = sum(len(group) for group in GROUPS.values())
ROLE_ROW = {role: i for i, role in enumerate(ROLE_NAMES)}
HIDDEN = 128


def accepted_of(known, group):
    """For the answers of a group, and after them for none of them: whether it is accepted."""
    if not known or not known[0]:
        return [0.0] * len(group) + [1.0]
    # What is optional is right whether it is found or not.
    return [float(a in known[0]) for a in group] + [float(not known[1])]


def sentences_of(path, held):
    """Sentences of the reports that train/records/dump.ts wrote, without those of the parts held back."""
    lines = open(path, encoding='utf8')
    next(lines)
    for line in lines:
        report = json.loads(line)
        if report['gold']['document']['id'] in held:
            continue
        said, taken = answers(report)
        pairs, first = {}, {}
        for token in report['tokens']:
            first.setdefault(token['sentence'], token['index'])
        for trigger, other, which, _ in report['pairs']:
            for kind in KINDS:
                if (trigger, kind) in said and which & (2 if kind == 'dependency' else 1):
                    pairs.setdefault(report['tokens'][trigger]['sentence'], []).append((trigger, other, kind))
        for sentence, start in first.items():
            tokens = [t for t in report['tokens'] if t['sentence'] == sentence]
            yield {
                'words': [t['text'] for t in tokens],
                'named': [[v for kind, group in GROUPS.items() for v in accepted_of(said.get((t['index'], kind)), group)] for t in tokens],
                'candidates': [bool(report['features'][t['index']]) for t in tokens],
                'pairs': [(a - start, b - start, KINDS.index(kind), [float(r in taken.get((a, kind, b), ())) for r in ROLE_NAMES])
                          for a, b, kind in pairs.get(sentence, ())],
            }


class RecordHeads(nn.Module):
    def __init__(self, layers, width):
        super().__init__()
        self.naming, self.taking = Mix(layers + 1), Mix(layers + 1)
        self.name, self.answer = nn.Linear(width, HIDDEN), nn.Linear(HIDDEN, ANSWERS)
        self.trigger, self.other, self.kind = nn.Linear(width, HIDDEN), nn.Linear(width, HIDDEN), nn.Embedding(len(KINDS), HIDDEN)
        self.role = nn.Linear(HIDDEN, len(ROLE_NAMES))
        nn.init.constant_(self.answer.bias, -4.0), nn.init.constant_(self.role.bias, -3.0)
        asked = torch.zeros(len(KINDS), len(ROLE_NAMES))
        for k, kind in enumerate(KINDS):
            for role in ROLES[kind].values():
                asked[k, ROLE_ROW[role]] = 1
        self.register_buffer('asked', asked, persistent=False)

    def loss(self, outputs, items):
        """The mean loss of a batch: of each word a choice in every group, of each pair its kind's roles."""
        x = drop(self.naming(outputs), 0.2, self.training)
        at = [(i, t) for i, s in enumerate(items) for t, asked in enumerate(s['candidates']) if asked]
        rows = torch.tensor(at).unbind(1)
        accepted = torch.tensor([items[i]['named'][t] for i, t in at])
        scores = self.answer(drop(F.relu(self.name(x[rows])), 0.2, self.training))
        total, from_score, from_accepted = 0, 0, 0
        for group in GROUPS.values():
            n = len(group)
            choice = F.log_softmax(torch.cat([scores[:, from_score:from_score + n], torch.zeros(len(at), 1)], 1), -1)
            total = total - torch.logsumexp(choice + torch.log(accepted[:, from_accepted:from_accepted + n + 1] + 1e-9), -1).mean()
            from_score, from_accepted = from_score + n, from_accepted + n + 1
        pairs = [(i, *p) for i, s in enumerate(items) for p in s['pairs']]
        if pairs:
            which, a, b, kind = (torch.tensor(v) for v in list(zip(*pairs))[:4])
            y = drop(self.taking(outputs), 0.2, self.training)
            h = self.trigger(y[which, a]) + self.other(y[which, b]) + self.kind(kind)
            roles = self.role(drop(F.relu(h), 0.2, self.training))
            wanted = torch.tensor([p[4] for p in pairs])
            total = total + (F.binary_cross_entropy_with_logits(roles, wanted, reduction='none') * self.asked[kind]).sum(1).mean()
        return total


def pieces_batches(items, most):
    """Batches of about `most` word pieces, in a random order."""
    order, out, size = random.sample(items, len(items)), [[]], 0
    for x in order:
        size += len(x['ids'])
        if size > most and out[-1]:
            out.append([])
            size = len(x['ids'])
        out[-1].append(x)
    return out
