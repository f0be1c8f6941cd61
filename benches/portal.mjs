// How soon the portal is seen, works and answers, in the system's Chromium on slow lines: see docs/benchmarks.md.
//
//   cargo xtask bench [--runs N] [--profile p3g|p4g|desktop|p3g-open|all] [--only NAME,NAME] [--json FILE] [--markdown FILE]
//
// `cargo xtask bench` serves the release and starts this with PORTAL_ORIGIN, PORTAL_DIST and CHROMIUM set.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { dist } from '../tests/e2e/portal.mjs';
import { domain } from './portal/domain.mjs';
import { lighthouse } from './portal/lighthouse.mjs';
import { lines, test } from './portal/line-test.mjs';
import { about, machine } from './portal/machine.mjs';
import { ALL, PROFILES } from './portal/profiles.mjs';
import { Results, markdown, text, write } from './portal/report.mjs';
import { SCENARIOS, USUAL } from './portal/scenarios.mjs';
import { deepest } from './portal/trace.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const { values: asked } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    profile: { type: 'string', default: 'p3g' },
    only: { type: 'string' },
    json: { type: 'string' },
    markdown: { type: 'string' },
    trace: { type: 'boolean' },
    line: { type: 'boolean' },
    domain: { type: 'boolean' },
    lighthouse: { type: 'boolean' },
  },
});

/** Ends with a sentence for people instead of a stack. */
function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

const runs = Number(asked.runs);
if (!Number.isInteger(runs) || runs < 1) refuse(`\`--runs ${asked.runs}\` is not a number of runs: try \`--runs 5\`.`);
const profiles = asked.profile === 'all' ? ALL : [asked.profile];
if (!PROFILES[profiles[0]]) refuse(`There is no profile \`${asked.profile}\`: ${[...Object.keys(PROFILES), 'all'].join(', ')}.`);
const scenarios = asked.only?.split(',') ?? USUAL;
const strange = scenarios.find((scenario) => !SCENARIOS[scenario]);
if (strange !== undefined) refuse(`There is no scenario \`${strange}\`: ${Object.keys(SCENARIOS).join(', ')}.`);

let nBroken = 0;
/** One slip of a browser does not cost an hour of measuring: a case is tried twice. */
async function attempt(act, name) {
  try {
    return await act();
  } catch (first) {
    console.error(`\n${name} broke and is tried again: ${first.message}`);
  }
  try {
    return await act();
  } catch (second) {
    nBroken += 1;
    return [[name, 'broken', second.message.split('\n')[0]]];
  }
}

/** One profile: every case once in each round, so that a slow minute of the machine does not fall on one of them. */
async function measure(browser, name) {
  const results = new Results();
  const setting = { browser, origin: process.env.PORTAL_ORIGIN, profile: PROFILES[name] };
  const cases = scenarios.flatMap((scenario) => SCENARIOS[scenario].map((act, at) => ({ name: `${scenario} ${at + 1}`, act })));
  for (let round = 1; round <= runs; round += 1) {
    for (const [at, { name: label, act }] of cases.entries()) {
      process.stderr.write(`\r${name}: round ${round} of ${runs}, case ${at + 1} of ${cases.length} `);
      const trace = asked.trace && round === 1 ? (what, seen) => console.log(deepest(what, seen)) : undefined;
      results.add(await attempt(() => act({ ...setting, trace }), label));
    }
  }
  process.stderr.write('\n');
  return results.rows(name);
}

/** The portal on every profile that was asked for. */
async function portal() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  try {
    const on = machine(dist, browser.version());
    console.log(`${about(on)}\n\nThe line, tested:`);
    const line = await test();
    console.log(lines(line).join('\n'));
    if (line.some(({ isRight }) => !isRight)) console.log('The line is not what it should be: the machine is busy, or the model is wrong. Times below are worth little.');
    const found = {};
    for (const name of profiles) {
      found[name] = await measure(browser, name);
      console.log(`\n${PROFILES[name].title}; ${runs} runs\n\n${text(found[name])}`);
    }
    const parts = profiles.map((name) => `### ${PROFILES[name].title}\n\n${markdown(found[name])}`);
    return { data: { machine: on, runs, line, profiles: found }, section: 'portal', body: [`${about(on)}; ${runs} runs.`, ...parts].join('\n\n') };
  } finally {
    await browser.close();
  }
}

/** The self-test of the line alone. */
async function line() {
  const cases = await test();
  console.log(lines(cases).join('\n'));
  return { data: { line: cases } };
}

const chosen = [asked.line && line, asked.domain && domain, asked.lighthouse && (() => lighthouse(runs))].find(Boolean) ?? portal;
const { data, section, body } = await chosen().catch((error) => refuse(`${error.message}\n${error.stack?.split('\n')[1] ?? ''}`));
if (asked.json) writeFileSync(asked.json, `${JSON.stringify(data, null, 1)}\n`);
if (asked.markdown && section) write(asked.markdown, section, body);
if (nBroken) refuse(`${nBroken} cases broke: the lines with "broken" say where.`);
// Open sockets of a browser that was closed would hold us.
process.exit(0);
