// Opens a page with one table in Chromium, clicks on the head of its last column, and prints as JSON what stands below
// it then, and how the head is laid out on paper.
// node sorted.mjs CHROMIUM PAGE

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, path] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const page = await browser.newPage();
await page.goto(pathToFileURL(path).href);
const button = page.locator("thead button").last();
await button.click();
const cells = await page.locator("tbody td:last-child").allInnerTexts();
await page.emulateMedia({ media: "print" });
const onPaper = await button.evaluate((element) => getComputedStyle(element).display);
await browser.close();
console.log(JSON.stringify({ cells, onPaper }));
