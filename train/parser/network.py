"""Joint tagger and biaffine dependency parser: two BiLSTM layers; tags read after the first, arcs and labels after the second."""
import torch
import torch.nn as nn
import torch.nn.functional as F

ARC, REL = 160, 64  # sizes of the arc and label projections


class Network(nn.Module):
    def __init__(self, glove, words, affix_sizes, affix_dims, tags, rels, hidden):
        super().__init__()
        self.glove = nn.Embedding.from_pretrained(glove, freeze=True)
        self.words = nn.Embedding(words, 100)
        nn.init.zeros_(self.words.weight)
        self.affixes = nn.ModuleList([nn.Embedding(n, d) for n, d in zip(affix_sizes, affix_dims)])
        inputs = 100 + sum(affix_dims)
        self.lstm1 = nn.LSTM(inputs, hidden, bidirectional=True, batch_first=True)
        self.lstm2 = nn.LSTM(2 * hidden, hidden, bidirectional=True, batch_first=True)
        self.tag = nn.Linear(2 * hidden, tags)
        self.arc_head, self.arc_dep = nn.Linear(2 * hidden, ARC), nn.Linear(2 * hidden, ARC)
        self.rel_head, self.rel_dep = nn.Linear(2 * hidden, REL), nn.Linear(2 * hidden, REL)
        self.arc_bilinear = nn.Parameter(torch.zeros(ARC, ARC))
        nn.init.orthogonal_(self.arc_bilinear)
        self.arc_bias = nn.Linear(ARC, 1)
        self.rel_bilinear = nn.Parameter(torch.randn(rels, REL, REL) * 0.02)
        self.rel_linear = nn.Linear(2 * REL, rels)
        self.root = nn.Parameter(torch.randn(2 * hidden) * 0.1)

    def _drop(self, t, p):
        """Dropout shared over time."""
        if not self.training:
            return t
        return t * (torch.bernoulli(torch.full((t.shape[0], 1, t.shape[2]), 1 - p)) / (1 - p))

    def _run(self, lstm, z, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(z, lengths, batch_first=True, enforce_sorted=False)
        return nn.utils.rnn.pad_packed_sequence(lstm(packed)[0], batch_first=True, total_length=z.shape[1])[0]

    def forward(self, x, mask, lengths):
        """x: [batch, 2 + affixes, tokens] of row numbers. Returns tag scores, arc scores [batch, dependent, head with 0 the root], and label projections."""
        glove, words = x[:, 0], x[:, 1]
        if self.training:
            glove = glove.masked_fill(torch.rand(glove.shape) < 0.05, 1)
            words = words.masked_fill(torch.rand(words.shape) < 0.15, 1)
        z = torch.cat([self.glove(glove) + self.words(words)] + [e(x[:, 2 + i]) for i, e in enumerate(self.affixes)], -1)
        h1 = self._drop(self._run(self.lstm1, self._drop(z, 0.25), lengths), 0.33)
        h2 = self._drop(self._run(self.lstm2, h1, lengths), 0.33)
        with_root = torch.cat([self.root.expand(h2.shape[0], 1, -1), h2], 1)
        project = lambda layer, h: self._drop(F.leaky_relu(layer(h), 0.1), 0.33)
        arc_head, arc_dep = project(self.arc_head, with_root), project(self.arc_dep, h2)
        arcs = arc_dep @ self.arc_bilinear @ arc_head.transpose(1, 2) + self.arc_bias(arc_head).squeeze(-1).unsqueeze(1)
        real = torch.cat([torch.ones(mask.shape[0], 1, dtype=torch.bool), mask], 1)
        arcs = arcs.masked_fill(~real.unsqueeze(1), -1e9)
        n = arcs.shape[1]
        own = torch.zeros(n, n + 1, dtype=torch.bool)
        own[torch.arange(n), torch.arange(1, n + 1)] = True
        return self.tag(h1), arcs.masked_fill(own, -1e9), project(self.rel_head, with_root), project(self.rel_dep, h2)

    def labels(self, rel_head, rel_dep, heads):
        """Label scores [batch, tokens, relations] of each token under the given head."""
        chosen = torch.gather(rel_head, 1, heads.unsqueeze(-1).expand(-1, -1, rel_head.shape[-1]))
        left = torch.einsum('bdi,rij->bdrj', rel_dep, self.rel_bilinear)
        return (left * chosen.unsqueeze(2)).sum(-1) + self.rel_linear(torch.cat([rel_dep, chosen], -1))
