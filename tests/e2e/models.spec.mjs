// Local models: each says what was done, what came of it, where it stumbled and who says so.
import { MISSING_FILE, content, expect, halve, heading, holdBack, open, ready, test, words } from './portal.mjs';
import {
  alive, expectCount, facet, fill, filterFold, models, openAlive, provinces, readPages, rows, status, typed,
} from './atlas.mjs';

const { models: names, atlas, choices } = words.vi;
const addresses = new Map(content('shared', 'sources').map(({ id, url }) => [id, url]));
const title = content('vi', 'pages').models.title;
const form = (page) => page.locator('#fit');
const ask = (page, name) => form(page).getByRole('combobox', { name, exact: true });
const answers = (page) => form(page).getByRole('listitem');
const find = (page) => form(page).getByRole('button', { name: names.fit_button });

for (const [lang, prefix] of [['vi', ''], ['en', 'en/']]) {
  test(`the list names every model and leads to its page in ${lang}`, async ({ page }) => {
    await openAlive(page, `${prefix}mo-hinh/`);
    await expect(rows(page)).toHaveCount(models.length);
    expect(models).toHaveLength(129);
    const links = await rows(page).getByRole('link').evaluateAll((all) => all.map((a) => [a.textContent, a.getAttribute('href')]));
    const expected = models.map(({ id }) => [content(lang, 'models').find((one) => one.id === id).name, `/${prefix}mo-hinh/${id}/`]);
    expect(new Map(links)).toEqual(new Map(expected));
  });

  test(`each model says its result, where it stumbled and its source in ${lang}`, async ({ context, request }) => {
    const texts = new Map(content(lang, 'models').map((one) => [one.id, one]));
    const ids = models.map(({ id }) => id);
    const pages = await readPages(context, request, ids.map((id) => `${prefix}mo-hinh/${id}/`), (page) => {
      const text = (selector) => page.querySelector(selector)?.textContent.trim() ?? '';
      return {
        title: text('h1'),
        inTab: page.title,
        figures: [...page.querySelectorAll('#results dt .figure[data-passport]')].filter((one) => /\d|%|\p{L}/u.test(one.textContent)).length,
        labels: [...page.querySelectorAll('#results dd')].map((one) => one.textContent.trim()).filter(Boolean).length,
        results: text('#results'),
        question: text('#stumbles h2'),
        stumbles: text('#stumbles p'),
        proof: text('#proof'),
        links: page.querySelectorAll('#proof a[href^="http"]').length,
        province: page.querySelector('#facts a')?.getAttribute('href'),
      };
    });
    const { models: said, passports } = words[lang];
    pages.forEach((page, at) => {
      const model = models[at];
      const text = texts.get(model.id);
      const where = `${prefix}mo-hinh/${model.id}/`;
      expect.soft(page.title, where).toBe(text.name);
      expect.soft(page.inTab, where).toContain(text.name);
      expect.soft(page.figures, `${where}: figures with a passport`).toBe(model.figures.length);
      expect.soft(page.labels, `${where}: figures say what they count`).toBe(model.figures.length);
      if (!model.figures.length) expect.soft(page.results, where).toContain(said.no_results);
      expect.soft(page.question, where).toBe(said.stumbles);
      expect.soft(page.stumbles, where).not.toBe('');
      if (text.stumbles === 'unknown') expect.soft(page.stumbles, where).toBe(said.not_shared);
      expect.soft(page.proof, where).toContain(said.source);
      expect.soft(page.proof, where).not.toContain(passports.no_source);
      // Nobody is sent to an address that is not secured: its host is named instead.
      const { protocol, host } = new URL(addresses.get(model.source));
      if (protocol === 'https:') expect.soft(page.links, `${where}: a link to the source`).toBeGreaterThanOrEqual(1);
      else expect.soft(page.proof, where).toContain(host.replace(/^www\./, ''));
      expect.soft(page.province, where).toBe(`/${prefix}tinh/${model.province}/`);
    });
  });
}

test('the result of a model opens its passport, with the source', async ({ page }) => {
  await open(page, 'mo-hinh/dn-tuan-le-2023/');
  await page.locator('#results').getByRole('link', { name: '9 hội thảo' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName(/9 hội thảo/);
  await expect(dialog).toContainText('Một Thế Giới');
  await expect(dialog).toContainText(words.vi.statuses.measured);
  await page.keyboard.press('Escape');
  await expect(page.locator('#results').getByRole('link', { name: '9 hội thảo' })).toBeFocused();
});

const CASES = [
  { [names.fit_scope]: 'commune', [names.fit_terrain]: 'highland', [names.fit_network]: 'low', [names.fit_budget]: 'low', [names.fit_people]: 'low' },
  { [names.fit_scope]: 'market', [names.fit_network]: 'medium' },
  { [names.fit_terrain]: 'island' },
  { [names.fit_scope]: 'school', [names.fit_terrain]: 'urban', [names.fit_network]: 'high', [names.fit_budget]: 'high', [names.fit_people]: 'high' },
];

test('the same answers give the same three models in the same order, each with its reason', async ({ page }) => {
  await openAlive(page, 'mo-hinh/');
  const give = async (entries) => {
    for (const name of [names.fit_scope, names.fit_terrain, names.fit_network, names.fit_budget, names.fit_people]) await ask(page, name).selectOption('');
    for (const [name, value] of entries) await ask(page, name).selectOption(value);
    await find(page).click();
    await expect(answers(page)).toHaveCount(3);
    return answers(page).allInnerTexts();
  };
  const byName = new Map(content('vi', 'models').map((one) => [one.name, models.find(({ id }) => id === one.id)]));
  const seen = [];
  for (const answered of CASES) {
    const first = await give(Object.entries(answered));
    seen.push(first.join());
    for (const text of first) {
      const [name, place, why] = text.split('\n').map((line) => line.trim()).filter(Boolean);
      const model = byName.get(name);
      expect(model, name).toBeTruthy();
      expect(place).toContain(provinces.today.find(({ id }) => id === model.province).name);
      expect(why).toMatch(new RegExp(`^(${atlas.fit_why}|${atlas.fit_but}) .+\\.$`));
      // What a reason says is true of the model.
      for (const [key, value] of Object.entries(choices.scopes)) {
        if (why.includes(fill(atlas.fit_scope, { value }))) expect(model.scope, name).toBe(key);
      }
      for (const [key, value] of Object.entries(choices.terrains)) {
        if (why.includes(fill(atlas.fit_terrain, { value }))) expect(model.terrain, name).toContain(key);
      }
      if (why.includes(atlas.fit_measured)) expect(model.evidence, name).toBe('measured');
    }
    expect(await give(Object.entries(answered).reverse())).toEqual(first);
  }
  expect(new Set(seen).size, 'other answers, other models').toBe(CASES.length);
});

test('where a market is asked for, a market comes first', async ({ page }) => {
  await openAlive(page, 'mo-hinh/');
  await ask(page, names.fit_scope).selectOption('market');
  await find(page).click();
  await expect(answers(page)).toHaveCount(3);
  await expect(answers(page).first()).toContainText(fill(atlas.fit_scope, { value: choices.scopes.market }));
});

test('the address restores the answers and the three models, for oneself and for others', async ({ context, page }) => {
  await openAlive(page, 'mo-hinh/');
  await ask(page, names.fit_scope).selectOption('village');
  await ask(page, names.fit_budget).selectOption('low');
  await find(page).click();
  await expect(answers(page)).toHaveCount(3);
  const before = await answers(page).allInnerTexts();
  await expect(page).toHaveURL(/o-dau=village&tien=low/);
  await page.reload();
  await ready(page);
  await expect(ask(page, names.fit_scope)).toHaveValue('village');
  await expect(answers(page)).toHaveCount(3);
  expect(await answers(page).allInnerTexts()).toEqual(before);
  const friend = await context.newPage();
  await openAlive(friend, page.url());
  await expect(ask(friend, names.fit_budget)).toHaveValue('low');
  await expect(answers(friend)).toHaveCount(3);
  expect(await answers(friend).allInnerTexts()).toEqual(before);
});

test('answers and filters live together in the address', async ({ page }) => {
  await openAlive(page, 'mo-hinh/');
  await ask(page, names.fit_scope).selectOption('village');
  await find(page).click();
  await expect(answers(page)).toHaveCount(3);
  await filterFold(page).click();
  await facet(page, names.pillar).selectOption('society');
  await expectRows(page, models.filter(({ pillar }) => pillar === 'society').length);
  await page.reload();
  await alive(page);
  await expect(answers(page)).toHaveCount(3);
  await expectRows(page, models.filter(({ pillar }) => pillar === 'society').length);
});

test('without an answer the form asks for one', async ({ page }) => {
  await openAlive(page, 'mo-hinh/');
  await find(page).press('Enter');
  await expect(form(page).getByRole('status')).toHaveText(atlas.fit_none);
});

test('answers sent before the program arrives are kept, and answered when it does', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await page.goto('mo-hinh/');
  await ask(page, names.fit_scope).selectOption('market');
  await ask(page, names.fit_network).selectOption('low');
  await find(page).click();
  await expect(page).toHaveURL(/o-dau=market/);
  await expect(page).toHaveURL(/mang=low/);
  release();
  await ready(page);
  await expect(ask(page, names.fit_scope)).toHaveValue('market');
  await expect(ask(page, names.fit_network)).toHaveValue('low');
  await expect(answers(page)).toHaveCount(3);
});

test('answers chosen but not sent before the program arrives stay', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await page.goto('mo-hinh/');
  await ask(page, names.fit_terrain).selectOption('coast');
  release();
  await alive(page);
  await expect(ask(page, names.fit_terrain)).toHaveValue('coast');
  await find(page).click();
  await expect(answers(page).first()).toContainText(fill(atlas.fit_terrain, { value: choices.terrains.coast }));
});

test('one of the three opens, and Back shows the three again', async ({ page }) => {
  await openAlive(page, 'mo-hinh/?o-dau=market');
  await expect(answers(page)).toHaveCount(3);
  const before = await answers(page).allInnerTexts();
  const first = answers(page).first().getByRole('link');
  const name = await first.innerText();
  await first.click();
  await expect(heading(page, name)).toBeFocused();
  await page.goBack();
  await expect(answers(page)).toHaveCount(3);
  expect(await answers(page).allInnerTexts()).toEqual(before);
});

/** The list without a map: count and rows. */
async function expectRows(page, n) {
  await expect(status(page)).toHaveText(n ? fill(atlas.count, { n }) : `${atlas.none}. ${atlas.none_help}`);
  await expect(rows(page)).toHaveCount(n);
}

test('the list is filtered here, too, and its address brings the same list back', async ({ page }) => {
  await openAlive(page, 'mo-hinh/');
  await filterFold(page).click();
  await facet(page, names.evidence).selectOption('measured');
  const n = models.filter(({ evidence }) => evidence === 'measured').length;
  await expectRows(page, n);
  await typed(page).fill('cho');
  await expect(rows(page)).not.toHaveCount(n);
  const before = await rows(page).allTextContents();
  await expect(page).toHaveURL(/bang-chung=measured&q=cho$/);
  await page.reload();
  await alive(page);
  expect(await rows(page).allTextContents()).toEqual(before);
  await page.getByRole('button', { name: names.reset }).click();
  await expectRows(page, models.length);
  await expect(page).toHaveURL(/\/mo-hinh\/$/);
});

for (const [how, spoil] of [
  ['broke off', (page) => halve(page, '**/content/vi/models-*.json')],
  ['does not come', (page) => page.route('**/content/vi/models-*.json', (route) => route.abort())],
]) {
  test(`a file of models that ${how} leaves the list to read and says nothing wrong`, async ({ page, watch }) => {
    watch.allow(MISSING_FILE);
    await spoil(page);
    const asked = page.waitForRequest('**/content/vi/models-*.json');
    await open(page, 'mo-hinh/');
    await asked;
    await page.waitForLoadState('networkidle');
    await expect(heading(page, title)).toBeVisible();
    await expectRows(page, models.length);
    await expect(page.getByText(atlas.none)).toHaveCount(0);
    await expect(answers(page)).toHaveCount(0);
    await rows(page).first().getByRole('link').click();
    await expect(heading(page, content('vi', 'models')[0].name)).toBeVisible();
  });
}

test('without the program the list and its links are there', async ({ page, watch }) => {
  watch.allow(MISSING_FILE);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('mo-hinh/');
  await expectRows(page, models.length);
  await rows(page).nth(7).getByRole('link').click();
  await expect(page.getByRole('heading', { name: names.stumbles })).toBeVisible();
});

/** Only these numbers, not the map's: see map.spec.mjs. */
test('the count of the list is the count of the map', async ({ page }) => {
  await openAlive(page, 'ban-do/?bang-chung=measured');
  await expectCount(page, models.filter(({ evidence }) => evidence === 'measured').length);
});
