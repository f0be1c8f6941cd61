// Own colours, less motion, more space, much larger: the page gives way to what people need.
import { test } from './oracle.mjs';
import {
  LANGUAGES, TEMPLATES, box, expect, heading, menu, open, overflow, settings, violations, words,
} from './portal.mjs';

test.describe('with colours of one\'s own', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('F-74 buttons keep a visible edge', async ({ page }) => {
    for (const address of ['', 'giai-thich/vneid/', 'tim/', 'rieng-tu/', 'ban-do/', 'mo-hinh/', 'chi-so/so-sanh-tinh/']) {
      await open(page, address);
      const bare = await page.evaluate(() =>
        [...document.querySelectorAll('main button, main a.button, main input')]
          .filter((element) => element.checkVisibility({ visibilityProperty: true }))
          .filter((element) => {
            const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
            const { width, height } = element.getBoundingClientRect();
            return borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1 || width < 24 || height < 24;
          })
          .map((element) => element.outerHTML.slice(0, 120)));
      expect(bare, address).toEqual([]);
    }
  });

  test('F-74 what is chosen is told apart by more than colour', async ({ page }) => {
    await open(page, 'giai-thich/vneid/?ai=student');
    const { label, student, official } = words.vi.lenses;
    const chip = (name) => page.getByRole('navigation', { name: label }).getByRole('link', { name });
    const look = (name) => chip(name).evaluate((element) => {
      const { fontWeight, outlineStyle, borderTopWidth } = getComputedStyle(element);
      return { fontWeight, outlineStyle, borderTopWidth };
    });
    expect(await look(student)).not.toEqual(await look(official));
  });
});

test('F-74 the focus is always seen', async ({ page }) => {
  for (const forcedColors of ['none', 'active']) {
    await page.emulateMedia({ forcedColors });
    await open(page, 'giai-thich/vneid/');
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press('Tab');
      const { look, text } = await page.evaluate(() => {
        const element = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { look: [outlineStyle, parseFloat(outlineWidth)], text: element.textContent.trim().slice(0, 40) };
      });
      expect(look[0], text).not.toBe('none');
      expect(look[1], text).toBeGreaterThanOrEqual(2);
    }
  }
});

test('the focus is never covered', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await open(page, 'giai-thich/vneid/');
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    const covered = () => page.evaluate(() => {
      const element = document.activeElement;
      const [area] = element.getClientRects();
      const top = area && document.elementFromPoint(area.left + area.width / 2, area.top + area.height / 2);
      return top && (element.contains(top) || top.contains(element)) ? '' : element.outerHTML.slice(0, 120);
    });
    await expect.poll(covered, { message: `stop ${stop}` }).toBe('');
  }
});

test('F-74 who asks for less motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const address of ['', 'giai-thich/vneid/', 'ban-do/', 'tinh/tuyen-quang/']) {
    await open(page, address);
    const moving = await page.evaluate(() => [
      ...document.getAnimations().map(() => 'an animation'),
      ...[...document.querySelectorAll('*')].filter((element) => {
        const { animationName, scrollBehavior, transitionDuration } = getComputedStyle(element);
        return animationName !== 'none' || scrollBehavior === 'smooth' || parseFloat(transitionDuration) > 0;
      }).map((element) => element.tagName),
    ]);
    expect(moving, address).toEqual([]);
  }
});

for (const template of TEMPLATES) {
  test(`F-73 /${template} gives way to wide spacing and to four hundred per cent`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await open(page, template);
    expect(await overflow(page)).toEqual([]);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
        p { margin-block-end: 2em !important; }`);
      document.adoptedStyleSheets = [sheet];
    });
    expect(await overflow(page)).toEqual([]);
  });
}

test('F-75 a page turned on its side keeps what was typed', async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 823 });
  await open(page, 'tim/');
  await box(page).fill('vneid');
  await expect(page.getByRole('status').filter({ hasText: 'kết quả' })).toBeVisible();
  await page.setViewportSize({ width: 823, height: 412 });
  await expect(box(page)).toHaveValue('vneid');
  await expect(page.getByRole('status').filter({ hasText: 'kết quả' })).toBeVisible();
});

/** States that a served page does not show. */
const STATES = {
  'search results': async (page) => {
    await open(page, 'tim/?q=vneid');
    await expect(page.getByRole('status').filter({ hasText: 'kết quả' })).toBeVisible();
  },
  'an empty search': async (page) => {
    await open(page, 'tim/?q=zzqqxxyy');
    await expect(page.getByText(words.vi.app.search_none_help)).toBeVisible();
  },
  'a page that failed': async (page) => {
    await page.route('**/content/vi/thuat-ngu-*.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: '{' }));
    await open(page, '');
    await menu(page, words.vi.nav.glossary).click();
    await expect(heading(page, words.vi.app.title_error)).toBeFocused();
  },
  'the notice of recovery': async (page) => {
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto('giai-thich/vneid/');
    await expect(page.getByText(words.vi.recovery.failed)).toBeVisible();
  },
  'the open settings': async (page) => {
    await open(page, '');
    await settings(page).click();
    await expect(page.getByRole('radio', { name: words.vi.settings.theme_dark })).toBeVisible();
  },
  'the privacy panel': async (page) => {
    await open(page, 'rieng-tu/');
    await page.getByRole('button', { name: words.vi.app.device_erase }).click();
    await expect(page.getByText(words.vi.app.device_erased)).toBeVisible();
  },
};
for (const [name, reach] of Object.entries(STATES)) {
  test(`everybody can use ${name}`, async ({ page, watch }) => {
    if (name.includes('recovery')) watch.allow(/Failed to load resource/);
    await reach(page);
    for (const [width, colorScheme] of [[1280, 'light'], [320, 'dark']]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 700 });
      expect.soft(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
    expect(await overflow(page)).toEqual([]);
  });
}

for (const [lang, prefix] of Object.entries(LANGUAGES)) {
  test(`pages drawn by the program are as accessible as served ones in ${lang}`, async ({ page }) => {
    await open(page, prefix);
    for (const name of [words[lang].nav.explainers, words[lang].nav.models]) {
      await menu(page, name, lang).click();
      await expect(menu(page, name, lang)).toHaveAttribute('aria-current', 'page');
      expect(await violations(page), name).toEqual([]);
    }
    await menu(page, words[lang].nav.explainers, lang).click();
    await page.getByRole('main').locator('a[href$="giai-thich/vneid/"]').click();
    await expect(heading(page, /VNeID/)).toBeFocused();
    expect(await violations(page)).toEqual([]);
  });
}
