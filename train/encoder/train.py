"""Trains the encoder with all its heads. usage: train.py PRETRAINED SYNTAX NAMES.jsonl OUT.pt --minutes M [options]

With --further ENCODER.bin it goes on from a finished encoder; with --records DUMP.jsonl it also learns which words name
records, from reports read by hand.

PRETRAINED is a folder with a BERT-like model (model.f16.safetensors, vocab.txt, config.json), SYNTAX a folder with the
treebanks, NAMES.jsonl what train/names/examples.ts writes. The learning rate follows the share of the time spent, so that
a run always ends annealed; the weights are averaged over the last part of it. A checkpoint is written after every epoch.
"""
import argparse
import json
import random
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

from data import Answers, Encoded, batches, collate, load
from load import restore
from measure import score_names, score_treebank
from network import Network
from records import RecordHeads, pieces_batches, sentences_of
from vocabulary import kept_pieces


def loss_of(net, items):
    b = collate(items)
    entropy = lambda scores, gold: F.cross_entropy(scores.flatten(0, 1), gold.flatten())
    outputs = net.words(b)
    if not bool((b['heads'] >= 0).any()):
        return entropy(net.name(outputs), b['names'])
    said = net.label(outputs)
    arcs, projected = net.parse(outputs, b['word'])
    loss = entropy(said['tags'], b['tags']) + 0.5 * entropy(said['lemmas'], b['lemmas']) + entropy(arcs, b['heads'])
    loss = loss + entropy(net.relate(projected, b['heads'].clamp(min=0)), b['relations'])
    return loss + entropy(said['names'], b['names']) if bool((b['names'] >= 0).any()) else loss


def record_loss(net, items):
    return net.records.loss(net.words(collate([{k: x[k] for k in ('ids', 'shapes', 'owner', 'words')} for x in items])), items)


def main():
    p = argparse.ArgumentParser()
    p.add_argument('pretrained'), p.add_argument('syntax'), p.add_argument('names'), p.add_argument('out')
    p.add_argument('--minutes', type=float, required=True), p.add_argument('--threads', type=int, default=2)
    p.add_argument('--layers', type=int, default=6), p.add_argument('--seed', type=int, default=2)
    p.add_argument('--rate', type=float, default=2.5e-4), p.add_argument('--head-rate', type=float, default=1.5e-3)
    p.add_argument('--new-rate', type=float, default=1.5e-3)
    p.add_argument('--pieces', type=int, default=1500), p.add_argument('--average-from', type=float, default=0.65)
    p.add_argument('--further'), p.add_argument('--records'), p.add_argument('--parts'), p.add_argument('--rounds', type=int, default=3)
    a = p.parse_args()
    torch.set_num_threads(a.threads), torch.manual_seed(a.seed), random.seed(a.seed)
    train, dev, dev_names = load(a.syntax, a.names)
    answers = Answers(train)
    pieces, kept = kept_pieces(a.pretrained + '/vocab.txt')
    encoded = Encoded(pieces)
    items = [x for x in (encoded(s, answers) for s in train) if len(x['ids']) <= 140]
    parsed, named = [x for x in items if 'heads' in x], [x for x in items if 'heads' not in x]
    net = Network(a.pretrained, kept, answers.lists, a.layers)
    # A head that the file does not have starts anew, and learns at the rate of new heads.
    fresh = restore(net, a.further, answers.lists) if a.further else [k for k, _ in net.named_parameters() if not k.startswith('encoder.')]
    reports = []
    if a.records:
        net.records = RecordHeads(a.layers, net.encoder.width)
        fresh += [k for k, _ in net.named_parameters() if k.startswith('records.')]
        held = {d for part, ids in json.load(open(a.parts)).items() if part != 'train' for d in ids}
        reports = [x for x in ({**s, **encoded(s)} for s in sentences_of(a.records, held)) if len(x['ids']) <= 200 and any(x['candidates'])]
    print('sentences', len(parsed), '+', len(named), '+', len(reports), 'pieces', sum(len(x['ids']) for x in items), 'of', len(pieces), 'kinds;',
          {k: len(v) for k, v in answers.lists.items()}, flush=True)
    trained = {k: v for k, v in net.named_parameters() if v.requires_grad}
    pick = lambda chosen: [v for k, v in trained.items() if chosen(k)]
    optimizer = torch.optim.AdamW([
        {'params': pick(lambda k: k.startswith('encoder.')), 'base': a.rate, 'weight_decay': 0.01},
        {'params': pick(lambda k: not k.startswith('encoder.') and k not in fresh), 'base': a.head_rate, 'weight_decay': 0.0},
        {'params': pick(lambda k: k in fresh), 'base': a.new_rate, 'weight_decay': 0.0}], lr=a.rate, betas=(0.9, 0.98))
    average, steps, epoch, share, start = None, 0, 0, 0.0, time.time()

    def save():
        torch.save({'state': {**net.state_dict(), **(average or {})}, 'answers': answers.lists, 'pieces': pieces, 'layers': a.layers}, a.out)

    while share < 1:
        net.train()
        total, count = 0.0, 0
        mixed = [(loss_of, b) for b in batches(parsed, a.pieces) + batches(named, a.pieces)]
        mixed += [(record_loss, b) for _ in range(a.rounds if reports else 0) for b in pieces_batches(reports, a.pieces)]
        random.shuffle(mixed)
        for loss_in, batch in mixed:
            share = (time.time() - start) / (a.minutes * 60)
            if share >= 1:
                break
            for g in optimizer.param_groups:
                g['lr'] = g['base'] * min(1, (steps + 1) / 200) * max(0.02, 1 - share)
            loss = loss_in(net, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(trained.values(), 3)
            optimizer.step()
            total, count, steps = total + float(loss.detach()), count + 1, steps + 1
            if count % 25 == 0:
                print(f'  {count}/{len(mixed)} loss {total / count:.3f} seconds {time.time() - start:.0f}', flush=True)
            if share > a.average_from:
                with torch.no_grad():
                    average = average or {k: v.detach().clone() for k, v in trained.items()}
                    for k, v in trained.items():
                        average[k].mul_(0.99).add_(v, alpha=0.01)
        epoch += 1
        save()
        note = score_treebank(net, answers, encoded, dev['gum'][:400]) if epoch % 2 == 1 else ''
        print(f'epoch {epoch} steps {steps} loss {total / max(count, 1):.3f} seconds {time.time() - start:.0f} {note}', flush=True)
    net.load_state_dict({**net.state_dict(), **(average or {})})
    save()
    for k, sentences in dev.items():
        print(k, score_treebank(net, answers, encoded, sentences), flush=True)
    for k, sentences in dev_names.items():
        print(k, 'names', score_names(net, answers, encoded, sentences), flush=True)


main()
