// The release, behind the production headers, in the system's Chromium.
// `cargo xtask test` sets CHROMIUM, PORTAL_BASE, PORTAL_DIST and PORTAL_NEXT; without them: the site in dist/, at the root.
// PORTAL_PORT names another port; PORTAL_URL a server that already runs.
import { defineConfig, devices } from '@playwright/test';

const base = process.env.PORTAL_BASE ?? '/';
const dist = process.env.PORTAL_DIST ?? 'dist';
const below = base !== '/';
const port = process.env.PORTAL_PORT ?? (below ? 4174 : 4173);
const running = process.env.PORTAL_URL;
const baseURL = running ?? `http://127.0.0.1:${port}${base}`;

export default defineConfig({
  testDir: 'tests/e2e',
  // sub-path.spec.mjs runs on the build for a sub-folder, all others on the one for the root.
  testMatch: below ? 'sub-path.spec.mjs' : '*.spec.mjs',
  testIgnore: below ? undefined : 'sub-path.spec.mjs',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  // One test tries axe on a page in four ways; a loaded machine takes its time.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'line',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    // The service worker has tests of its own; elsewhere it would stand between the page and its faults.
    serviceWorkers: 'block',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: running ? undefined : {
    command: `cargo xtask serve --no-build --port ${port} --dist ${dist} --base ${base}`,
    url: baseURL,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
