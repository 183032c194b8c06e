// Keeps an open page true: it hears a version, fetches its content when its own is another, and changes only what differs.
const main = document.querySelector('main[data-part]');
const state = document.getElementById('live-state');

/** Children are matched by key, so that a list keeps its scroll and its focus while rows come, go and move. */
const keyOf = (element, index) => element.dataset.key ?? `${element.tagName} ${index}`;

const sync = (old, fresh) => {
  if (old.isEqualNode(fresh)) return;
  if (old.dataset.sync === undefined || fresh.dataset.sync === undefined) {
    old.replaceWith(fresh);
    return;
  }
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const known = new Map([...old.children].map((child, index) => [keyOf(child, index), child]));
  const wanted = [...fresh.children];
  let place = old.firstElementChild;
  wanted.forEach((child, index) => {
    const key = keyOf(child, index);
    const same = known.get(key);
    known.delete(key);
    if (same === undefined) {
      child.classList.add('fresh');
      old.insertBefore(child, place);
      return;
    }
    if (same === place) place = place.nextElementSibling;
    else old.insertBefore(same, place);
    sync(same, child);
  });
  for (const gone of known.values()) gone.remove();
};

const isAtBottom = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 40;
const boxes = () => [...document.querySelectorAll('[data-bottom]')];
const toBottom = (box) => {
  box.scrollTop = box.scrollHeight;
};

/** Business time may run ahead of this machine's: the page says what it is there. */
const businessNow = () => Date.now() + offset;
let offset = 0;
const takeClock = () => {
  const said = document.getElementById('content')?.dataset.now;
  if (said !== undefined) offset = Date.parse(said) - Date.now();
};

const UNITS = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];
const spanWords = (ms) => {
  const seconds = Math.abs(ms) / 1_000;
  const unit = UNITS.find(([size]) => seconds >= size);
  return unit === undefined ? 'now' : `${Math.floor(seconds / unit[0])} ${unit[1]}`;
};
const sayTimes = () => {
  for (const time of document.querySelectorAll('time[data-span]')) {
    const words = spanWords(Date.parse(time.dateTime) - businessNow());
    if (time.textContent !== words) time.textContent = words;
  }
};

const show = (words, isGood) => {
  state.hidden = false;
  state.dataset.good = isGood ? 'yes' : 'no';
  if (state.textContent !== words) state.textContent = words;
};

const take = (markup) => {
  const fresh = new DOMParser().parseFromString(markup, 'text/html').getElementById('content');
  const old = document.getElementById('content');
  if (fresh === null || old === null) return;
  const following = boxes().filter(isAtBottom);
  const focused = document.activeElement?.id;
  sync(old, fresh);
  following.forEach(toBottom);
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
  takeClock();
  sayTimes();
};

let isFetching = false;
let wanted = null;

/** One fetch at a time; what is heard meanwhile is fetched afterwards. */
const fetchPart = async () => {
  if (isFetching) return;
  isFetching = true;
  try {
    while (wanted !== null && wanted !== document.getElementById('content')?.dataset.version) {
      wanted = null;
      const answer = await fetch(main.dataset.part, { headers: { accept: 'text/x-part' } });
      if (answer.status === 401) location.reload();
      if (!answer.ok) break;
      take(await answer.text());
    }
  } catch {
    show('Connecting …', false);
  } finally {
    isFetching = false;
  }
};

const hear = () => {
  const source = new EventSource(main.dataset.events);
  source.addEventListener('open', () => show('Live', true));
  source.addEventListener('version', ({ data }) => {
    wanted = JSON.parse(data);
    void fetchPart();
  });
  source.addEventListener('error', () => {
    show('Connecting …', false);
    if (source.readyState !== EventSource.CLOSED) return;
    // Refused for good: perhaps the session is over, which the next fetch finds out.
    wanted = 'another';
    void fetchPart();
    setTimeout(hear, 5_000);
  });
  addEventListener('pagehide', () => source.close(), { once: true });
};

if (main !== null) {
  takeClock();
  sayTimes();
  boxes().forEach(toBottom);
  setInterval(sayTimes, 10_000);
  hear();
}
