// Opens a page in Chromium as its readers do, and prints as JSON what they see: with a filter in the address, after a
// click on a head, without script, on a phone, at a tile in focus, and on paper.
// node parts.mjs CHROMIUM PAGE

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, path] = process.argv.slice(2);
const address = pathToFileURL(path).href;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const complaints = [];

async function open(options = {}, query = "") {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 800 }, ...options })).newPage();
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(address + query);
  return page;
}

const heads = (page) => page.locator("table.searchable tbody th[scope=row]:visible").allInnerTexts();

const filtered = await open({}, "?q=BEHAV");
const filter = { rows: await heads(filtered), count: await filtered.locator("output").first().innerText() };
await filtered.locator("input").first().fill("");
filter.emptied = (await heads(filtered)).length;
filter.groups = await filtered.locator("table.searchable .group:visible").count();
await filtered.locator("input").first().fill("sport");
filter.groupsOfOne = await filtered.locator("table.searchable .group:visible").count();

const page = await open();
const head = page.locator("table.searchable thead th", { hasText: "Taken up by" });
const sorted = [];
for (const _ of [1, 2]) {
  await head.locator("button").click();
  sorted.push([await head.getAttribute("aria-sort"), ...(await heads(page))]);
}

await page.locator("a.place").first().focus();
await page.keyboard.press("Shift+Tab");
await page.keyboard.press("Tab");
const tile = await page.locator("a.place:focus text").last().evaluate((text) => getComputedStyle(text).visibility);

const keyboard = await open();
await keyboard.keyboard.press("Tab");
await keyboard.keyboard.press("Enter");
const skipped = await keyboard.evaluate(() => document.activeElement.id);
const unseen = [];
for (let step = 0; step < 40; step++) {
  await keyboard.keyboard.press("Tab");
  const stop = await keyboard.evaluate(() => {
    const element = document.activeElement;
    const drawn = element.querySelector("use");
    const isSeen = drawn ? getComputedStyle(drawn).stroke !== "none" : getComputedStyle(element).outlineStyle !== "none";
    return element === document.body || isSeen ? "" : element.outerHTML;
  });
  if (stop) unseen.push(stop);
}

const still = await open({ javaScriptEnabled: false });
const withoutScript = { rows: (await heads(still)).length, fields: await still.locator("input, button").count() };

const phone = await open({ viewport: { width: 400, height: 800 } });
const cell = phone.locator("table.searchable td", { hasText: "66 of 152" });
const label = await cell.evaluate((element) => getComputedStyle(element, "::before").content);

const paper = await open({ viewport: { width: 680, height: 1000 } });
await paper.emulateMedia({ media: "print" });
const navigation = await paper.locator("nav:visible, .filter:visible, .skip:visible").count();

await browser.close();
console.log(JSON.stringify({ complaints, filter, sorted, tile, skipped, unseen, withoutScript, label, navigation }));
