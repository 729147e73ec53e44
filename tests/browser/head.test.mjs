// What a page's head says to those who do not see the page is true of the page that is shown, also where the app went on to another.

import assert from "node:assert/strict";
import { after } from "node:test";
import { onlyAsFolder, openSite } from "./site.mjs";

/** What a page also says where the site's address is known. */
const absolute = (path) =>
  `<link rel="canonical" href="https://example.org${path}"><meta property="og:url" content="https://example.org${path}"></head>`;

const site = await openSite({
  tamper: (path, bytes) => (path.endsWith(".html") ? bytes.toString().replace("</head>", absolute(path)) : bytes),
});
after(() => site.close());

/** How the head differs from that of the document at the same address: what is there besides, what is not. */
const differs = (page) =>
  page.evaluate(async () => {
    const said = (document) => [...document.head.querySelectorAll(":not(title, base)")].map((element) => element.outerHTML);
    const made = said(new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html"));
    const here = said(document);
    return { besides: here.filter((each) => !made.includes(each)), missing: made.filter((each) => !here.includes(each)) };
  });

onlyAsFolder("the head says nothing of a page that was left", "its head has but a title and a description", async () => {
  const { page, problems, close } = await site.openReady("speakers.html");
  assert.deepEqual(await differs(page), { besides: [], missing: [] });
  await page.getByRole("searchbox").fill("a");
  await page.waitForFunction(() => location.search !== "");
  assert.deepEqual(await differs(page), { besides: [], missing: [] }, "it is the same page");

  const title = await page.title();
  await page.locator("main .name a, main .list a").first().click();
  await page.waitForURL(/speaker\//);
  await page.waitForFunction((title) => document.title !== title, title);
  const { besides, missing } = await differs(page);
  assert.deepEqual(besides, []);
  assert.ok(["canonical", "og:title", "ld+json", "description"].every((name) => missing.some((each) => each.includes(name))));

  await page.goBack();
  await page.waitForFunction((title) => document.title === title, title);
  assert.deepEqual((await differs(page)).besides, []);
  await close();
  assert.deepEqual(problems, []);
});
