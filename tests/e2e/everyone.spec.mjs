// Every page, in both languages, both colour schemes, on a narrow and a wide screen.
import {
  MISSING_FILE, OF_COLOUR, expect, open, overflow, routes, settings, test, unfold, violations, words,
} from './portal.mjs';

// Many alike: spread them over the workers.
test.describe.configure({ mode: 'parallel', timeout: 180_000 });

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 568 };

/** Landmarks, headings and ids as a screen reader meets them. */
const outline = (page) => page.evaluate(() => {
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((title) => title.checkVisibility())
    .map((title) => Number(title.tagName[1]));
  return {
    mains: document.querySelectorAll('main, [role=main]').length,
    titles: levels.filter((level) => level === 1).length,
    first: levels[0],
    jumps: levels.filter((level, at) => at > 0 && level > levels[at - 1] + 1).length,
    repeatedIds: ids.filter((id, at) => ids.indexOf(id) !== at),
  };
});

// Models, provinces and their communes are hundreds of pages from three templates: each is read in the hardest
// way, narrow and light with every rule, and one in eight in all four ways.
const TEMPLATES = /^(en\/)?(mo-hinh|tinh|xa-phuong)\/[^/]+\/$/;

for (const [index, route] of [...routes(), 'khong-co-trang-nay/', 'en/khong-co-trang-nay/'].entries()) {
  const isAlike = TEMPLATES.test(route) && index % 8 > 0;
  const lang = route.startsWith('en/') ? 'en' : 'vi';
  test(`everybody can use /${route}`, async ({ page, watch }) => {
    if (route.endsWith('khong-co-trang-nay/')) watch.allow(MISSING_FILE);
    await page.setViewportSize(WIDE);
    await open(page, route);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await unfold(page);
    expect.soft(await outline(page)).toEqual({ mains: 1, titles: 1, first: 1, jumps: 0, repeatedIds: [] });
    for (const size of isAlike ? [NARROW] : [WIDE, NARROW]) {
      await page.setViewportSize(size);
      for (const colorScheme of isAlike ? ['light'] : ['dark', 'light']) {
        await page.emulateMedia({ colorScheme });
        const rules = colorScheme === 'dark' ? OF_COLOUR : undefined;
        expect.soft(await violations(page, rules), `${size.width} px, ${colorScheme}`).toEqual([]);
      }
    }
    expect.soft(await overflow(page), '320 px').toEqual([]);
    await settings(page, lang).click();
    await page.getByRole('radio', { name: words[lang].settings.text_200 }).check();
    expect.soft(await overflow(page), '320 px, text 200 %, settings open').toEqual([]);
  });
}
