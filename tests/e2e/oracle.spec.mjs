// The oracle finds what it looks for: each of these pages is spoilt in one way.
import { expect, test } from './oracle.mjs';
import { open } from './portal.mjs';

const SPOILT = {
  'a blank page': [/a heading within 5 s/, () => { document.querySelector('h1').hidden = true; }],
  'a number that nobody can call': [/115/, () => { document.querySelectorAll('a[href="tel:115"]').forEach((one) => one.remove()); }],
  'a file of another release': [/files of another release/, () => fetch('/assets/app-0123456789abcdef.js').then((answer) => answer.text())],
  'a program of another release': [/the release of the program/, () => { document.documentElement.dataset.release = 'another'; }],
  'a focus that is hidden': [/the keyboard focus/, () => {
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    button.getClientRects();
    button.checkVisibility = () => false;
  }],
};
for (const [name, [why, spoil]] of Object.entries(SPOILT)) {
  test(`${name} is found`, async ({ context, oracle, page, watch }) => {
    watch.allow(/Failed to load resource/);
    await oracle.attend(context);
    await open(page, '');
    await page.evaluate(spoil);
    await expect(oracle.check(page)).rejects.toThrow(why);
  });
}

test('a page that loads itself again is found', async ({ context, oracle, page }) => {
  await oracle.attend(context);
  await open(page, '');
  const again = page.waitForEvent('domcontentloaded');
  await page.evaluate(() => { location.reload(); });
  await again;
  await expect(oracle.check(page)).rejects.toThrow(/loads, one for each act/);
});
