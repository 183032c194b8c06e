import { escapeHtml } from './escape.ts';
import type { Language } from './language.ts';

interface Page {
  language: Language;
  title: string;
  /** HTML, escaped by whoever made it. */
  body: string;
  script: string;
}

/** One narrow card on a quiet ground, for a phone's screen and a laptop's. */
export function layout({ language, title, body, script }: Page): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main class="sheet">${body}</main>
<script type="module">${script}</script>
</body>
</html>`;
}

const style = `
:root { --ground: #eef1f7; --sheet: #fff; --ink: #1b2130; --quiet: #5d6679; --line: #d9deea; --accent: #2f56d0; --good: #18794e; --bad: #b42318 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #12151c; --sheet: #1b202b; --ink: #edf0f7; --quiet: #a2abbd; --line: #313949; --accent: #8aa6ff; --good: #5bd39b; --bad: #ff8d80 }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100dvh; display: grid; place-items: start center; padding: clamp(0px, 4vw, 48px) 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
.sheet { width: min(100%, 26rem); background: var(--sheet); border-radius: 16px; padding: 24px; box-shadow: 0 1px 2px #0002, 0 12px 40px #0001 }
@media (max-width: 30rem) { body { padding: 0 } .sheet { border-radius: 0; min-height: 100dvh; box-shadow: none } }
.note { display: inline-block; margin: 0 0 20px; padding: 2px 10px; border-radius: 99px; background: #f5b83d33; font-size: 13px }
h1 { margin: 0; font-size: 17px; font-weight: 500; color: var(--quiet); overflow-wrap: anywhere }
.amount { margin: 2px 0 24px; font-size: 40px; font-weight: 650; letter-spacing: -.02em; font-variant-numeric: tabular-nums }
h2 { margin: 0 0 10px; font-size: 14px; font-weight: 600 }
.choices { display: grid; gap: 8px }
button { width: 100%; min-height: 48px; padding: 10px 14px; border: 1px solid var(--line); border-radius: 10px; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer }
button:hover { border-color: var(--accent) }
button:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
button[disabled] { opacity: .55; cursor: default }
button.main { background: var(--accent); border-color: var(--accent); color: var(--sheet); font-weight: 600; text-align: center }
button b { display: block; font-weight: 600; font-variant-numeric: tabular-nums }
button span, label { color: var(--quiet); font-size: 14px }
form { display: grid; gap: 8px; margin-top: 20px }
input { width: 100%; min-height: 48px; padding: 10px 14px; border: 1px solid var(--line); border-radius: 10px; background: none; color: inherit; font: inherit; font-variant-numeric: tabular-nums }
.said { min-height: 1.5em; margin: 16px 0 0; font-weight: 550 }
.said.good { color: var(--good) } .said.bad { color: var(--bad) }
[hidden] { display: none !important }
`;
