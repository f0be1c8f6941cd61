// The map: readable before it works, one list and one count with it, both archipelagos always.
import { readFileSync } from 'node:fs';
import {
  MISSING_FILE, content, expect, heading, holdBack, open, ready, test, words,
} from './portal.mjs';
import {
  ISLES, alive, badges, drawing, expectCount, facet, fill, filterFold, mapMore, mapSelect, missingIsles, models, openAlive, paper, provinces, regions, rows, spot, status, tool, typed, viewBox,
} from './atlas.mjs';

const { map: names, models: filters, atlas, choices } = words.vi;
const title = content('vi', 'pages').map.title;
const tuyenQuang = provinces.today.find(({ id }) => id === 'tuyen-quang');
const caoBang = provinces.today.find(({ id }) => id === 'cao-bang');
const of = (id) => models.filter(({ province }) => province === id).length;

test.describe('without the program', () => {
  test.beforeEach(async ({ page, watch }) => {
    watch.allow(MISSING_FILE);
    await page.route('**/*.wasm', (route) => route.abort());
  });

  test('the list, the tiles and the provinces by region are there to read', async ({ page }) => {
    await page.goto('ban-do/');
    await expect(heading(page, title)).toBeVisible();
    await expect(rows(page)).toHaveCount(models.length);
    await expect(status(page)).toHaveText(fill(filters.count, { n: models.length }));
    const tiles = page.getByRole('list', { name: names.tiles_title }).getByRole('link');
    await expect(tiles).toHaveCount(provinces.today.length + ISLES.length);
    for (const { id, name } of provinces.today) {
      await expect(page.locator('#places').getByRole('link', { name, exact: true })).toHaveAttribute('href', `/tinh/${id}/`);
    }
    expect(await badges(page)).toEqual(Object.fromEntries(provinces.today.map(({ code, id }) => [code, of(id)])));
    expect(await missingIsles(page)).toEqual([]);
  });

  test('a press on a province opens its page', async ({ page }) => {
    await page.goto('ban-do/');
    // The notice moves the page down: it has to stand first.
    await expect(page.getByText(words.vi.recovery.failed)).toBeVisible();
    await page.mouse.click(...await spot(page, tuyenQuang.code));
    await expect(page).toHaveURL(/\/tinh\/tuyen-quang\/$/);
    await expect(heading(page, /Tuyên Quang/)).toBeVisible();
  });

  test('every province of the drawing leads to its page', async ({ page }) => {
    await page.goto('ban-do/');
    const links = await drawing(page).locator('.map__lands a').evaluateAll((all) =>
      all.map((a) => [a.dataset.code, a.getAttribute('href')]));
    expect(Object.fromEntries(links))
      .toEqual(Object.fromEntries(provinces.today.map(({ code, id }) => [code, `/tinh/${id}/`])));
  });

  test('paper names both archipelagos', async ({ page }) => {
    await page.goto('ban-do/');
    await page.emulateMedia({ media: 'print' });
    expect(await missingIsles(page)).toEqual([]);
  });
});

test('a press on a province before the program arrives opens its page', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await page.goto('ban-do/');
  await page.mouse.click(...await spot(page, tuyenQuang.code));
  await expect(page).toHaveURL(/\/tinh\/tuyen-quang\/$/);
  release();
});

test.describe('both archipelagos are named, with their provinces', () => {
  for (const width of [1280, 320]) {
    test(`in the whole country and four times nearer at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openAlive(page, 'ban-do/');
      expect(await missingIsles(page), 'whole').toEqual([]);
      for (let step = 1; step <= 4; step += 1) {
        const before = await viewBox(page);
        await tool(page, names.zoom_in).click();
        await expect.poll(() => viewBox(page)).not.toBe(before);
        expect(await missingIsles(page), `nearer, ${step}`).toEqual([]);
      }
    });

    test(`in the full frame and four times nearer from there at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openAlive(page, 'ban-do/');
      await tool(page, names.full).click();
      await expect(drawing(page)).toHaveAttribute('data-view', 'full');
      expect(await missingIsles(page), 'full').toEqual([]);
      for (let step = 1; step <= 4; step += 1) {
        await tool(page, names.zoom_in).click();
        expect.soft(await missingIsles(page), `nearer, ${step}`).toEqual([]);
      }
      for (const { id } of regions) {
        await mapSelect(page, names.region).selectOption(id);
        expect.soft(await missingIsles(page), id).toEqual([]);
      }
    });

    test(`in every region and every province at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openAlive(page, 'ban-do/');
      for (const { id } of regions) {
        const before = await viewBox(page);
        await mapSelect(page, names.region).selectOption(id);
        await expect.poll(() => viewBox(page)).not.toBe(before);
        expect(await missingIsles(page), id).toEqual([]);
      }
      await mapMore(page).click();
      for (const { id } of provinces.today) {
        await mapSelect(page, names.place).selectOption(id);
        expect(await missingIsles(page), id).toEqual([]);
      }
    });
  }

  test('among the tiles and in the list of provinces', async ({ page }) => {
    await openAlive(page, 'ban-do/');
    for (const { name, of: unit, page: address } of ISLES) {
      const tile = page.getByRole('list', { name: names.tiles_title }).getByRole('link', { name: `${name} ${unit}` });
      await expect(tile).toBeVisible();
      await expect(tile).toHaveAttribute('href', address);
      const item = page.locator('#places').getByRole('listitem').getByRole('link', { name: `${name} ${unit}` });
      await expect(item).toBeVisible();
      await expect(item).toHaveAttribute('href', address);
    }
  });

  test('in the drawing that is taken away', async ({ page }) => {
    await openAlive(page, 'ban-do/');
    await tool(page, names.zoom_in).click();
    await mapMore(page).click();
    const coming = page.waitForEvent('download');
    await tool(page, names.svg).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/\.svg$/);
    const text = readFileSync(await download.path(), 'utf8');
    const blank = await page.context().newPage();
    const drawn = await blank.evaluate((source) => {
      const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
      return {
        root: root.nodeName,
        texts: [...root.querySelectorAll('text')].map((one) => one.textContent),
        dots: [...root.querySelectorAll('g circle')].map((one) => [Number(one.getAttribute('cx')), Number(one.getAttribute('cy'))]),
        lands: root.querySelectorAll('g path[fill-rule]').length,
      };
    }, text);
    expect(drawn.root).toBe('svg');
    expect(drawn.lands).toBe(provinces.today.length);
    for (const { name, of: unit } of ISLES) {
      expect(drawn.texts).toContain(name);
      expect(drawn.texts).toContain(unit);
    }
    for (const [x, y] of ANCHORS) {
      expect(drawn.dots.filter(([cx, cy]) => Math.hypot(cx - x, cy - y) < 80).length).toBeGreaterThan(5);
    }
    expect(drawn.texts.join(' ')).toContain('OpenStreetMap');
    expect(drawn.texts).toContain(atlas.map_title);
  });

  test('a drawing taken away from a filtered map does not claim to count them all', async ({ page }) => {
    await openAlive(page, 'ban-do/?tru-cot=society');
    await mapMore(page).click();
    const coming = page.waitForEvent('download');
    await tool(page, names.svg).click();
    const texts = [...readFileSync(await (await coming).path(), 'utf8').matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text);
    const shown = Object.values(await badges(page)).reduce((a, b) => a + b, 0);
    expect(shown).toBeLessThan(models.length);
    expect(texts.filter((text) => /^\d+$/.test(text)).reduce((a, b) => a + Number(b), 0)).toBe(shown);
    expect(texts.join(' ')).not.toContain(fill(names.count, { n: models.length }));
  });

  test('in the picture that is taken away', async ({ page }) => {
    await openAlive(page, 'ban-do/');
    await tool(page, names.zoom_in).click();
    await mapMore(page).click();
    const coming = page.waitForEvent('download');
    await tool(page, names.png).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/\.png$/);
    const bytes = [...readFileSync(await download.path())];
    const blank = await page.context().newPage();
    const seen = await blank.evaluate(async ([data, anchors]) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(data)], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const paint = canvas.getContext('2d');
      paint.drawImage(picture, 0, 0);
      // Units of the map to pixels: twice as large, below a head of 80 units.
      const ink = ([x, y], half) => {
        const size = 4 * half;
        const { data: pixels } = paint.getImageData(2 * (x - half), 2 * (y + 80 - half), size, size);
        let dark = 0;
        for (let at = 0; at < pixels.length; at += 4) dark += pixels[at] + pixels[at + 1] + pixels[at + 2] < 300;
        return dark;
      };
      return { size: [picture.width, picture.height], isles: anchors.map((at) => ink(at, 70)), sea: ink([900, 300], 60) };
    }, [bytes, ANCHORS]);
    expect(seen.size).toEqual([2000, 2720]);
    for (const dark of seen.isles) expect(dark, 'dots of islands').toBeGreaterThan(300);
    expect(seen.sea, 'the open sea').toBe(0);
  });

  test('on paper, however near one looked', async ({ page }) => {
    await openAlive(page, 'ban-do/');
    for (let step = 0; step < 4; step += 1) await tool(page, names.zoom_in).click();
    const near = await viewBox(page);
    const text = await paper(page);
    for (const { name, of: unit } of ISLES) {
      // In the drawing, among the tiles and in the list.
      expect(text.split(name).length - 1, name).toBeGreaterThanOrEqual(3);
      expect(text).toContain(unit);
    }
    await expect.poll(() => viewBox(page), 'after printing').toBe(near);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await missingIsles(page)).toEqual([]);
    await expect(drawing(page)).toHaveAttribute('viewBox', '0 0 1000 1188');
  });
});

/** Hoàng Sa at 112° E 16.5° N and Trường Sa at 114.3° E 9.7° N, in units of the full frame. */
const ANCHORS = [[610.81, 443.05], [759.04, 858.28]];

const FACETS = [
  [filters.pillar, 'pillar', ['government', 'economy', 'society']],
  [filters.sector, 'sector', Object.keys(choices.sectors)],
  [filters.scope, 'scope', Object.keys(choices.scopes)],
  [filters.evidence, 'evidence', ['measured', 'counted', 'told']],
  [filters.province, 'province', ['tuyen-quang', 'da-nang', 'khanh-hoa', 'ho-chi-minh']],
];
const regionOf = Object.fromEntries(provinces.today.map(({ id, region }) => [id, region]));

test('after every filter the announced count, the list and the map say the same', async ({ page }) => {
  await openAlive(page, 'ban-do/');
  await expectCount(page, models.length);
  await filterFold(page).click();
  for (const [label, key, values] of FACETS) {
    for (const value of values) {
      await facet(page, label).selectOption(value);
      await expectCount(page, models.filter((model) => model[key] === value).length);
    }
    await facet(page, label).selectOption('');
  }
  for (const { id } of regions) {
    await facet(page, filters.region).selectOption(id);
    await expectCount(page, models.filter(({ province }) => regionOf[province] === id).length);
  }
  await facet(page, filters.region).selectOption('');
  await facet(page, filters.year).selectOption('2025');
  await expectCount(page, models.filter(({ year }) => String(year ?? '').startsWith('2025')).length);
  await facet(page, filters.pillar).selectOption('society');
  const both = models.filter(({ pillar, year }) => pillar === 'society' && String(year ?? '').startsWith('2025'));
  await expectCount(page, both.length);
  expect(await badges(page)).toEqual(both.reduce((sums, { province }) => {
    const { code } = provinces.today.find(({ id }) => id === province);
    return { ...sums, [code]: (sums[code] ?? 0) + 1 };
  }, {}));
});

test('the address carries filters, colours and view: a reload and a friend see the same', async ({ context, page }) => {
  await openAlive(page, 'ban-do/');
  await filterFold(page).click();
  await facet(page, filters.pillar).selectOption('society');
  await facet(page, filters.scope).selectOption('commune');
  await typed(page).fill('to cong nghe');
  await mapSelect(page, names.region).selectOption('bac-trung-bo');
  await mapMore(page).click();
  await mapSelect(page, names.colour).selectOption({ label: names.rank_title });
  await tool(page, names.former).click();
  await expect(page).toHaveURL(/pham-vi=commune/);
  await expect(page).toHaveURL(/ranh=cu/);
  const look = async (at) => ({
    status: await status(at).innerText(),
    rows: await rows(at).allTextContents(),
    badges: await badges(at),
    view: await viewBox(at),
    chosen: [await facet(at, filters.pillar).inputValue(), await facet(at, filters.scope).inputValue(), await typed(at).inputValue()],
    legend: await at.locator('#map figcaption').getByRole('list').innerText(),
    former: await at.locator('#map').getByRole('button', { name: names.former, includeHidden: true }).getAttribute('aria-pressed'),
  });
  const before = await look(page);
  expect(before.rows.length).toBeGreaterThan(0);
  await page.reload();
  await ready(page);
  await alive(page);
  await mapMore(page).click();
  expect(await look(page)).toEqual(before);
  const friend = await context.newPage();
  await openAlive(friend, page.url());
  await mapMore(friend).click();
  expect(await look(friend)).toEqual(before);
});

test('one press takes all filters back, and the address with them', async ({ page }) => {
  await openAlive(page, 'ban-do/?tru-cot=society&pham-vi=commune&q=to');
  await expect(rows(page)).not.toHaveCount(models.length);
  await page.getByRole('button', { name: filters.reset }).click();
  await expectCount(page, models.length);
  await expect(page).toHaveURL(/\/ban-do\/$/);
  await expect(facet(page, filters.pillar)).toHaveValue('');
  await expect(typed(page)).toHaveValue('');
});

test('nothing found is said, with a way on', async ({ page }) => {
  await openAlive(page, 'ban-do/');
  await filterFold(page).click();
  await typed(page).fill('zzqqxxyy');
  await expectCount(page, 0);
  expect(await badges(page)).toEqual({});
  await typed(page).fill('');
  await expectCount(page, models.length);
});

test('words are found without accents, by name, place and old province', async ({ page }) => {
  await openAlive(page, 'ban-do/');
  await filterFold(page).click();
  for (const [query, id] of [['lo lo chai', 'hg-lo-lo-chai'], ['LÔ LÔ CHẢI', 'hg-lo-lo-chai'], ['ha giang', 'hg-ngay-cds'], ['nam giang', 'na-nam-giang']]) {
    await typed(page).fill(query);
    const { name } = content('vi', 'models').find((model) => model.id === id);
    await expect(rows(page).filter({ hasText: name })).toHaveCount(1);
    expect(await rows(page).count(), query).toBeLessThan(20);
    await expectCount(page, await rows(page).count());
  }
});

test('what was chosen before the program arrived is filtered when it does', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await page.goto('ban-do/');
  await filterFold(page).click();
  await facet(page, filters.pillar).selectOption('economy');
  release();
  await ready(page);
  await alive(page);
  await expect(facet(page, filters.pillar)).toHaveValue('economy');
  await expectCount(page, models.filter(({ pillar }) => pillar === 'economy').length);
});

test('filters sent before the program arrives are in the address and work when it does', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await page.goto('ban-do/');
  await filterFold(page).click();
  await facet(page, filters.scope).selectOption('village');
  await page.getByRole('button', { name: filters.filter_title }).click();
  await expect(page).toHaveURL(/pham-vi=village/);
  release();
  await alive(page);
  await expectCount(page, models.filter(({ scope }) => scope === 'village').length);
});

test('arrows, Home and End reach every item of the list, and the item is seen', async ({ page }) => {
  await openAlive(page, 'ban-do/');
  const at = () => page.evaluate(() => {
    const links = [...document.querySelectorAll('#list ol a')];
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return [links.indexOf(document.activeElement), bottom > 0 && top < innerHeight];
  });
  await rows(page).first().getByRole('link').focus();
  for (let row = 1; row < models.length; row += 1) {
    await page.keyboard.press('ArrowDown');
    expect(await at()).toEqual([row, true]);
  }
  await page.keyboard.press('ArrowDown');
  expect(await at()).toEqual([models.length - 1, true]);
  await page.keyboard.press('ArrowUp');
  expect(await at()).toEqual([models.length - 2, true]);
  await page.keyboard.press('Home');
  expect(await at()).toEqual([0, true]);
  await page.keyboard.press('End');
  expect(await at()).toEqual([models.length - 1, true]);
});

test('the Tab key leaves the map page at its end: nothing holds the keyboard', async ({ page }) => {
  await openAlive(page, 'ban-do/?tru-cot=society&pham-vi=commune');
  await mapMore(page).click();
  await mapSelect(page, names.place).selectOption('tuyen-quang');
  await page.getByRole('link', { name: words.vi.site.skip }).focus();
  const passed = [];
  for (let stop = 0; stop < 300; stop += 1) {
    await page.keyboard.press('Tab');
    passed.push(await page.evaluate(() => (document.activeElement.closest('footer') ? 'end' : document.activeElement.textContent.trim().slice(0, 30))));
    if (passed.at(-1) === 'end') break;
  }
  expect(passed.at(-1)).toBe('end');
  for (const name of [names.zoom_in, names.svg, atlas.close, caoBang.name]) expect(passed).toContain(name);
});
