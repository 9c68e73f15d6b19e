// Opens pages in Chromium, at three widths, in light and dark, with all details open, and prints as JSON what is wrong:
// requests to anywhere, a page wider than the window, and what axe-core finds.
// node check.mjs CHROMIUM PAGE…

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, ...pages] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const wrong = [];

async function look(path, colorScheme, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  const page = await context.newPage();
  const found = (what) => wrong.push(`${path} ${colorScheme} ${width}: ${what}`);
  const address = pathToFileURL(path).href;
  page.on("request", (request) => request.url() === address || found(`asks for ${request.url()}`));
  page.on("console", (message) => found(message.text()));
  await page.goto(address);
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (beyond > 0) found(`${beyond} pixels wider than the window`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  for (const { id, help, nodes } of violations) found(`${id}: ${help}: ${nodes[0].html}`);
  await context.close();
}

for (const path of pages) {
  for (const width of [400, 800, 1400]) await look(path, "light", width);
  await look(path, "dark", 800);
}
await browser.close();
console.log(JSON.stringify(wrong));
