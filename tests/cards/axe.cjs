// Draws every card with the official renderer and lets axe look at it.
// Reads {name: card} from stdin, writes {name: [fault, ...]} to stdout.
'use strict';
const { JSDOM } = require('jsdom');

const page = new JSDOM('<!doctype html><html lang="en"><head><title>t</title></head><body><main></main></body></html>', { pretendToBeVisual: true });
global.self = global;
global.window = page.window;
global.document = page.window.document;
for (const key of Object.getOwnPropertyNames(page.window)) {
  if (/^(HTML|SVG|Node|Event|Mouse|Keyboard|Element|getComputedStyle|Document)/.test(key)) global[key] = page.window[key];
}
// jsdom lays nothing out, so it has no innerText of its own
Object.defineProperty(page.window.HTMLElement.prototype, 'innerText', {
  set(value) { this.textContent = value; },
  get() { return this.textContent; },
});
console.warn = () => {};

const AC = require('adaptivecards/dist/adaptivecards.js');
const axe = require('axe-core');
AC.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = text; result.didProcess = true; };

// contrast and visible names need a layout; the theme of Teams answers for contrast
const OFF = { 'color-contrast': { enabled: false }, 'label-content-name-mismatch': { enabled: false } };
// the parser knows "en" and says so of "en-GB"; what is newer than it must have a fallback
// (tests/cards/official.py), which is what it draws and axe looks at
const KNOWN = /"lang"|Unknown element type "(Chart\.[\w.]+|Badge|ProgressBar)"\. Fallback will be used/;

// Every closed panel open, and what ShowCards hold shown under the card.
function opened(node, shown) {
  if (Array.isArray(node)) return node.map((part) => opened(part, shown));
  if (node === null || typeof node !== 'object') return node;
  const copy = {};
  for (const [key, part] of Object.entries(node)) {
    if (key === 'isVisible') continue;
    copy[key] = opened(part, shown);
  }
  if (node.type === 'Action.ShowCard') {
    shown.push({ type: 'Container', items: opened(node.card.body, shown) });
    copy.card = { type: 'AdaptiveCard', version: '1.5', body: [] };
  }
  return copy;
}

async function faults(card) {
  const context = new AC.SerializationContext();
  new AC.AdaptiveCard().parse(card, context);
  const found = [];
  for (let at = 0; at < context.eventCount; at += 1) {
    const message = context.getEventAt(at).message;
    if (!KNOWN.test(message)) found.push(`parser: ${message}`);
  }
  const shown = [];
  const whole = opened(card, shown);
  whole.body = whole.body.concat(shown);
  const drawn = new AC.AdaptiveCard();
  drawn.parse(whole);
  const main = page.window.document.querySelector('main');
  main.replaceChildren(drawn.render());
  const result = await axe.run(main, { rules: OFF, resultTypes: ['violations'] });
  for (const violation of result.violations) {
    found.push(`axe: ${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  }
  if (result.passes.length === 0) found.push('axe looked at nothing');
  return found;
}

async function main() {
  let text = '';
  for await (const part of process.stdin) text += part;
  const answers = {};
  for (const [name, card] of Object.entries(JSON.parse(text))) answers[name] = await faults(card);
  process.stdout.write(JSON.stringify(answers));
}

main().catch((error) => { console.error(error); process.exit(1); });
