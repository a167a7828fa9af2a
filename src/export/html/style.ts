/** One type scale (13, 15, 17, 24), one spacing scale (4, 8, 16, 24), six colours that mean kinds. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fbfaf7;--card:#fff;--ink:#1c1b19;--soft:#5f5b54;--line:#e2ded6;--focus:#1d5fd1;
--statement:#1f5fa8;--event:#b3261e;--agreement:#1d7044;--dependency:#7a3fa0;--estimate:#8a5a00;--relation:#0b6e7d;--hit:#fff1b8}
@media(prefers-color-scheme:dark){:root:not([data-theme=light]){--bg:#141413;--card:#1d1d1b;--ink:#ece9e2;--soft:#a8a399;--line:#35332f;--focus:#8ab4ff;
--statement:#8ab8f0;--event:#ff9a91;--agreement:#7fd3a3;--dependency:#d3a6f2;--estimate:#e9bd5c;--relation:#7fd0dd;--hit:#4a4214}}
:root[data-theme=dark]{--bg:#141413;--card:#1d1d1b;--ink:#ece9e2;--soft:#a8a399;--line:#35332f;--focus:#8ab4ff;
--statement:#8ab8f0;--event:#ff9a91;--agreement:#7fd3a3;--dependency:#d3a6f2;--estimate:#e9bd5c;--relation:#7fd0dd;--hit:#4a4214}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
header{padding:24px 24px 8px;max-width:1400px;margin:0 auto}
h1{font-size:24px;line-height:1.25;margin:0 0 4px;text-wrap:balance}
h2{font-size:13px;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:24px 0 8px}
.meta{color:var(--soft);font-size:13px;margin:0 0 16px}
.bar{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
button,input{font:inherit;font-size:13px;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:4px 10px;min-height:32px}
button{cursor:pointer}
button[aria-pressed=true]{border-color:currentColor;font-weight:600}
button[aria-pressed=false]{color:var(--soft)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.n{font-variant-numeric:tabular-nums}
main{display:grid;grid-template-columns:minmax(0,1.1fr) minmax(0,1fr);gap:24px;max-width:1400px;margin:0 auto;padding:8px 24px 48px}
.text{font:17px/1.7 Georgia,"Iowan Old Style","Times New Roman",serif;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:24px;align-self:start}
.text span[data-records]{text-decoration-line:underline;text-decoration-thickness:2px;text-underline-offset:4px;cursor:pointer;border-radius:2px}
.text span.soft{text-decoration-style:dashed}
.text span[data-actors]:not([data-records]){border-bottom:1px dotted var(--soft)}
.k-statement{text-decoration-color:var(--statement);color:var(--statement)}.k-event{text-decoration-color:var(--event);color:var(--event)}
.k-agreement{text-decoration-color:var(--agreement);color:var(--agreement)}.k-dependency{text-decoration-color:var(--dependency);color:var(--dependency)}
.k-estimate{text-decoration-color:var(--estimate);color:var(--estimate)}.k-relation{text-decoration-color:var(--relation);color:var(--relation)}
.text span{color:inherit}
.hit{background:var(--hit)}
.text .who{outline:2px solid var(--focus);outline-offset:1px;border-radius:2px}
.records{position:sticky;top:16px;align-self:start;max-height:calc(100vh - 32px);overflow:auto;padding-right:4px}
.records h2:first-child{margin-top:0}
.record{background:var(--card);border:1px solid var(--line);border-left:4px solid currentColor;border-radius:6px;padding:8px 12px;margin:0 0 8px;cursor:pointer;content-visibility:auto;contain-intrinsic-size:auto 84px}
.record>*{color:var(--ink)}
.record .what{font-size:13px;font-weight:600;color:inherit}
.record .line{font-weight:600}
.record .notes{font-size:13px;color:var(--soft)}
.record .standing{color:var(--estimate);font-weight:600}
.record q{display:block;font:italic 15px/1.45 Georgia,serif;quotes:none;color:var(--soft);margin-top:4px}
.record dl{display:none;grid-template-columns:max-content 1fr;gap:0 12px;font-size:13px;margin:8px 0 0}
.record[aria-expanded=true] dl{display:grid}
.record dt{color:var(--soft)}.record dd{margin:0;overflow-wrap:anywhere}
.record.hit{background:var(--hit)}
.timeline{display:block;width:100%;height:auto;margin:16px 0 0;background:var(--card);border:1px solid var(--line);border-radius:8px}
.timeline rect{fill:currentColor;opacity:.75;cursor:pointer}.timeline rect.hit{opacity:1;stroke:var(--ink);stroke-width:2}
.timeline text{font-size:11px;fill:var(--soft);font-variant-numeric:tabular-nums}
.issues{font-size:13px;color:var(--soft);padding-left:20px}
.hidden{display:none}
dialog{color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:8px;padding:24px}
dialog dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0 0 16px}dialog dd{margin:0}
kbd{font:13px ui-monospace,monospace;border:1px solid var(--line);border-radius:4px;padding:1px 6px}
@media(max-width:860px){main{grid-template-columns:1fr;padding:8px 12px 32px;gap:16px}header{padding:16px 12px 8px}.records{position:static;max-height:none}.text{padding:16px}}
@media(prefers-reduced-motion:no-preference){.record,.text span{transition:background-color .12s}}
@media print{.bar,.timeline{display:none}main{display:block}}
`
