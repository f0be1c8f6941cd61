// The portal is plain pages first: it reads, links and dials without its program.
import {
  EMERGENCY, LANGUAGES, MISSING_FILE, TEMPLATES, content, expect, explainers, heading, menu, test, words,
} from './portal.mjs';

async function checkNumbers(page) {
  const numbers = page.getByRole('contentinfo');
  for (const number of EMERGENCY) {
    const call = numbers.getByRole('link', { name: number, exact: true });
    await expect(call).toBeVisible();
    await expect(call).toHaveAttribute('href', `tel:${number}`);
  }
}

async function checkExplainer(page, lang, slug) {
  const { headings } = words[lang];
  const { steps } = content(lang, `explainers/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const titles = [headings.what, headings.me, headings.steps, headings.offline, headings.today];
  // Up to the first link or figure: the rest is drawn in pieces.
  const done = [...steps.online, ...steps.offline].map((step) => step.do.split(/[*[{]/)[0].trim());
  const main = page.getByRole('main');
  for (const text of [...titles, ...done]) await expect(main).toContainText(text, { useInnerText: true });
  await checkNumbers(page);
}

test.describe('when the program is kept away', () => {
  test.beforeEach(async ({ page, watch }) => {
    watch.allow(MISSING_FILE);
    await page.route('**/*.wasm', (route) => route.abort());
  });

  for (const [lang, prefix] of Object.entries(LANGUAGES)) {
    for (const slug of explainers) {
      test(`/${prefix}giai-thich/${slug}/ still says what it is and what to do`, async ({ page }) => {
        await page.goto(`${prefix}giai-thich/${slug}/`);
        await checkExplainer(page, lang, slug);
        await expect(page.getByText(words[lang].recovery.failed)).toBeVisible();
      });
    }

    test(`the notice names the trouble in ${lang} and goes when it is closed`, async ({ page }) => {
      await page.goto(`${prefix}giai-thich/vneid/`);
      const notice = page.getByRole('status').filter({ hasText: words[lang].recovery.failed });
      await expect(notice).toBeVisible();
      await expect(notice.getByRole('button', { name: words[lang].recovery.reload })).toBeVisible();
      await notice.getByRole('button', { name: words[lang].recovery.close }).press('Enter');
      await expect(notice).toBeHidden();
      await checkExplainer(page, lang, 'vneid');
    });

    test(`links lead from page to page in ${lang}`, async ({ page }) => {
      await page.goto(prefix);
      await menu(page, words[lang].nav.explainers, lang).click();
      await expect(page).toHaveURL(new RegExp(`/${prefix}giai-thich/$`));
      await expect(heading(page, words[lang].nav.explainers)).toBeVisible();
      await page.getByRole('main').locator('a[href$="giai-thich/vneid/"]').click();
      await checkExplainer(page, lang, 'vneid');
      await page.goBack();
      await expect(heading(page, words[lang].nav.explainers)).toBeVisible();
    });
  }

  test('the notice lets the reader try once more', async ({ page }) => {
    await page.goto('');
    const again = page.getByRole('button', { name: words.vi.recovery.reload });
    await expect(again).toBeVisible();
    await page.unroute('**/*.wasm');
    await again.click();
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
    await expect(again).toBeHidden();
  });

  test('buttons that need the program are not offered', async ({ page }) => {
    await page.goto('giai-thich/vneid/');
    await expect(page.getByText(words.vi.recovery.failed)).toBeVisible();
    await expect(page.getByRole('button', { name: words.vi.app.print })).toBeHidden();
    await expect(page.getByRole('button', { name: words.vi.app.share })).toBeHidden();
  });
});

test.describe('when scripts are off', () => {
  test.use({ javaScriptEnabled: false });

  for (const [lang, prefix] of Object.entries(LANGUAGES)) {
    for (const template of TEMPLATES) {
      test(`/${prefix}${template} reads from top to bottom`, async ({ page }) => {
        await page.goto(`${prefix}${template}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
        await expect(menu(page, words[lang].nav.explainers, lang)).toBeVisible();
        await checkNumbers(page);
      });
    }

    test(`an explainer in ${lang} is whole`, async ({ page }) => {
      await page.goto(`${prefix}giai-thich/cuoc-goi-lua-dao/`);
      await checkExplainer(page, lang, 'cuoc-goi-lua-dao');
    });

    test(`the search form in ${lang} sends its words to the search page`, async ({ page }) => {
      await page.goto(`${prefix}giai-thich/`);
      await page.getByRole('searchbox', { name: words[lang].app.search_label }).fill('vneid');
      await page.getByRole('button', { name: words[lang].app.search_button, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/${prefix}tim/\\?q=vneid$`));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  }

  test('folds open by hand', async ({ page }) => {
    await page.goto('giai-thich/vneid/');
    const inside = page.getByRole('main').locator('a[href="#steps"]');
    await expect(inside).toBeHidden();
    await page.getByText(words.vi.headings.contents).click();
    await inside.click();
    await expect(page).toHaveURL(/#steps$/);
  });

  test('a figure leads to its place among the sources', async ({ page }) => {
    await page.goto('giai-thich/vneid/');
    await page.getByRole('main').getByRole('link', { name: 'mức 2', exact: true }).first().click();
    await expect(page).toHaveURL(/\/nguon\/#f-id-04$/);
    await expect(page.locator(':target')).toBeInViewport();
    await expect(page.locator(':target')).toContainText('CafeF');
  });

  test('the privacy page does not blame the browser for scripts that are off', async ({ page }) => {
    await page.goto('rieng-tu/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(words.vi.recovery.old)).toBeHidden();
  });
});

test.describe('when the browser is too old', () => {
  test('it is told so once, without a useless reload', async ({ page }) => {
    await page.addInitScript(() => { delete window.WebAssembly; });
    await page.goto('giai-thich/vneid/');
    const notice = page.getByRole('status').filter({ hasText: words.vi.recovery.old });
    await expect(notice).toBeVisible();
    await expect(notice.getByRole('button', { name: words.vi.recovery.reload })).toHaveCount(0);
    await checkExplainer(page, 'vi', 'vneid');
  });
});
