// Looks at pages in Chromium, at three widths, in light, dark and print, with their script and without, and prints as
// JSON what is wrong with them, how tall each is at 1400 pixels, and how far down a phone its first figure stands.
// node check.mjs CHROMIUM PAGE…

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, ...pages] = process.argv.slice(2);
const AT_ONCE = 3;
const A4_WITHOUT_MARGINS = 680;
const SMALLEST_ON_PAPER = 7;
// A page that is taller says the same things often, and axe-core takes its time for each: it looks once.
const TALL = 20_000;

// Only a page of a site has a style sheet of its own.
const mayAskFor = (target, address) => target === address || (target.startsWith("file:") && target.endsWith("/style.css"));

// These run inside a page.
const unfold = () => document.querySelectorAll("details").forEach((details) => (details.open = true));
const pixelsBeyond = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
const height = () => document.documentElement.scrollHeight;
const needsScript = () => document.querySelectorAll("input, button, [hidden]").length;
const isStyled = () => getComputedStyle(document.body).margin === "0px";

function nameBeyondItsMap() {
  const isBeyond = (name) => {
    const [inner, outer] = [name.getBoundingClientRect(), name.ownerSVGElement.getBoundingClientRect()];
    return inner.left < outer.left - 1 || inner.right > outer.right + 1;
  };
  return [...document.querySelectorAll(".map:not(.small) text")].find(isBeyond)?.textContent;
}

function lettersBelow(points) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const isSeen = element.checkVisibility({ visibilityProperty: true }) && !element.closest(".spoken, title");
    if (!walker.currentNode.data.trim() || !isSeen) continue;
    const scale = element.ownerSVGElement ? element.ownerSVGElement.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale * 0.75;
    if (size < points - 0.005) return `${size.toFixed(2)} pt: ${walker.currentNode.data.trim()}`;
  }
  return null;
}

function headAlone() {
  const isShown = (element) => element.checkVisibility();
  const stand = [...document.querySelectorAll("main > section > h2")].filter(isShown);
  return stand.find((head) => ![...head.parentElement.children].some((other) => other !== head && isShown(other)))?.textContent;
}

function firstFigure() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const match = /\b\d[\d,]* of \d/.exec(walker.currentNode.data);
    if (!match || !walker.currentNode.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, match.index);
    range.setEnd(walker.currentNode, match.index + match[0].length);
    return Math.round(range.getBoundingClientRect().bottom);
  }
  return null;
}

async function violations(page) {
  await page.evaluate(axe);
  // Preloading would ask for the style sheet once more, which the page's policy forbids.
  const options = { preload: false, resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
  const result = await page.evaluate((chosen) => window.axe.run(document, chosen), options);
  return result.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 300)}`);
}

// All that a look at a page shows: `found` takes what is wrong, `measured` what there is to know.
async function look(context, address, found, measured) {
  const page = await context.newPage();
  let where = "loading";
  page.on("request", (request) => mayAskFor(request.url(), address) || found(where, `asks for ${request.url()}`));
  page.on("console", (message) => found(where, message.text()));
  page.on("pageerror", (error) => found(where, String(error)));
  const turnTo = async (width, media) => {
    where = `${width} ${Object.values(media).join(" ")}`;
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia(media);
    const beyond = await page.evaluate(pixelsBeyond);
    if (beyond > 0) found(where, `${beyond} pixels wider than the window`);
  };
  const ask = async () => (await violations(page)).forEach((what) => found(where, what));

  await page.goto(address);
  if (!(await page.evaluate(isStyled))) found(where, "without style");
  await turnTo(1400, { colorScheme: "light" });
  measured.height = await page.evaluate(height);
  await turnTo(400, { colorScheme: "light" });
  measured.firstFigure = await page.evaluate(firstFigure);
  const beyond = await page.evaluate(nameBeyondItsMap);
  if (beyond) found(where, `a map has no room for the name ${beyond}`);
  await page.evaluate(unfold);
  await turnTo(400, { colorScheme: "light" });
  await ask();
  await turnTo(800, { colorScheme: "dark" });
  await turnTo(1400, { colorScheme: "dark" });
  if ((await page.evaluate(height)) < TALL) await ask();
  await turnTo(A4_WITHOUT_MARGINS, { colorScheme: "light", media: "print" });
  const small = await page.evaluate(lettersBelow, SMALLEST_ON_PAPER);
  if (small) found(where, `letters of ${small}`);
  const alone = await page.evaluate(headAlone);
  if (alone) found(where, `nothing below ${alone}`);
  await page.close();
}

async function lookWithoutScript(context, address, found) {
  const page = await context.newPage();
  page.on("console", (message) => found("without script", message.text()));
  await page.goto(address);
  if (await page.evaluate(needsScript)) found("without script", "shows or hides what only the script can change");
  if ((await page.evaluate(pixelsBeyond)) > 0) found("without script", "wider than the window");
  await page.close();
}

const objections = [];
const measures = {};
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const context = await browser.newContext();
const stillContext = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 400, height: 800 } });

const waiting = [...pages];
async function lookAtSome() {
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    const found = (where, what) => objections.push(`${path} ${where}: ${what}`);
    measures[path] = {};
    const address = pathToFileURL(path).href;
    await look(context, address, found, measures[path]);
    await lookWithoutScript(stillContext, address, found);
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, lookAtSome));
await browser.close();
console.log(JSON.stringify({ objections: objections.sort(), measures }));
