// @ts-check
import { offerNewPhones } from './add-phone.js';
import { fetchClock, showClock } from './clock.js';
import { desk, isFirstVisit, keepDesk } from './desk.js';
import { offerDrawers, openDrawer } from './drawers.js';
import { byId } from './element.js';
import { fetchFaults, offerFaults } from './faults.js';
import { listen } from './live.js';
import { fetchMoney, fetchOpenLinks, showCards } from './money.js';
import { notify, tryTo } from './notice.js';
import { focusFront, showOpenPhones } from './open-phones.js';
import { showPhoneList } from './phone-list.js';
import { allPhones, changed, fetchPhones, fetchTexts, look, openPhone } from './phones.js';
import { gathered } from './gather.js';
import { readNumber } from './words.js';
import { world } from './world.js';

const YOU = '+15125550100';

const start = async () => {
  showTheme();
  showGuide();
  showOpenPhones();
  showPhoneList();
  offerNewPhones();
  offerFaults();
  showCards();
  showClock(() => fetchNews(new Set(['all'])));
  offerDrawers((name) => void tryTo(name === 'money' ? fetchMoney : fetchFaults));
  window.addEventListener('focus', () => {
    look(desk.active);
    changed();
  });
  await fetchNews(new Set(['all']));
  await openWanted();
  const hear = gathered(fetchNews);
  listen(hear, () => desk.active);
};

/** Phones named in the address (?phones=+15125550100,...); else those of the last visit; at the first visit, yours. */
const openWanted = async () => {
  // A plus in an address reads as a blank.
  const named = (new URLSearchParams(location.search).get('phones') ?? '').split(',').map(readNumber);
  for (const number of named) if (number) await openPhone(number);
  if (isFirstVisit && desk.open.length === 0) await openYours();
  focusFront();
};

const openYours = async () => {
  const isKnown = allPhones().some(({ number, label }) => number === YOU && label !== YOU);
  if (!isKnown) await world.putPhone(YOU, { label: 'You', role: 'homeowner' }).catch(() => undefined);
  await fetchPhones().catch(() => undefined);
  await openPhone(YOU);
};

/** Fetches what the topics name; a topic that is not known here means everything. @param {Set<string>} topics */
const fetchNews = async (topics) => {
  const heard = [...topics];
  const isAll = heard.some((topic) => !/^(phones|phone:.*|clock|payments|accounts|disputes|faults|mails)$/.test(topic));
  const has = (/** @type {string[]} */ ...names) => isAll || names.some((name) => topics.has(name));
  const numbers = desk.open.filter((number) => has(`phone:${number}`));
  try {
    await Promise.all([
      ...numbers.map(fetchTexts),
      has('clock') && fetchClock(),
      has('payments', 'disputes', 'accounts') && fetchMoneyShown(),
      has('faults') && fetchFaults(),
    ]);
    if (has('phones') || heard.some((topic) => topic.startsWith('phone:'))) await fetchPhones();
    setAway(false);
  } catch {
    setAway(true);
  }
};

const fetchMoneyShown = () => Promise.all([fetchOpenLinks(), openDrawer === 'money' && fetchMoney()]);

let isAway = false;

/** @param {boolean} isNow */
const setAway = (isNow) => {
  if (isNow && !isAway) notify('The sandbox does not answer. The page goes on by itself when it is back.');
  isAway = isNow;
};

const showTheme = () => {
  const apply = () => void (document.documentElement.dataset.theme = desk.theme ?? '');
  apply();
  byId('theme').addEventListener('click', () => {
    const isDark = desk.theme ? desk.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    desk.theme = isDark ? 'light' : 'dark';
    keepDesk();
    apply();
  });
};

const showGuide = () => {
  const set = (/** @type {boolean} */ isShut) => {
    desk.isGuideShut = isShut;
    byId('guide').hidden = isShut;
    keepDesk();
  };
  // On a small screen it would lie over the only phone: there it comes when it is asked for.
  byId('guide').hidden = desk.isGuideShut || matchMedia('(width < 900px)').matches;
  byId('guide-close').addEventListener('click', () => set(true));
  byId('guide-open').addEventListener('click', () => {
    document.body.dataset.list = '';
    set(!byId('guide').hidden);
    if (!desk.isGuideShut) byId('guide').scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
};

void start();
