// Prints pages in Chromium, and says as JSON how many sides of paper each has.
// node print.mjs CHROMIUM PAGE…

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, ...pages] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const page = await browser.newPage();
const sides = {};
for (const path of pages) {
  await page.goto(pathToFileURL(path).href);
  const paper = await page.pdf({ preferCSSPageSize: true });
  sides[path] = paper.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}
await browser.close();
console.log(JSON.stringify(sides));
