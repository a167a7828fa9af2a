// Before the first paint, so that a chosen theme does not flash the other.
try {
  const chosen = localStorage.getItem('readout-theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {}
