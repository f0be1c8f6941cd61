// The map at work: sheets, zoom, colours, faults, and everybody's access to each state.
import {
  MISSING_FILE, content, expect, halve, heading, holdBack, menu, open, overflow, ready, test, violations, words,
} from './portal.mjs';
import {
  alive, drawing, expectCount, facet, fill, filterFold, mapMore, mapSelect, missingIsles, models, openAlive, provinces, rows, sheet, spot, tool, viewBox,
} from './atlas.mjs';

const { map: names, models: filters, atlas } = words.vi;
const title = content('vi', 'pages').map.title;
const tuyenQuang = provinces.today.find(({ id }) => id === 'tuyen-quang');
const caoBang = provinces.today.find(({ id }) => id === 'cao-bang');
const NARROW = { width: 320, height: 640 };
const of = (id) => models.filter(({ province }) => province === id).length;

test('a province chosen by name opens its sheet and the choice keeps the focus; Escape closes it', async ({ page }) => {
  await openAlive(page, 'ban-do/');
  await mapMore(page).click();
  const choice = mapSelect(page, names.place);
  await choice.focus();
  await choice.selectOption('tuyen-quang');
  // The list can be walked with arrows: focus stays in it, the sheet follows (WCAG 3.2.2).
  await expect(sheet(page, tuyenQuang.name)).toBeVisible();
  await expect(choice).toBeFocused();
  await expect(page.locator('#map').getByText(fill(atlas.in_province, { n: of('tuyen-quang'), place: tuyenQuang.name }))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet(page, tuyenQuang.name)).toBeHidden();
  await expect(choice).toBeFocused();
});

test('a sheet that was closed is closed in the address, too', async ({ page }) => {
  await openAlive(page, 'ban-do/');
  await mapMore(page).click();
  await mapSelect(page, names.place).selectOption('tuyen-quang');
  await expect(page).toHaveURL(/noi=tuyen-quang/);
  await page.keyboard.press('Escape');
  await expect(sheet(page, tuyenQuang.name)).toBeHidden();
  await mapSelect(page, names.region).selectOption('dong-nam-bo');
  await expect(page).toHaveURL(/xem=dong-nam-bo/);
  const before = await viewBox(page);
  await page.reload();
  await alive(page);
  await expect(page.locator('#map').getByRole('button', { name: atlas.close, exact: true })).toBeHidden();
  expect(await viewBox(page)).toBe(before);
});

test('arrow keys walk through the choice of provinces: it keeps the focus', async ({ page }) => {
  await openAlive(page, 'ban-do/');
  await mapMore(page).click();
  const choice = mapSelect(page, names.place);
  await choice.focus();
  await page.keyboard.press('ArrowDown');
  const first = await choice.inputValue();
  await page.keyboard.press('ArrowDown');
  await expect(choice).toBeFocused();
  await expect(choice).not.toHaveValue(first);
});

for (const [size, viewport] of [['wide', { width: 1280, height: 800 }], ['narrow', NARROW]]) {
  test(`a press on a province shows what is there, in sight, on a ${size} screen`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openAlive(page, 'ban-do/');
    await page.mouse.click(...await spot(page, tuyenQuang.code));
    await expect(sheet(page, tuyenQuang.name)).toBeInViewport();
    await expect(page).toHaveURL(/noi=tuyen-quang/);
    const link = page.locator('#map').getByRole('link', { name: fill(atlas.open_province, { place: tuyenQuang.name }) });
    await expect(link).toHaveAttribute('href', '/tinh/tuyen-quang/');
    await page.locator('#map').getByRole('button', { name: atlas.close, exact: true }).click();
    await expect(sheet(page, tuyenQuang.name)).toBeHidden();
  });

  test(`a view with a province opens from its address in sight of its heading on a ${size} screen`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openAlive(page, 'ban-do/?noi=tuyen-quang');
    await expect(sheet(page, tuyenQuang.name)).toBeVisible();
    // Who lands here is at the start of the page, not somewhere below.
    await expect(sheet(page, tuyenQuang.name)).not.toBeFocused();
  });
}

test('neighbours are wide enough for a thumb and open the neighbour', async ({ page }) => {
  await page.setViewportSize(NARROW);
  await openAlive(page, 'ban-do/');
  await page.mouse.click(...await spot(page, tuyenQuang.code));
  const chip = page.locator('#map').getByRole('button', { name: caoBang.name, exact: true });
  const { height, width } = await chip.boundingBox();
  expect(height).toBeGreaterThanOrEqual(44);
  expect(width).toBeGreaterThanOrEqual(44);
  await chip.click();
  await expect(sheet(page, caoBang.name)).toBeFocused();
  await expect(page).toHaveURL(/noi=cao-bang/);
  await expect(page.locator('#map').getByText(fill(atlas.in_province, { n: of('cao-bang'), place: caoBang.name }))).toBeVisible();
});

test('the sheet counts what the filter leaves, and says when nothing is left', async ({ page }) => {
  await openAlive(page, 'ban-do/?noi=tuyen-quang');
  await filterFold(page).click();
  await facet(page, filters.pillar).selectOption('economy');
  const left = models.filter(({ province, pillar }) => province === 'tuyen-quang' && pillar === 'economy').length;
  expect(left).toBeGreaterThan(0);
  await expect(page.locator('#map').getByText(fill(atlas.in_province, { n: left, place: tuyenQuang.name }))).toBeVisible();
  await facet(page, filters.province).selectOption('cao-bang');
  await expect(page.locator('#map').getByText(fill(atlas.none_in_province, { place: tuyenQuang.name }))).toBeVisible();
});

test('a region, the buttons and “whole country” move the map', async ({ page }) => {
  await openAlive(page, 'ban-do/');
  const whole = await viewBox(page);
  const width = async () => Number((await viewBox(page)).split(' ')[2]);
  await mapSelect(page, names.region).selectOption('dong-bang-song-cuu-long');
  await expect.poll(width).toBeLessThan(Number(whole.split(' ')[2]) / 2);
  await expect(page).toHaveURL(/xem=dong-bang-song-cuu-long/);
  const near = await width();
  await tool(page, names.zoom_out).click();
  await expect.poll(width).toBeGreaterThan(near);
  await tool(page, names.zoom_in).click();
  await tool(page, names.zoom_in).click();
  await expect.poll(width).toBeLessThan(near);
  await tool(page, names.whole).click();
  await expect.poll(() => viewBox(page)).toBe(whole);
  await expect(mapSelect(page, names.region)).toHaveValue('');
  await expect(page).toHaveURL(/\/ban-do\/$/);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a swipe over the map moves the page', async ({ page }) => {
    await openAlive(page, 'ban-do/');
    await drawing(page).evaluate((svg) => svg.scrollIntoView({ block: 'center' }));
    const before = await page.evaluate(() => window.scrollY);
    const client = await page.context().newCDPSession(page);
    const touch = (type, y) => client.send('Input.dispatchTouchEvent', { type, touchPoints: y ? [{ x: 195, y }] : [] });
    await touch('touchStart', 600);
    for (let y = 580; y >= 350; y -= 20) await touch('touchMove', y);
    await touch('touchEnd');
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before + 150);
    const actions = await drawing(page).evaluate((svg) => {
      const found = [];
      for (let around = svg; around; around = around.parentElement) found.push(getComputedStyle(around).touchAction);
      return found;
    });
    expect(actions).not.toContain('none');
  });

  test('a tap on a province opens its sheet', async ({ page }) => {
    await openAlive(page, 'ban-do/');
    await page.touchscreen.tap(...await spot(page, tuyenQuang.code));
    await expect(sheet(page, tuyenQuang.name)).toBeInViewport();
  });
});

test('former borders come and go, named “before 1/7/2025” where people see it', async ({ page }) => {
  await openAlive(page, 'ban-do/');
  await mapMore(page).click();
  const layer = drawing(page).locator('g[data-key="former"]');
  await expect(layer.locator('path')).toBeHidden();
  await tool(page, names.former).click();
  await expect(layer.locator('path')).toBeVisible();
  await expect(layer.locator('title')).toHaveText(names.former_name);
  await expect(tool(page, names.former)).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/ranh=cu/);
  await expect.soft(page.locator('#map figcaption').getByText(names.former_name)).toBeVisible();
  await tool(page, names.former).click();
  await expect(layer.locator('path')).toBeHidden();
});

test('another colouring changes the legend and says where there are no data', async ({ page }) => {
  await openAlive(page, 'ban-do/');
  await mapMore(page).click();
  const caption = page.locator('#map figcaption');
  await expect(caption).toContainText(names.models_title);
  await mapSelect(page, names.colour).selectOption({ label: names.rank_title });
  await expect(caption).toContainText(names.rank_title);
  await expect(caption.getByRole('list')).toContainText(fill(names.rank_class, { from: 1, to: 7 }));
  const known = new Set(provinces.today.filter(({ dti }) => dti.some(({ year, of: base, rank }) => year === '2024' && base === 34 && rank)).map(({ code }) => code));
  const hatched = await drawing(page).locator('.map__lands a').evaluateAll((links) => links
    .filter((a) => getComputedStyle(a.querySelector('.land')).fill.includes('url(')).map((a) => a.dataset.code));
  expect(hatched.length).toBeGreaterThan(0);
  expect(hatched.sort()).toEqual(provinces.today.map(({ code }) => code).filter((code) => !known.has(code)).sort());
  await expect(caption.getByRole('list')).toContainText(names.no_data);
  await expect(page).toHaveURL(/mau=dti-2024/);
  await mapSelect(page, names.colour).selectOption({ label: names.models_title });
  await expect(caption.getByRole('list')).not.toContainText(names.no_data);
});

test('the map reached by the menu works without a reload, is announced once and takes the focus', async ({ page, watch }) => {
  await open(page, '');
  await page.evaluate(() => {
    window.said = [];
    window.stayed = true;
    new MutationObserver(() => {
      const text = document.getElementById('announce').textContent;
      if (text) window.said.push(text);
    }).observe(document.getElementById('announce'), { childList: true, characterData: true, subtree: true });
  });
  await menu(page, words.vi.nav.map).click();
  await expect(heading(page, title)).toBeFocused();
  await alive(page);
  await expect(page).toHaveTitle(new RegExp(title));
  expect(await page.evaluate(() => window.stayed)).toBe(true);
  await expect.poll(() => page.evaluate(() => window.said)).toEqual([fill(words.vi.app.arrived, { title })]);
  await expectCount(page, models.length);
  expect(await missingIsles(page)).toEqual([]);
  await filterFold(page).click();
  await facet(page, filters.pillar).selectOption('economy');
  await expectCount(page, models.filter(({ pillar }) => pillar === 'economy').length);
  await page.mouse.click(...await spot(page, '01'));
  await expect(sheet(page, 'Hà Nội')).toBeVisible();
  const before = await viewBox(page);
  await tool(page, names.zoom_in).click();
  await expect.poll(() => viewBox(page)).not.toBe(before);
  expect(watch.requests.filter((url) => url.pathname.endsWith('/ban-do/'))).toEqual([]);
});

test('Back from a model brings the filtered list back', async ({ page }) => {
  await openAlive(page, 'ban-do/');
  await filterFold(page).click();
  await facet(page, filters.scope).selectOption('village');
  const chosen = rows(page).nth(3).getByRole('link');
  const name = await chosen.textContent();
  await chosen.click();
  await expect(heading(page, name)).toBeFocused();
  await page.goBack();
  await alive(page);
  await expectCount(page, models.filter(({ scope }) => scope === 'village').length);
  await expect(facet(page, filters.scope)).toHaveValue('village');
  await expect(rows(page).getByRole('link', { name, exact: true })).toBeInViewport();
});

for (const [what, pattern] of [['models', '**/content/vi/models-*.json'], ['places', '**/content/vi/map-*.json']]) {
  for (const [how, spoil] of [
    ['broke off', (page) => halve(page, pattern)],
    ['does not come', (page) => page.route(pattern, (route) => route.abort())],
  ]) {
    test(`a file of ${what} that ${how} leaves the page to read and says nothing wrong`, async ({ page, watch }) => {
      watch.allow(MISSING_FILE);
      await spoil(page);
      const asked = page.waitForRequest(pattern);
      await open(page, 'ban-do/');
      await asked;
      await page.waitForLoadState('networkidle');
      await expect(heading(page, title)).toBeVisible();
      await expectCount(page, models.length);
      expect(await missingIsles(page)).toEqual([]);
      await expect(page.getByText(atlas.none)).toHaveCount(0);
      await page.mouse.click(...await spot(page, tuyenQuang.code));
      await expect(page).toHaveURL(/\/tinh\/tuyen-quang\/$/);
    });
  }
}

test('where the file of models does not come, no button of the map is offered that does nothing', async ({ page, watch }) => {
  watch.allow(MISSING_FILE);
  await page.route('**/content/vi/models-*.json', (route) => route.abort());
  await open(page, 'ban-do/');
  await page.waitForLoadState('networkidle');
  await expect(tool(page, names.zoom_in)).toBeHidden();
});

test('while the part for maps is still coming, no button of the map is offered that does nothing', async ({ page }) => {
  const release = await holdBack(page, '**/atlas-*.wasm');
  await page.goto('ban-do/');
  await ready(page);
  await expect(tool(page, names.zoom_in)).toBeHidden();
  release();
  await alive(page);
  await expect(tool(page, names.zoom_in)).toBeVisible();
});

const STATES = {
  'the map with an open sheet': async (page) => {
    await openAlive(page, 'ban-do/');
    await page.mouse.click(...await spot(page, tuyenQuang.code));
    await expect(sheet(page, tuyenQuang.name)).toBeVisible();
  },
  'the map with open filters and tools': async (page) => {
    await openAlive(page, 'ban-do/?tru-cot=society&mau=dti-2024&ranh=cu');
    await mapMore(page).click();
    await expect(facet(page, filters.pillar)).toBeVisible();
  },
  'a filter that finds nothing': async (page) => {
    await openAlive(page, 'ban-do/?q=zzqqxx');
    await expectCount(page, 0);
  },
  'the map near by': async (page) => {
    await openAlive(page, 'ban-do/?xem=dong-bang-song-hong');
    await tool(page, names.zoom_in).click();
  },
};
for (const [name, reach] of Object.entries(STATES)) {
  test(`everybody can use ${name}, light and dark, at 320 and 1280 px and with text twice as large`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await reach(page);
    for (const [width, colorScheme] of [[1280, 'light'], [1280, 'dark'], [320, 'light'], [320, 'dark']]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 700 });
      expect.soft(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
    expect.soft(await overflow(page), '320 px').toEqual([]);
    await page.evaluate(() => { document.documentElement.dataset.text = '200'; });
    expect.soft(await overflow(page), '320 px, text 200 %').toEqual([]);
  });
}
