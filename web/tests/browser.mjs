// Opens the built page with a review inside, in a headless browser, from a file.
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const work = process.env.HOEGO_PAGE_WORK ?? join(here, '..');
const bundle = process.env.HOEGO_PAGE ?? join(here, '..', 'dist', 'index.html');
export const SLOT = '<script id="hoego-review" type="application/json"></script>';

export function browser() {
  const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export const sample = () => JSON.parse(readFileSync(join(here, 'sample.json'), 'utf8'));
export const bundle_text = () => readFileSync(bundle, 'utf8');

/** The page as hoego writes it: the JSON in its slot, with no `<` that could end the element. */
export function filled(review) {
  const parts = bundle_text().split(SLOT);
  if (parts.length !== 2) throw new Error(`the bundle has ${parts.length - 1} slots for the review, not one`);
  const json = JSON.stringify(review).replaceAll('<', '\\u003c');
  return parts[0] + SLOT.replace('></', `>${json}</`) + parts[1];
}

export class Browser {
  static async start() {
    const { chromium } = createRequire(join(work, 'package.json'))('playwright-core');
    const self = new Browser();
    self.folder = mkdtempSync(join(tmpdir(), 'hoego-page-'));
    self.chromium = await chromium.launch({
      executablePath: browser(),
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    });
    return self;
  }
  /** Opens a page from a file; `seen` collects what went wrong in it and what it asked for. */
  async open(html, options = {}) {
    const file = join(this.folder, `page-${(this.number = (this.number ?? 0) + 1)}.html`);
    writeFileSync(file, html);
    return this.visit(pathToFileURL(file).href, options);
  }
  async visit(url, options = {}) {
    const page = await this.chromium.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    page.setDefaultTimeout(30_000);
    const seen = { errors: [], requests: [], dialogs: [] };
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && seen.errors.push(message.text()));
    page.on('pageerror', (error) => seen.errors.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== url && !request.url().startsWith('data:')) seen.requests.push(request.url());
    });
    page.on('dialog', (dialog) => {
      seen.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(url);
    await page.waitForSelector('#page > *', { state: 'attached' });
    return { page, seen };
  }
  async stop() {
    await this.chromium.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
