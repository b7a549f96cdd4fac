// axe-core on a page that is open: what it finds serious.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { work } from './browser.mjs';

const axe = readFileSync(createRequire(join(work, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

export async function serious(page) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => window.axe.run(document));
  assert.ok(passes.length > 10, `axe-core has looked: ${passes.length}`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.length}, first ${nodes[0].target} ${nodes[0].failureSummary}`);
}
